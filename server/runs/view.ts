// Owns summaries of runs with their place in line, and the news about them. Refuses to change a run.
import type { RunSummary } from "../../contract/run.ts";
import type { Changes } from "./changes.ts";
import { stepTime } from "./figures.ts";
import type { Keeper } from "./keeper.ts";
import { positions } from "./queue.ts";
import type { Run, RunStore } from "./store.ts";
import { summarize, waitingOf } from "./summary.ts";

export type View = ReturnType<typeof createView>;

export function createView(context: {
  store: RunStore;
  keeper: Pick<Keeper, "isStalled">;
  changes: Changes;
  now: () => number;
}) {
  const { store, keeper, changes, now } = context;
  let places = new Map<string, number>();

  function toSummary(run: Run): RunSummary {
    const position = run.standing.state.status === "queued" ? (places.get(run.id) ?? null) : null;
    const stalled = keeper.isStalled(run, stepTime(run.figures));
    return summarize(run, { now: now(), position, stalled });
  }

  /** Finds the places anew and answers whose place changed. */
  function arrange(): string[] {
    const before = places;
    places = positions(store.byStatus(["queued"]).map(waitingOf));
    return [...places].filter(([id, place]) => before.get(id) !== place).map(([id]) => id);
  }

  function tell(id: string): void {
    const run = store.find(id);
    if (run) changes.publish({ type: "summary", run: toSummary(run) });
    else changes.publish({ type: "removed", runId: id });
  }

  return {
    summary: (id: string): RunSummary => toSummary(store.get(id)),
    list: (options: { archived: boolean }): RunSummary[] => store.list(options).map(toSummary),

    /** From now on every change of the store becomes news, places in line included. */
    start(): () => void {
      arrange();
      return store.subscribe((id) => {
        const queued = places.has(id) || store.find(id)?.standing.state.status === "queued";
        const moved = queued ? arrange() : [];
        for (const other of new Set([id, ...moved])) tell(other);
      });
    },
  };
}
