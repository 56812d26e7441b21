// Owns making JSON text of the bytes of a record, and saying when these bytes are not what they should be.
import { isUtf8 } from "node:buffer";
import { parse } from "csv-parse/sync";
import type { FileRecord } from "../record-file.ts";
import type { RawRecord } from "./collect.ts";
import type { ByteLayout } from "./record-scanner.ts";

const NOT_UTF8 = "This record is not UTF-8 text; the engine cannot read it. Save the file as UTF-8.";
export const TORN_LINE = "The last line is cut off in the middle of a record.";

/** Without a character that the cut went through. */
function wholeCharacters(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && end > bytes.length - 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return end > 0 && (bytes[end - 1] ?? 0) >= 0xc0 ? bytes.subarray(0, end - 1) : bytes;
}

/** Whether the last line of a file, which has no newline, is nevertheless whole. */
export function isTornLine(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}

const TRUTH: Readonly<Record<string, boolean | null>> = {
  "": null,
  True: true,
  true: true,
  TRUE: true,
  False: false,
  false: false,
  FALSE: false,
};

export function csvFields(text: string): string[] {
  return parse(text, { relax_quotes: true, relax_column_count: true, to: 1 })[0] ?? [];
}

function csvRecord(text: string, columns: readonly string[]): string {
  const fields = csvFields(text);
  const cells = columns.map((name, at) => {
    const field = fields[at] ?? "";
    return [name, field in TRUTH ? TRUTH[field] : field];
  });
  return JSON.stringify(Object.fromEntries(cells));
}

/** Makes the text of a layout's records; `columns` are those of a CSV file. */
export function createRecordText(layout: ByteLayout, columns: readonly string[]) {
  return ({ bytes, size, isUnended, torn }: RawRecord, row: number): FileRecord => {
    const cut = size > bytes.length;
    const kept = cut ? wholeCharacters(bytes) : bytes;
    const raw = kept.toString("utf8");
    let problem = torn;
    if (raw.includes("\uFFFD") && !isUtf8(kept)) problem = NOT_UTF8;
    const at = { row, bytes: size, cut };
    try {
      if (layout === "txt") return { ...at, text: JSON.stringify({ text: raw.replace(/\r$/, "") }), problem };
      if (layout === "csv") return { ...at, text: csvRecord(raw, columns), problem };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return {
        ...at,
        text: JSON.stringify(raw),
        problem: cut ? problem : `This record cannot be read: ${why}`,
      };
    }
    if (layout === "jsonl" && isUnended && !cut && problem === null && isTornLine(raw)) problem = TORN_LINE;
    return { ...at, text: raw, problem };
  };
}
