// Owns what can be asked of an existing run, and in which state. Refuses actions the state does not allow.
import { z } from "zod";
import { isFinal, RunName, type RunSummary } from "./run.ts";

export const RunAction = z.discriminatedUnion("action", [
  z.object({ action: z.literal("stop") }),
  z.object({ action: z.literal("force-stop") }),
  z.object({ action: z.literal("pause") }),
  z.object({ action: z.literal("resume"), checkpoint: z.string().optional() }),
  z.object({ action: z.literal("save") }),
  z.object({ action: z.literal("evaluate") }),
  z.object({ action: z.literal("retry") }),
  z.object({ action: z.literal("archive") }),
  z.object({ action: z.literal("restore") }),
  z.object({ action: z.literal("move-up") }),
  z.object({ action: z.literal("move-down") }),
  z.object({ action: z.literal("rename"), name: RunName }),
]);
export type RunAction = z.infer<typeof RunAction>;
export type RunActionName = RunAction["action"];

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
