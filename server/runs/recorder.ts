// Owns bringing what an engine wrote into the database, each line once: rows and place in one transaction.
// Refuses to interpret lines (reading.ts does) and to remember where it was.
import type { RunState } from "../../contract/run.ts";
import type { StampedEvent } from "../../contract/run-event.ts";
import { type IngestPoint, ingestStart } from "../db/ingest.ts";
import type { EngineHost } from "../engine-interface/host.ts";
import type { Executor } from "../executors/executor.ts";
import type { HomePaths } from "../home.ts";
import type { Changes } from "./changes.ts";
import { addEvent, forAttempt } from "./figures.ts";
import { advance } from "./lifecycle.ts";
import { type Reading, readEvents, readLog } from "./reading.ts";
import type { Run, RunStore } from "./store.ts";

/** Read at a time; a longer line is passed over. */
const CHUNK = 1024 * 1024;

export type Recorder = ReturnType<typeof createRecorder>;

export function createRecorder(context: {
  store: RunStore;
  executor: Executor;
  engines: Pick<EngineHost, "all">;
  paths: HomePaths;
  changes: Changes;
  now: () => number;
}) {
  const { store, executor, engines, paths, changes, now } = context;
  const logs = new Map<string, { attempt: number; size: number }>();
  const signs = new Map<string, number>();

  /** Reads on in the file this attempt's events come from; true when it got on. */
  async function readOn(run: Run, point: IngestPoint, final: boolean): Promise<boolean> {
    const folder = paths.attempt(run.id, point.attempt);
    if (point.source !== "log") {
      const { bytes } = await executor.read(folder, "events.jsonl", point.eventsOffset, CHUNK);
      const reading = bytes.length > 0 ? readEvents(bytes, point, bytes.length === CHUNK) : null;
      if (reading) return keep(run.id, reading);
    }
    const engine = engines.all().find(({ id }) => id === run.head.engine);
    if (point.source === "events" || !engine) return false;
    const { bytes } = await executor.read(folder, "output.log", point.logOffset, CHUNK);
    // Asked after the log was read: a bridge speaks before its engine prints, so its first word is there by now.
    const { size } = await executor.read(folder, "events.jsonl", 0, 0);
    if (point.source === "none" && size > 0) return false;
    const reading =
      bytes.length > 0 &&
      readLog(bytes, point, {
        whole: final || bytes.length === CHUNK,
        step: run.figures.progress?.done ?? 0,
        parse: (line) => engine.parseLine(line, now()),
      });
    return reading ? keep(run.id, reading) : false;
  }

  function keep(id: string, { items, point }: Reading): true {
    const run = store.get(id);
    const before = store.ingestPoint(id);
    const figures = items.reduce(addEvent, forAttempt(run.figures, point.attempt));
    const state = items.reduce(
      (state, item) => afterPhase(state, item, run.standing.attempt),
      run.standing.state,
    );
    const standing = state === run.standing.state ? null : { ...run.standing, state };
    store.record(id, { items, point, figures, standing });
    const last = items.at(-1);
    if (!last) return true;
    signs.set(id, now());
    const offset = point.source === "log" ? before.logOffset : before.eventsOffset;
    changes.publish({
      type: "events",
      runId: id,
      items,
      from: { attempt: point.attempt, offset },
      to: { attempt: last.attempt, offset: last.offset },
    });
    return true;
  }

  function afterPhase(state: RunState, { attempt, event }: StampedEvent, current: number): RunState {
    if (event.type !== "phase" || attempt !== current) return state;
    const step = advance(state, event, now());
    return step.ok ? step.state : state;
  }

  async function tellLog(run: Run): Promise<void> {
    const { attempt } = run.standing;
    const { size } = await executor.read(paths.attempt(run.id, attempt), "output.log", 0, 0);
    const known = logs.get(run.id);
    if (known?.attempt === attempt && known.size === size) return;
    logs.set(run.id, { attempt, size });
    signs.set(run.id, now());
    changes.publish({ type: "log", runId: run.id, attempt, size });
  }

  return {
    /** Reads everything that is there; `final` once the attempt has ended. Only one at a time per run. */
    async drain(id: string, final = false): Promise<void> {
      for (;;) {
        const run = store.find(id);
        if (!run) return;
        const point = store.ingestPoint(id);
        const older = point.attempt < run.standing.attempt;
        if (await readOn(run, point, final || older)) continue;
        if (older) {
          // The next attempt exists, so nothing more can come of this one; a torn last line stays unread.
          const next = { ...ingestStart, attempt: point.attempt + 1, skipped: point.skipped };
          keep(run.id, { items: [], point: next });
          continue;
        }
        return tellLog(run);
      }
    },

    /** Unix ms of the newest sign of life of a run, as far as this process saw one. */
    lastSign: (id: string): number | null => signs.get(id) ?? null,

    forget(id: string): void {
      logs.delete(id);
      signs.delete(id);
    },
  };
}
