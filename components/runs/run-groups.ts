// Owns the few groups of states that the list counts and filters by. Refuses single states; the badge shows those.
import type { RunStatus, RunSummary } from "@/contract/run.ts";

export const runGroups = ["active", "queued", "paused", "succeeded", "stopped", "failed"] as const;
export type RunGroup = (typeof runGroups)[number];

const groupOfStatus: Record<RunStatus, RunGroup> = {
  queued: "queued",
  starting: "active",
  running: "active",
  pausing: "active",
  stopping: "active",
  paused: "paused",
  succeeded: "succeeded",
  stopped: "stopped",
  failed: "failed",
  lost: "failed",
};

export function groupOf(run: Pick<RunSummary, "state">): RunGroup {
  return groupOfStatus[run.state.status];
}

export type RunCounts = { running: number; queued: number; finished: number };

/** A paused run is neither: it waits for a person. */
export function countRuns(runs: readonly Pick<RunSummary, "state">[]): RunCounts {
  const counts: RunCounts = { running: 0, queued: 0, finished: 0 };
  for (const run of runs) {
    const group = groupOf(run);
    if (group === "active") counts.running++;
    else if (group === "queued") counts.queued++;
    else if (group !== "paused") counts.finished++;
  }
  return counts;
}
