// Owns the questions everyone asks of a run's state. Refuses zod, so that a page can ask them for a few bytes.
import type { RunState, RunStatus } from "./run.ts";

const FINAL: readonly RunStatus[] = ["succeeded", "failed", "stopped", "lost"];
export const LIVE: readonly RunStatus[] = ["starting", "running", "pausing", "stopping"];

/** The run is over; only a resume (a new attempt) or a retry can go on from it. */
export function isFinal(state: RunState): boolean {
  return FINAL.includes(state.status);
}
/** A process of this run exists, or is about to. */
export function isLive(state: RunState): boolean {
  return LIVE.includes(state.status);
}
