// Owns what tells records apart in a stream of bytes, one per kind of text file. Refuses to keep bytes: only positions.
import { createCsvScanner } from "./csv-scanner.ts";
import { createJsonScanner } from "./json-scanner.ts";
import { createLineScanner } from "./line-scanner.ts";

export type OnRecord = (start: number, end: number) => void;

export interface RecordScanner {
  /** `chunk` lies at `offset` in the file; chunks come in order. Tells of each record that ends in it. */
  feed(chunk: Buffer, offset: number, onRecord: OnRecord): void;
  /** Where the record under way began; null between records. */
  open(): number | null;
  /** The file ends at `size`: tells of a last record without an end, and what is wrong with it. */
  finish(size: number, onRecord: OnRecord): string | null;
}

/** How the bytes of a file are put together; `objects` is JSON objects one after the other, over any number of lines. */
export type ByteLayout = "jsonl" | "list" | "objects" | "csv" | "txt";

/** `isBeginning`: at the first byte of the file, where a list's bracket or a header may stand; else at a record. */
export function createScanner(
  layout: ByteLayout,
  { at, isBeginning }: { at: number; isBeginning: boolean },
): RecordScanner {
  switch (layout) {
    case "jsonl":
    case "txt":
      return createLineScanner(at, { keepsBlank: layout === "txt" });
    case "list":
    case "objects":
      return createJsonScanner(layout, { within: !isBeginning });
    case "csv":
      return createCsvScanner(at, { header: isBeginning });
  }
}
