// Owns checking one record from its text to its meaning: what a page shows beside a row, and what a scan counts.
import type { DatasetDefinition } from "../../../contract/dataset.ts";
import { createFaults } from "./faults.ts";
import type { CheckContext, DatasetFormat, Fault } from "./format.ts";
import { parseRecord } from "./parse-record.ts";

/** What of a record of a file matters here. */
export type RecordText = { text: string; cut: boolean; bytes: number; problem: string | null };

export type CheckedRecord = {
  /** Undefined where the record cannot be read. */
  value: unknown;
  faults: readonly Fault[];
};

const UNIT = 1024 ** 2;

/** `format` null: only the text is checked. */
export function checkRecord(
  record: RecordText,
  format: DatasetFormat | null,
  definition: DatasetDefinition,
  context: CheckContext,
): CheckedRecord {
  const faults = createFaults();
  if (record.cut) {
    faults.add("record.cut", "", { limit: `${Math.floor(record.text.length / UNIT)} MiB` });
    return { value: undefined, faults: faults.list() };
  }
  if (record.problem !== null && !record.text.includes("\uFFFD")) {
    const value = parseRecord(record.text, context, createFaults());
    if (value === undefined) faults.add("json.torn", "");
    else faults.add("record.unreadable", "", { why: record.problem });
    return { value: undefined, faults: faults.list() };
  }
  if (record.problem !== null) faults.add("text.encoding", "");
  const value = parseRecord(record.text, context, faults);
  // Nothing that descends into it would come back.
  const isTooDeep = faults.list().some(({ code }) => code === "json.too-deep");
  if (isTooDeep) return { value: undefined, faults: faults.list() };
  if (value === undefined || format === null) return { value, faults: faults.list() };
  const meant = format.validate(value, definition, context);
  const before = faults.list().filter(({ code }) => record.problem === null || code !== "text.replacement");
  return { value, faults: before.length === 0 ? meant : [...before, ...meant] };
}
