// Owns giving waiting runs their turn as devices become free. Refuses to know what a turn consists of.
import type { Lane } from "../../contract/run.ts";
import { LIVE } from "../../contract/run-status.ts";
import { pick } from "./queue.ts";
import type { RunStore } from "./store.ts";
import { waitingOf } from "./summary.ts";

/** What failed for a while (a full disk, a GPU tool that hung) is tried again without anybody asking. */
const AGAIN_MS = 10_000;

export function createScheduler(context: {
  store: RunStore;
  gpus: () => Promise<number[]>;
  take: (id: string, lane: Lane) => void;
  report: (error: unknown) => void;
}) {
  const { store, gpus, take, report } = context;
  let wanted = false;
  let busy = false;
  let open = false;
  let again: NodeJS.Timeout | null = null;

  async function round(): Promise<void> {
    const waiting = store.byStatus(["queued"]);
    if (waiting.length === 0) return;
    const known = await gpus();
    if (!open) return;
    const live = store.byStatus(LIVE);
    const lanes = live.map((run) => run.standing.lane).filter((lane) => lane !== null);
    for (const { id, lane } of pick(store.byStatus(["queued"]).map(waitingOf), lanes, known)) take(id, lane);
  }

  async function run(): Promise<void> {
    busy = true;
    while (wanted && open) {
      wanted = false;
      await round().catch(report);
    }
    busy = false;
  }

  function tick(): void {
    wanted = true;
    if (open && !busy) void run();
  }

  return {
    /** Something changed: a run came, went or moved. */
    tick,
    start(): void {
      open = true;
      again ??= setInterval(tick, AGAIN_MS);
      tick();
    },
    close(): void {
      open = false;
      if (again) clearInterval(again);
    },
  };
}
