// Owns reading a run's two streams from any place: events from the database, the log from its file.
// Refuses to keep anything in memory for readers that may come back.

import type { Cursor, LogChunk, StampedEvent } from "../../contract/run-event.ts";
import { isLive } from "../../contract/run-status.ts";
import type { Executor } from "../executors/executor.ts";
import type { HomePaths } from "../home.ts";
import { brokenStart, wholeCharacters } from "./lines.ts";
import type { RunStore } from "./store.ts";

const MOST_EVENTS = 5000;
const MOST_BYTES = 1024 * 1024;

export function createStreams(context: { store: RunStore; executor: Executor; paths: HomePaths }) {
  const { store, executor, paths } = context;

  return {
    events(id: string, after: Cursor, limit: number): { items: StampedEvent[]; more: boolean } {
      store.get(id);
      const wanted = Math.max(1, Math.min(limit, MOST_EVENTS));
      const items = store.events(id, after, wanted + 1);
      return { items: items.slice(0, wanted), more: items.length > wanted };
    },

    async log(id: string, where: { attempt?: number; offset: number; limit: number }): Promise<LogChunk> {
      const { standing } = store.get(id);
      const attempt = where.attempt ?? standing.attempts.at(-1)?.attempt ?? standing.attempt;
      const folder = paths.attempt(id, attempt);
      const limit = Math.max(4, Math.min(where.limit, MOST_BYTES));
      const { size: sizeNow } = await executor.read(folder, "output.log", 0, 0);
      const begin = where.offset < 0 ? Math.max(0, sizeNow + where.offset) : where.offset;
      const { bytes, size } = await executor.read(folder, "output.log", begin, limit);
      // In mid-file a reader counted from the end may have landed within a character.
      const start = where.offset < 0 && begin > 0 ? brokenStart(bytes) : 0;
      const growing = attempt === standing.attempt && isLive(standing.state);
      const atEnd = begin + bytes.length >= size;
      const stop = atEnd && !growing ? bytes.length : wholeCharacters(bytes);
      const text = bytes.toString("utf8", start, stop);
      return { attempt, offset: begin + start, end: begin + stop, size, text };
    },
  };
}
