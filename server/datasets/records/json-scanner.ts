// Owns records that are the items of a JSON list, or JSON objects one after the other. Counts depth instead of descending,
// so a million brackets cost nothing. Refuses to judge whether a record is valid JSON.
import type { OnRecord, RecordScanner } from "./scanner.ts";

const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, COMMA] = Buffer.from('"\\{}[],');
const isSpace = (byte: number) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
const TORN = "The file ends in the middle of a record; it may be cut off.";

/** `within`: it begins at an item of the list, not at the list's bracket. */
export function createJsonScanner(
  layout: "list" | "objects",
  { within }: { within: boolean },
): RecordScanner {
  const base = layout === "list" ? 1 : 0;
  let depth = within ? base : 0;
  let ended = false;
  let inText = false;
  let escaped = false;
  let recordStart: number | null = null;
  /** A number, true, false or null directly in the list ends where the next sign begins. */
  let isScalar = false;

  /** The position after the closing quote, or the chunk's length. */
  function skipText(chunk: Buffer, from: number): number {
    const quote = chunk.indexOf(QUOTE ?? 0, from);
    const to = quote === -1 ? chunk.length : quote;
    let back = to;
    while (back > from && chunk[back - 1] === BACKSLASH) back -= 1;
    const isOdd = (to - back) % 2 === 1;
    const isEscaped = back === from && escaped ? !isOdd : isOdd;
    if (quote === -1) {
      escaped = to === from ? escaped : isEscaped;
      return to;
    }
    inText = isEscaped;
    escaped = false;
    return quote + 1;
  }

  function finishRecord(end: number, onRecord: OnRecord): void {
    if (recordStart !== null) onRecord(recordStart, end);
    recordStart = null;
    isScalar = false;
  }

  return {
    feed(chunk, offset, onRecord) {
      for (let at = 0; at < chunk.length; ) {
        if (inText) {
          at = skipText(chunk, at);
          if (!inText && depth === base) finishRecord(offset + at, onRecord);
          continue;
        }
        const byte = chunk[at] ?? 0;
        if (byte === QUOTE) {
          if (depth === base && !ended) recordStart ??= offset + at;
          inText = true;
        } else if (byte === OPEN || byte === OPEN_LIST) {
          if (isScalar) finishRecord(offset + at, onRecord);
          if (depth === base && !ended) recordStart = offset + at;
          depth += 1;
        } else if (byte === CLOSE || byte === CLOSE_LIST) {
          if (isScalar) finishRecord(offset + at, onRecord);
          depth -= 1;
          if (depth === base) finishRecord(offset + at + 1, onRecord);
          else if (depth < base) {
            ended = true;
            depth = Math.max(depth, 0);
          }
        } else if (depth === base && !ended) {
          if (byte === COMMA || isSpace(byte)) finishRecord(offset + at, onRecord);
          else if (recordStart === null) {
            recordStart = offset + at;
            isScalar = true;
          }
        }
        at += 1;
      }
    },
    open: () => recordStart,
    finish(size, onRecord) {
      if (layout === "list" ? ended : recordStart === null) return null;
      finishRecord(size, onRecord);
      return TORN;
    },
  };
}
