// Owns the arithmetic of stream positions. Refuses zod, so that a page can use it for a few bytes.
import type { Cursor } from "./run-event.ts";

export const streamStart: Cursor = { attempt: 1, offset: 0 };

/** < 0 when a is before b. */
export function compareCursors(a: Cursor, b: Cursor): number {
  return a.attempt - b.attempt || a.offset - b.offset;
}
