// Owns which actions a run's state allows. Refuses zod, so that a page can ask for a few bytes.
import type { RunSummary } from "./run.ts";
import type { RunActionName } from "./run-action.ts";
import { isFinal } from "./run-status.ts";

/** The actions that make sense for a run now; the page shows these, the server allows these. */
export function allowedActions(
  run: Pick<RunSummary, "state" | "kind" | "archived">,
): ReadonlySet<RunActionName> {
  const { state } = run;
  const allowed = new Set<RunActionName>(["rename"]);
  const training = run.kind === "train";
  switch (state.status) {
    case "queued":
      allowed.add("stop").add("move-up").add("move-down");
      break;
    case "starting":
      allowed.add("stop").add("force-stop");
      break;
    case "running":
      allowed.add("stop").add("force-stop");
      if (training) allowed.add("pause");
      if (training && state.phase !== "preparing") allowed.add("save").add("evaluate");
      break;
    case "pausing":
      allowed.add("stop").add("force-stop");
      break;
    case "stopping":
      allowed.add("force-stop");
      break;
    case "paused":
      allowed.add("resume").add("stop");
      break;
    case "stopped":
    case "failed":
    case "lost":
      if (training) allowed.add("resume");
      allowed.add("retry");
      break;
    case "succeeded":
      allowed.add("retry");
      break;
  }
  if (isFinal(state) || state.status === "paused") allowed.add(run.archived ? "restore" : "archive");
  return allowed;
}
