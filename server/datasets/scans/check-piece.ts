// Owns checking the records of one piece.
import { checkRecord } from "../formats/check-record.ts";
import { makeFault } from "../formats/faults.ts";
import { formatOf } from "../formats/index.ts";
import { isObject } from "../formats/value-kind.ts";
import { type ColumnKinds, createColumnTracker } from "./column-kinds.ts";
import { addFault, type FaultCount, type FaultCounts } from "./fault-counts.ts";
import type { Desk, PieceWork } from "./piece.ts";
import { createRowHashes } from "./row-hashes.ts";

export type CheckPiece = { rows: number; unusable: number; counts: FaultCounts; columns: ColumnKinds };

/** Tables have typed columns; only JSON can mix kinds. */
const UNTYPED = ["json", "jsonl"];

export function checkPiece({ job, range, context }: Desk): PieceWork<CheckPiece> {
  const { definition } = job;
  const format = formatOf(definition);
  const counts = new Map<string, FaultCount>();
  const wasSeen = createRowHashes(job.hashes);
  const columns = createColumnTracker();
  const isUntyped = UNTYPED.includes(range.type);
  let rows = 0;
  let unusable = 0;

  return {
    see(record) {
      const { value, faults } = checkRecord(record, format, definition, context);
      rows += 1;
      let isUnusable = false;
      for (const fault of faults) {
        addFault(counts, fault, record.row);
        isUnusable ||= fault.severity === "error";
      }
      if (isUnusable) unusable += 1;
      if (value === undefined) return;
      if (wasSeen(record.text)) addFault(counts, makeFault("record.repeated", ""), record.row);
      if (isObject(value) && (isUntyped || rows === 1)) columns.see(record.row, value);
    },
    end: () => ({ rows, unusable, counts: Object.fromEntries(counts), columns: columns.kinds() }),
  };
}
