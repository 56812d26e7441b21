// Owns the orders of the list. A number that streams never decides the place of a run that is still going on.
import type { RunSummary } from "@/contract/run.ts";
import { groupOf, type RunGroup } from "./run-groups.ts";

export const runOrders = ["queue", "newest", "oldest", "name", "loss", "duration"] as const;
export type RunOrder = (typeof runOrders)[number];

const rank: Record<RunGroup, number> = {
  active: 0,
  queued: 1,
  paused: 2,
  succeeded: 3,
  stopped: 3,
  failed: 3,
};

/** Ids are ULIDs: they sort by the time of creation. */
function newestFirst(a: RunSummary, b: RunSummary): number {
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

function byQueue(a: RunSummary, b: RunSummary): number {
  const apart = rank[groupOf(a)] - rank[groupOf(b)];
  if (apart !== 0) return apart;
  if (groupOf(a) !== "queued") return newestFirst(a, b);
  const last = Number.MAX_SAFE_INTEGER;
  return (a.queuePosition ?? last) - (b.queuePosition ?? last) || -newestFirst(a, b);
}

/** Settled numbers in order, then what has none or is still changing. */
function bySettled(value: (run: RunSummary) => number | null) {
  const settled = (run: RunSummary) => (groupOf(run) === "active" ? null : value(run));
  return (a: RunSummary, b: RunSummary) => {
    const [left, right] = [settled(a), settled(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return left - right;
  };
}

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

const compare: Record<RunOrder, (a: RunSummary, b: RunSummary) => number> = {
  queue: byQueue,
  newest: newestFirst,
  oldest: (a, b) => -newestFirst(a, b),
  name: (a, b) => byName.compare(a.name, b.name),
  loss: bySettled((run) => run.lastLoss),
  duration: bySettled((run) => (run.durationMs === null ? null : -run.durationMs)),
};

export function sortRuns(runs: readonly RunSummary[], order: RunOrder): RunSummary[] {
  return runs.toSorted((a, b) => compare[order](a, b) || newestFirst(a, b));
}
