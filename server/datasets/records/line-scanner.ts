// Owns records that are lines: JSONL, where blank lines are none, and plain text, where they are. Refuses to look inside.
import type { RecordScanner } from "./scanner.ts";

const NEWLINE = 0x0a;
const SPACE = 0x20;

/** True when only spaces, tabs and returns stand between `from` and `to`; decided at the first other byte. */
function isBlank(chunk: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = chunk[at] ?? 0;
    if (byte !== SPACE && (byte < 0x09 || byte > 0x0d)) return false;
  }
  return true;
}

export function createLineScanner(start: number, { keepsBlank }: { keepsBlank: boolean }): RecordScanner {
  let lineStart = start;
  let blank = !keepsBlank;
  let seen = start;

  return {
    feed(chunk, offset, onRecord) {
      let at = 0;
      for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, at)) {
        if (!blank || !isBlank(chunk, at, end)) onRecord(lineStart, offset + end);
        at = end + 1;
        lineStart = offset + at;
        blank = !keepsBlank;
      }
      if (blank) blank = isBlank(chunk, at, chunk.length);
      seen = offset + chunk.length;
    },
    open: () => (seen > lineStart && !blank ? lineStart : null),
    finish(size, onRecord) {
      if (size > lineStart && !blank) onRecord(lineStart, size);
      return null;
    },
  };
}
