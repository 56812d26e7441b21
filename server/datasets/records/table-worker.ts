// Owns decoding tables on a thread of its own, so that a broken file harms nothing else. Refuses to keep files open.
import { parentPort } from "node:worker_threads";
import type { ApiError } from "../../../contract/errors.ts";
import { isStudioError } from "../../studio-error.ts";
import type { FileRecord, ReadLimits } from "../record-file.ts";
import { openArrow } from "./arrow.ts";
import { openParquet } from "./parquet.ts";
import { type TableFile, tableRecord } from "./table-file.ts";

export type TableType = "parquet" | "arrow";
export type TableRequest = {
  id: number;
  path: string;
  type: TableType;
  /** Null: only how many rows there are, and in which groups. */
  rows: { from: number; count: number; limits: ReadLimits } | null;
};
export type TableShape = Pick<TableFile, "rows" | "groups">;
export type TableAnswer =
  | { id: number; ok: true; shape: TableShape; records: FileRecord[] }
  | { id: number; ok: false; error: ApiError };

async function answer({ id, path, type, rows: wanted }: TableRequest): Promise<TableAnswer> {
  const table = await (type === "parquet" ? openParquet(path) : openArrow(path));
  try {
    const { rows, groups } = table;
    const shape = {
      rows,
      groups: groups.map(({ firstRow, rows: own, bytes }) => ({ firstRow, rows: own, bytes })),
    };
    if (wanted === null) return { id, ok: true, shape, records: [] };
    const { from, count, limits } = wanted;
    const values = from < rows ? await table.read(from, Math.min(rows, from + count)) : [];
    let left = limits.totalBytes;
    const records = values.map((value, at) => {
      const most = Math.min(limits.recordBytes, Math.max(left, limits.cutBytes));
      const record = tableRecord(value, from + at, most);
      left -= record.text.length;
      return record;
    });
    return { id, ok: true, shape, records };
  } finally {
    await table.close();
  }
}

parentPort?.on("message", async (request: TableRequest) => {
  const result = await answer(request).catch((error: unknown): TableAnswer => {
    const message = error instanceof Error ? error.message : String(error);
    const body: ApiError = isStudioError(error)
      ? error.body
      : { code: "dataset.unreadable", message: "The file cannot be read.", reason: message };
    return { id: request.id, ok: false, error: body };
  });
  parentPort?.postMessage(result);
});
