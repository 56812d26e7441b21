// Owns keeping runs: folder first, then the row, then the news. Synchronous, so that each step is whole.
// Refuses to decide what a run does next.
import type { DatabaseSync } from "node:sqlite";
import type { RunSpec } from "../../contract/run.ts";
import type { StampedEvent } from "../../contract/run-event.ts";
import { eventTable } from "../db/events.ts";
import { type IngestPoint, ingestTable } from "../db/ingest.ts";
import { transact } from "../db/open.ts";
import { type RunRow, runTable } from "../db/runs.ts";
import type { ConfigFacts } from "../engine-interface/engine.ts";
import type { HomePaths } from "../home.ts";
import { StudioError } from "../studio-error.ts";
import { noFigures, type RunFigures } from "./figures.ts";
import { createFolder, readAsked, stateTime, writeStanding } from "./folder.ts";
import { advance, type LifecycleEvent } from "./lifecycle.ts";
import type { RunAsked, RunHead, RunStanding } from "./record.ts";

export type Run = { id: string; head: RunHead; standing: RunStanding; figures: RunFigures };
export type RunStore = ReturnType<typeof createStore>;
type Reading = {
  items: StampedEvent[];
  point: IngestPoint;
  figures: RunFigures;
  /** Set when a phase changed. */
  standing: RunStanding | null;
};
type Edit = (standing: RunStanding) => RunStanding;

export function createStore(context: { db: DatabaseSync; paths: HomePaths; now: () => number }) {
  const { db, paths, now } = context;
  const runs = runTable(db);
  const events = eventTable(db);
  const ingest = ingestTable(db);
  const listeners = new Set<(id: string) => void>();
  const tell = (id: string) => {
    for (const listener of listeners) listener(id);
  };

  const find = (id: string) => toRun(runs.get(id));
  const get = (id: string): Run => {
    const run = find(id);
    if (run) return run;
    throw new StudioError({
      code: "run.not-found",
      message: "There is no run with this id.",
      reason: `Looked for ${id}.`,
      hint: "It may have been removed; see the list of runs.",
    });
  };

  function save(id: string, standing: RunStanding): void {
    const mtime = writeStanding(paths.run(id), standing);
    runs.setState(id, {
      archived: standing.archived,
      status: standing.state.status,
      mtime,
      state: JSON.stringify(standing),
    });
    tell(id);
  }

  return {
    find,
    get,
    byKey: (key: string) => toRun(runs.byKey(key)),
    list: (options: { archived: boolean }) => toRuns(runs.list(options)),
    byStatus: (statuses: readonly string[]) => toRuns(runs.byStatus(statuses)),
    mtimes: runs.mtimes,
    events: (id: string, ...rest: [after: { attempt: number; offset: number }, limit: number]) =>
      events.after(id, ...rest),
    ingestPoint: (id: string) => ingest.get(id),

    /** What was asked, from the run's folder. */
    asked(id: string): RunAsked {
      const asked = readAsked(paths.run(id));
      if (asked) return asked;
      throw new StudioError({
        code: "file.not-found",
        message: "The folder of this run cannot be read.",
        reason: `There is no readable ${paths.run(id)}/spec.json.`,
        hint: "Bring the folder back, or archive and remove the run.",
      });
    },

    /** A new run: its folder appears whole or not at all. */
    add(asked: RunAsked, standing: RunStanding, facts: ConfigFacts): void {
      createFolder(paths.runs, asked, standing);
      runs.put(rowFor(asked, standing, facts, stateTime(paths.run(asked.id))));
      tell(asked.id);
    },

    /** Many changes of the index as one; for the start. */
    together: (work: () => void) => transact(db, work),

    /** A row made or made anew from a run's folder; its events are to be read again when it is new. */
    adopt(asked: RunAsked, standing: RunStanding, facts: ConfigFacts): void {
      const known = runs.get(asked.id);
      // A folder copied by hand brings the key of its original, which keeps it.
      const key = (runs.byKey(asked.key)?.id ?? asked.id) === asked.id ? asked.key : asked.id;
      const row = rowFor({ ...asked, key }, standing, facts, stateTime(paths.run(asked.id)));
      runs.put(known ? { ...row, figures: known.figures } : row);
    },

    edit(id: string, change: Edit): Run {
      save(id, change(get(id).standing));
      return get(id);
    },

    /** Takes a step of the lifecycle, with what else changes by it; null when the step makes no sense now. */
    advance(id: string, event: LifecycleEvent, change: Edit = (standing) => standing): Run | null {
      const { standing } = get(id);
      const step = advance(standing.state, event, now());
      if (!step.ok) return null;
      save(id, change({ ...standing, state: step.state }));
      return get(id);
    },

    /** Stores events with the place they were read up to, and what they come to: all or nothing. */
    record(id: string, read: Reading): void {
      const { items, point, figures, standing } = read;
      transact(db, () => {
        for (const item of items) events.insert(id, item);
        ingest.put(id, point);
        runs.setFigures(id, JSON.stringify(figures));
        // Phases come and go with the events; state.json is for what the events cannot tell.
        const row = standing && runs.get(id);
        if (row) runs.setState(id, { ...row, state: JSON.stringify(standing) });
      });
      if (items.length > 0) tell(id);
    },

    forget(id: string): void {
      transact(db, () => {
        events.removeRun(id);
        ingest.removeRun(id);
        runs.remove(id);
      });
      tell(id);
    },

    /** Calls back with the id of every run that changed, after it is stored. */
    subscribe(listener: (id: string) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell,
  };
}

function rowFor(asked: RunAsked, standing: RunStanding, facts: ConfigFacts, mtime: number): RunRow {
  return {
    id: asked.id,
    key: asked.key,
    archived: standing.archived,
    status: standing.state.status,
    mtime,
    head: JSON.stringify(headOf(asked.id, asked.createdAt, asked.spec, facts)),
    state: JSON.stringify(standing),
    figures: JSON.stringify(noFigures),
  };
}

function headOf(id: string, createdAt: number, spec: RunSpec, facts: ConfigFacts): RunHead {
  const { kind, engine, device, parent, twin } = spec;
  const { model, datasets, method } = facts;
  return { id, createdAt, kind, engine, device, parent: parent ?? null, twin, model, datasets, method };
}

/** Rows are written from these very types above, so they are read back without another check. */
function toRun(row: RunRow | null): Run | null {
  if (!row) return null;
  const head: RunHead = JSON.parse(row.head);
  const standing: RunStanding = JSON.parse(row.state);
  const figures: RunFigures = JSON.parse(row.figures);
  return { id: row.id, head, standing, figures };
}

function toRuns(rows: RunRow[]): Run[] {
  return rows.map(toRun).filter((run) => run !== null);
}
