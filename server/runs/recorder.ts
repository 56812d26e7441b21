// Owns bringing what an engine wrote into the database, each line once: rows and place in one transaction.
// Refuses to fail on what it reads: lines that are no events are counted and passed over.
import type { RunState } from "../../contract/run.ts";
import { RunEvent, type StampedEvent } from "../../contract/run-event.ts";
import type { IngestPoint } from "../db/ingest.ts";
import type { EngineHost } from "../engines/engine.ts";
import type { Executor } from "../executors/executor.ts";
import type { HomePaths } from "../home.ts";
import type { Changes } from "./changes.ts";
import { addEvent, forAttempt } from "./figures.ts";
import { advance } from "./lifecycle.ts";
import { wholeLines } from "./lines.ts";
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

  /** Reads on in events.jsonl; true when it got on. */
  async function readEvents(run: Run, point: IngestPoint): Promise<boolean> {
    const folder = paths.attempt(run.id, point.attempt);
    const { bytes } = await executor.read(folder, "events.jsonl", point.eventsOffset, CHUNK);
    if (bytes.length === 0) return false;
    const { lines, end } = wholeLines(bytes, point.eventsOffset);
    if (end === point.eventsOffset) {
      if (bytes.length < CHUNK) return false;
      keep(run.id, [], {
        ...point,
        eventsOffset: point.eventsOffset + bytes.length,
        skipped: point.skipped + 1,
      });
      return true;
    }
    const items: StampedEvent[] = [];
    for (const line of lines) {
      const event = parse(line.text);
      if (event) items.push({ attempt: point.attempt, offset: line.end, event });
    }
    const skipped = point.skipped + lines.length - items.length;
    const source = items.length > 0 ? "events" : point.source;
    keep(run.id, items, { ...point, source, eventsOffset: end, skipped });
    return true;
  }

  /** Without a bridge the log is all there is; `final`: its last line needs no end any more. */
  async function readLog(run: Run, point: IngestPoint, final: boolean): Promise<boolean> {
    const engine = engines.all().find(({ id }) => id === run.head.engine);
    if (!engine) return false;
    const folder = paths.attempt(run.id, point.attempt);
    const { bytes } = await executor.read(folder, "output.log", point.logOffset, CHUNK);
    if (bytes.length === 0) return false;
    const { lines, end } = wholeLines(bytes, point.logOffset, "any");
    const all = point.logOffset + bytes.length;
    const reached = end === point.logOffset && (final || bytes.length === CHUNK) ? all : end;
    if (reached === point.logOffset) return false;
    const whole = reached === end ? lines : [{ text: bytes.toString("utf8"), end: all }];
    let done = run.figures.progress?.done ?? 0;
    const items = whole.flatMap((line) => {
      const found = engine.parseLine(line.text, now()).map((event) => {
        if (event.type === "progress") done = event.done;
        // A line of numbers does not always say its step; it belongs to the step that was last told.
        return event.type === "metrics" && event.step < 0 ? { ...event, step: done } : event;
      });
      // Several events of one line get places of their own within it.
      return found.map((event, index) => ({
        attempt: point.attempt,
        offset: line.end - (found.length - 1 - index),
        event,
      }));
    });
    keep(run.id, items, { ...point, source: items.length > 0 ? "log" : point.source, logOffset: reached });
    return true;
  }

  function keep(id: string, items: StampedEvent[], point: IngestPoint): void {
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
    if (!last) return;
    signs.set(id, now());
    const offset = point.source === "log" ? before.logOffset : before.eventsOffset;
    changes.publish({
      type: "events",
      runId: id,
      items,
      from: { attempt: point.attempt, offset },
      to: { attempt: last.attempt, offset: last.offset },
    });
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
        const moved =
          (point.source !== "log" && (await readEvents(run, point))) ||
          (point.source !== "events" && (await readLog(run, point, final || older)));
        if (moved) continue;
        if (older) {
          // The next attempt exists, so nothing more can come of this one; a torn last line stays unread.
          keep(run.id, [], {
            ...point,
            attempt: point.attempt + 1,
            source: "none",
            eventsOffset: 0,
            logOffset: 0,
          });
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

function parse(text: string): RunEvent | null {
  try {
    const parsed = RunEvent.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
