// Owns the one list of scanners, by how the bytes of a file are put together. Refuses to guess that; layout.ts does.
import { createCsvScanner } from "./csv-scanner.ts";
import { createJsonScanner } from "./json-scanner.ts";
import { createLineScanner } from "./line-scanner.ts";
import type { RecordScanner } from "./scanner.ts";

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
