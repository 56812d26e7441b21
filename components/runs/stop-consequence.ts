// Owns what a stop means for a run: which sentence tells what is kept.
import type { RunSummary } from "@/contract/run.ts";

export type StopConsequence = "queued" | "paused" | "train" | "setup" | "work";

export function stopConsequence(run: Pick<RunSummary, "state" | "kind">): StopConsequence {
  if (run.state.status === "queued" || run.state.status === "paused") return run.state.status;
  if (run.kind === "train" || run.kind === "setup") return run.kind;
  return "work";
}
