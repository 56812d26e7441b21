// Owns what a row says about a run's advance, as a union; words and drawing are the cell's. Refuses to guess.
import { isLive, type Lane, type RunProgress, type RunSummary } from "@/contract/run.ts";

export type Advance =
  | { type: "queued"; place: number | null; lane: Lane | null }
  /** `share` null: going on, but nobody knows how far. */
  | { type: "moving"; share: number | null; etaMs: number | null; message: string | null }
  | { type: "halted"; share: number | null; progress: RunProgress | null }
  | { type: "done"; progress: RunProgress | null }
  | { type: "wrong"; message: string };

/** 0 to 1; null while the total is not known. */
export function shareOf(progress: RunProgress | null): number | null {
  if (!progress || !(progress.total > 0)) return null;
  return Math.min(1, Math.max(0, progress.done / progress.total));
}

export function advanceOf(run: RunSummary): Advance {
  const { state, progress } = run;
  if (state.status === "queued") return { type: "queued", place: run.queuePosition, lane: run.lane };
  if (isLive(state)) {
    const said = state.status === "running" ? state.message : null;
    return { type: "moving", share: shareOf(progress), etaMs: run.etaMs, message: progress?.message ?? said };
  }
  if (state.status === "failed") return { type: "wrong", message: state.reason.message };
  if (state.status === "lost") return { type: "wrong", message: state.message };
  if (state.status === "succeeded") return { type: "done", progress };
  return { type: "halted", share: shareOf(progress), progress };
}

/** What is left over the time it will take; null while either is unknown. Per second, in the progress's unit. */
export function speedOf(run: Pick<RunSummary, "progress" | "etaMs" | "state">): number | null {
  if (!run.progress || !run.etaMs || run.etaMs <= 0 || !isLive(run.state)) return null;
  const left = run.progress.total - run.progress.done;
  return left > 0 ? left / (run.etaMs / 1000) : null;
}
