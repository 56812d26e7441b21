// Owns which files the engine takes as data, by their ending. Refuses to look inside.
import { extname } from "node:path";
import type { RecordFileType } from "../record-file.ts";

export const FILE_TYPES: readonly RecordFileType[] = ["arrow", "csv", "json", "jsonl", "parquet", "txt"];

/** The type of a file of this name; null where the engine would refuse it. */
export function fileTypeOf(name: string): RecordFileType | null {
  const ending = extname(name).slice(1).toLowerCase();
  return FILE_TYPES.find((type) => type === ending) ?? null;
}
