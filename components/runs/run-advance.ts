// Owns what a row says about a run's advance, as a union; words and drawing are the cell's. Refuses to guess.
import { shareOf } from "@/components/run-state/run-share.ts";
import type { Lane, RunProgress, RunState, RunSummary } from "@/contract/run.ts";
import { isLive } from "@/contract/run-status.ts";

export type Advance =
  | { type: "queued"; place: number | null; lane: Lane | null }
  /** `share` null: going on, but nobody knows how far. */
  | { type: "moving"; share: number | null; etaMs: number | null; message: string | null }
  | { type: "halted"; share: number | null; progress: RunProgress | null }
  | { type: "done"; progress: RunProgress | null }
  | { type: "wrong"; state: Extract<RunState, { status: "failed" | "lost" }> };

export function advanceOf(run: RunSummary): Advance {
  const { state, progress } = run;
  if (state.status === "queued") return { type: "queued", place: run.queuePosition, lane: run.lane };
  if (isLive(state)) {
    const said = state.status === "running" ? state.message : null;
    return { type: "moving", share: shareOf(progress), etaMs: run.etaMs, message: progress?.message ?? said };
  }
  if (state.status === "failed" || state.status === "lost") return { type: "wrong", state };
  if (state.status === "succeeded") return { type: "done", progress };
  return { type: "halted", share: shareOf(progress), progress };
}
