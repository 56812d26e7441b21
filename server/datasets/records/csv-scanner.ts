// Owns records of a comma-separated file: a newline inside quotes is no end, blank lines are no records, the first record
// names the columns. Refuses to read fields.
import type { OnRecord, RecordScanner } from "./scanner.ts";

const [QUOTE, COMMA, NEWLINE, RETURN] = Buffer.from('",\n\r');
type Place = "field-start" | "plain" | "quoted" | "after-quote";

/** `header`: the first record is the one with the names, and is not told of. */
export function createCsvScanner(start: number, { header }: { header: boolean }): RecordScanner {
  let place: Place = "field-start";
  let recordStart = start;
  let isHeader = header;
  let isEmpty = true;
  let seen = start;

  function endRecord(end: number, onRecord: OnRecord): void {
    if (!isEmpty) {
      if (!isHeader) onRecord(recordStart, end);
      isHeader = false;
    }
    place = "field-start";
    isEmpty = true;
  }

  return {
    feed(chunk, offset, onRecord) {
      for (let at = 0; at < chunk.length; at += 1) {
        if (place === "quoted") {
          const quote = chunk.indexOf(QUOTE ?? 0, at);
          if (quote === -1) break;
          at = quote;
          place = "after-quote";
          continue;
        }
        const byte = chunk[at];
        if (byte === NEWLINE) {
          endRecord(offset + at, onRecord);
          recordStart = offset + at + 1;
          continue;
        }
        if (byte === COMMA) place = "field-start";
        else if (byte === QUOTE && (place === "field-start" || place === "after-quote")) place = "quoted";
        else if (byte !== RETURN) place = "plain";
        if (byte !== RETURN) isEmpty = false;
      }
      seen = offset + chunk.length;
    },
    open: () => (seen > recordStart && !isEmpty && !isHeader ? recordStart : null),
    finish(size, onRecord) {
      const isTorn = place === "quoted";
      endRecord(size, onRecord);
      return isTorn
        ? "The file ends inside quotes; a closing quote is missing or the file is cut off."
        : null;
    },
  };
}
