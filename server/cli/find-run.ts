// Owns finding the run a person means: its id, the beginning or end of it, or its name. Refuses to guess.
import type { RunSummary } from "../../contract/run.ts";
import { StudioError } from "../studio-error.ts";
import type { Client } from "./client.ts";

export async function findRun(call: Client, text: string): Promise<RunSummary> {
  const [current, archived] = await Promise.all([
    call("runs", {}),
    call("runs", { query: { archived: "true" } }),
  ]);
  const known = new Map([...current, ...archived].map((run) => [run.id, run]));
  return pickRun([...known.values()], text);
}

export function pickRun(runs: readonly RunSummary[], text: string): RunSummary {
  const id = text.toUpperCase();
  const exact = runs.find((run) => run.id === id);
  if (exact) return exact;
  const named = runs.filter((run) => run.name === text);
  const found =
    named.length > 0
      ? named
      : runs.filter((run) => run.id.startsWith(id) || (id.length >= 4 && run.id.endsWith(id)));
  const [only, ...others] = found;
  if (only === undefined) {
    throw new StudioError({
      code: "run.not-found",
      message: `There is no run ${text}.`,
      hint: "`anneal runs --all` lists every run with its id and name.",
    });
  }
  if (others.length > 0) {
    throw new StudioError({
      code: "run.not-found",
      message: `${text} fits ${found.length} runs.`,
      reason: found.map((run) => `${run.id}  ${run.name}  ${run.state.status}`).join("\n"),
      hint: "Give the id, or as much of it as tells them apart.",
    });
  }
  return only;
}
