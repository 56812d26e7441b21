// Owns how far and how fast a run is, as plain numbers. Refuses to guess what nobody counted.
import type { RunProgress, RunSummary } from "@/contract/run.ts";
import { isLive } from "@/contract/run-status.ts";

/** 0 to 1; null while the total is not known. */
export function shareOf(progress: RunProgress | null): number | null {
  if (!progress || !(progress.total > 0)) return null;
  return Math.min(1, Math.max(0, progress.done / progress.total));
}

/** Per second, in the progress's unit: what is left over the time it will take. Null while either is unknown. */
export function speedOf(run: Pick<RunSummary, "progress" | "etaMs" | "state">): number | null {
  if (!run.progress || !run.etaMs || run.etaMs <= 0 || !isLive(run.state)) return null;
  const left = run.progress.total - run.progress.done;
  return left > 0 ? left / (run.etaMs / 1000) : null;
}
