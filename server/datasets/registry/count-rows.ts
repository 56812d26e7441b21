// Owns how many rows a file holds, for a list: at once where that is quick, known or not for large ones.
import { stat } from "node:fs/promises";
import { isStudioError } from "../../studio-error.ts";
import { fileTypeOf } from "../records/file-type.ts";
import { openRecords, type Reading } from "../records/open-records.ts";

const LARGEST = 64 * 1024 * 1024;
const MOST_KNOWN = 1000;

export type RowCount = { rows: number | null; problem: string | null };
export type CountRows = (path: string) => Promise<RowCount>;

export function createCountRows(reading: Reading): CountRows {
  const known = new Map<string, { stamp: string; count: RowCount }>();

  async function count(path: string, size: number): Promise<RowCount> {
    const isTable = ["parquet", "arrow"].includes(fileTypeOf(path) ?? "");
    try {
      const reader = await openRecords(path, reading);
      const state = reader.index();
      if (!isTable && size > LARGEST && state.status !== "ready") return { rows: null, problem: null };
      const { rows, problem } = await reader.indexed();
      return { rows: problem === null ? rows : null, problem: problem ?? emptiness(rows) };
    } catch (error) {
      if (isStudioError(error)) return { rows: null, problem: error.body.message };
      throw error;
    }
  }

  return async (path) => {
    const { size, mtimeMs } = await stat(path);
    const stamp = `${size}:${mtimeMs}`;
    const found = known.get(path);
    if (found?.stamp === stamp) return found.count;
    const counted = await count(path, size);
    if (counted.rows !== null || counted.problem !== null) known.set(path, { stamp, count: counted });
    const oldest = known.keys().next().value;
    if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    return counted;
  };
}

const emptiness = (rows: number) => (rows === 0 ? "There are no records in the file." : null);
