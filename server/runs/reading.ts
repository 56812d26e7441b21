// Owns what a piece of an engine's file comes to: events with their places, and how far it is read. Pure.
// Refuses to fail: lines that are no events are counted and passed over.
import { RunEvent, type StampedEvent } from "../../contract/run-event.ts";
import type { IngestPoint } from "../db/ingest.ts";
import { wholeLines } from "./lines.ts";

export type Reading = { items: StampedEvent[]; point: IngestPoint };

/** A piece of events.jsonl; `full`: it is as much as is ever read at once. Null while there is no whole line. */
export function readEvents(bytes: Buffer, point: IngestPoint, full: boolean): Reading | null {
  const { lines, end } = wholeLines(bytes, point.eventsOffset);
  if (end === point.eventsOffset) {
    if (!full) return null;
    // A line longer than that is no event: its pieces are passed over until its end.
    return {
      items: [],
      point: { ...point, eventsOffset: point.eventsOffset + bytes.length, skipped: point.skipped + 1 },
    };
  }
  const items = lines.flatMap(({ text, end: offset }) => {
    const event = parseEvent(text);
    return event ? [{ attempt: point.attempt, offset, event }] : [];
  });
  const skipped = point.skipped + lines.length - items.length;
  const source = items.length > 0 ? "events" : point.source;
  return { items, point: { ...point, source, eventsOffset: end, skipped } };
}

/** A piece of output.log, for engines without a bridge; `whole`: its last line needs no end. `step`: told last. */
export function readLog(
  bytes: Buffer,
  point: IngestPoint,
  options: { whole: boolean; step: number; parse: (line: string) => RunEvent[] },
): Reading | null {
  const cut = wholeLines(bytes, point.logOffset, "any");
  const all = point.logOffset + bytes.length;
  const nothing = cut.end === point.logOffset;
  if (nothing && !options.whole) return null;
  const lines = nothing ? [{ text: bytes.toString("utf8"), end: all }] : cut.lines;
  let { step } = options;
  const items = lines.flatMap((line) => {
    const found = options.parse(line.text).map((event) => {
      if (event.type === "progress") step = event.done;
      // A line of numbers does not always say its step; it belongs to the step that was last told.
      return event.type === "metrics" && event.step < 0 ? { ...event, step } : event;
    });
    // Several events of one line get places of their own within it.
    const placeOf = (index: number) => line.end - (found.length - 1 - index);
    return found.map((event, index) => ({ attempt: point.attempt, offset: placeOf(index), event }));
  });
  const source = items.length > 0 ? "log" : point.source;
  return { items, point: { ...point, source, logOffset: nothing ? all : cut.end } };
}

function parseEvent(text: string): RunEvent | null {
  try {
    const parsed = RunEvent.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
