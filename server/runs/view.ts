// Owns summaries of runs with their place in line, and the news about them. Refuses to change a run.
import type { RunSummary } from "../../contract/run.ts";
import { LIVE } from "../../contract/run-status.ts";
import type { Changes } from "./changes.ts";
import type { Keeper } from "./keeper.ts";
import { positions } from "./queue.ts";
import type { Run, RunStore } from "./store.ts";
import { summarize, waitingOf } from "./summary.ts";

const STALL_LOOK_MS = 5000;

export type View = ReturnType<typeof createView>;

export function createView(context: {
  store: RunStore;
  keeper: Pick<Keeper, "isStalled">;
  changes: Changes;
  now: () => number;
}) {
  const { store, keeper, changes, now } = context;
  let places = new Map<string, number>();
  let stalled = new Set<string>();

  function toSummary(run: Run): RunSummary {
    const position = run.standing.state.status === "queued" ? (places.get(run.id) ?? null) : null;
    return summarize(run, { now: now(), position, stalled: keeper.isStalled(run) });
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

  /** Nothing happens when a run stalls, so nobody else would tell. */
  function lookForStalls(): void {
    const before = stalled;
    stalled = new Set(
      store
        .byStatus(LIVE)
        .filter(keeper.isStalled)
        .map(({ id }) => id),
    );
    for (const id of new Set([...before, ...stalled])) if (before.has(id) !== stalled.has(id)) tell(id);
  }

  return {
    summary: (id: string): RunSummary => toSummary(store.get(id)),
    list: (options: { archived: boolean }): RunSummary[] => store.list(options).map(toSummary),

    /** From now on every change of the store becomes news, places in line included. */
    start(): () => void {
      arrange();
      const timer = setInterval(lookForStalls, STALL_LOOK_MS);
      const unsubscribe = store.subscribe((id) => {
        const queued = places.has(id) || store.find(id)?.standing.state.status === "queued";
        const moved = queued ? arrange() : [];
        for (const other of new Set([id, ...moved])) tell(other);
      });
      return () => {
        clearInterval(timer);
        unsubscribe();
      };
    },
  };
}
