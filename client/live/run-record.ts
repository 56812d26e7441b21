// Owns what the events of a run add up to: a pure reduction, one batch at a time. Refuses sockets and clocks.

import { compareCursors, streamStart } from "@/contract/cursor.ts";
import type { Cursor, RunEvent, StampedEvent } from "@/contract/run-event.ts";
import type { EventBatch } from "@/contract/socket.ts";
import { PointTable } from "./point-table.ts";

type Event<Type extends RunEvent["type"]> = Extract<RunEvent, { type: Type }>;

/** Tellings of the progress kept; at most every 0.4 s comes one. */
const TRAIL = 24;

export type SavedCheckpoint = { attempt: number; step: number; path: string; time: number };

/** Each change makes a new record; only the tables grow in place, as a million points are not copied for one more. */
export type RunRecord = {
  readonly cursor: Cursor;
  readonly train: PointTable;
  readonly eval: PointTable;
  readonly summary: PointTable;
  readonly environment: Event<"environment"> | null;
  readonly begin: Event<"begin"> | null;
  readonly phase: Event<"phase"> | null;
  readonly progress: Event<"progress"> | null;
  readonly failed: Event<"failed"> | null;
  readonly end: Event<"end"> | null;
  /** The last few tellings of the progress, oldest first: enough for a rate. */
  readonly trail: readonly Event<"progress">[];
  readonly saves: readonly SavedCheckpoint[];
  /** The first training value that was a NaN or an infinity. */
  readonly notFinite: { metric: string; step: number } | null;
  /** Where this attempt's clock stands: seconds run before it, and when it began. */
  readonly clock: { before: number; since: number | null };
};

export function emptyRecord(): RunRecord {
  return {
    cursor: streamStart,
    train: new PointTable(),
    eval: new PointTable(),
    summary: new PointTable(),
    environment: null,
    begin: null,
    phase: null,
    progress: null,
    failed: null,
    end: null,
    trail: [],
    saves: [],
    notFinite: null,
    clock: { before: 0, since: null },
  };
}

export type Applied = { outcome: "applied"; record: RunRecord } | { outcome: "known" } | { outcome: "gap" };

/**
 * Applies a batch that continues the record. One that begins later leaves a gap (ask again from the cursor); one that
 * begins earlier is cut at the cursor, so nothing counts twice.
 */
export function applyBatch(record: RunRecord, batch: EventBatch): Applied {
  if (compareCursors(batch.from, record.cursor) > 0) return { outcome: "gap" };
  if (compareCursors(batch.to, record.cursor) <= 0) return { outcome: "known" };
  const fresh = batch.items.filter((item) => compareCursors(item, record.cursor) > 0);
  return { outcome: "applied", record: { ...fresh.reduce(reduce, record), cursor: batch.to } };
}

function reduce(record: RunRecord, { attempt, event }: StampedEvent): RunRecord {
  const now = attempt > record.cursor.attempt ? startAttempt(record, attempt) : record;
  switch (event.type) {
    case "environment":
      return { ...now, environment: event };
    case "phase":
      return { ...now, phase: event };
    case "progress":
      return { ...now, progress: event, trail: follow(now.trail, event) };
    case "failed":
      return { ...now, failed: event };
    case "end":
      return { ...now, end: event };
    case "save":
      return {
        ...now,
        saves: [...now.saves, { attempt, step: event.step, path: event.path, time: event.t }],
      };
    case "begin":
      return begin(now, event);
    case "metrics":
      return addPoint(now, event);
    case "acted":
      return now;
  }
}

/** What the attempt before said about its own end no longer holds. */
function startAttempt(record: RunRecord, attempt: number): RunRecord {
  return {
    ...record,
    cursor: { attempt, offset: 0 },
    phase: null,
    progress: null,
    failed: null,
    end: null,
    trail: [],
  };
}

function follow(trail: RunRecord["trail"], event: Event<"progress">): RunRecord["trail"] {
  const last = trail.at(-1);
  const goesOn = last && last.unit === event.unit && last.done <= event.done && last.total === event.total;
  return goesOn ? [...trail.slice(1 - TRAIL), event] : [event];
}

/** How much is done per second lately; null while it cannot be told. */
export function rateOf({ trail }: Pick<RunRecord, "trail">): number | null {
  const first = trail.at(0);
  const last = trail.at(-1);
  if (!first || !last || last.t - first.t < 1000) return null;
  return ((last.done - first.done) * 1000) / (last.t - first.t);
}

/** A begin goes on from a step; whatever was written beyond it will be written again. */
function begin(record: RunRecord, event: Event<"begin">): RunRecord {
  const from = event.resumedFrom ?? 0;
  for (const table of [record.train, record.eval, record.summary]) table.dropAfter(from);
  const elapsed = record.train.place("elapsed");
  return {
    ...record,
    begin: event,
    saves: record.saves.filter((save) => save.step <= from),
    notFinite: record.notFinite && record.notFinite.step > from ? null : record.notFinite,
    clock: { before: elapsed[elapsed.length - 1] ?? 0, since: event.t },
  };
}

function addPoint(record: RunRecord, event: Event<"metrics">): RunRecord {
  const clock = { ...record.clock, since: record.clock.since ?? event.t };
  record[event.kind].add({
    step: event.step,
    epoch: event.epoch,
    time: event.t,
    elapsed: clock.before + Math.max(0, event.t - clock.since) / 1000,
    values: event.values,
  });
  const strange = Object.entries(event.values).find(([, value]) => typeof value !== "number");
  const notFinite =
    record.notFinite ?? (strange && event.kind === "train" ? { metric: strange[0], step: event.step } : null);
  return { ...record, clock, notFinite };
}
