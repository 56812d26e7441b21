// Owns the one list of readers, by file type, and reading several files as one. Refuses types that are not in it.
import { realpath } from "node:fs/promises";
import { basename } from "node:path";
import type { IndexState } from "../../../contract/dataset.ts";
import type { FileRecord, ReadRange, RecordFileType, RecordRange, RecordReader } from "../record-file.ts";
import { openBytes, readBytes } from "./byte-reader.ts";
import { fileTypeOf } from "./file-type.ts";
import type { Indexes } from "./indexes.ts";
import { openTable, readTable, type TableThread } from "./table-reader.ts";
import type { TableType } from "./table-worker.ts";
import { unreadable } from "./unreadable.ts";

const SCAN_RECORD_BYTES = 64 * 1024 * 1024;

/** What reading needs that is shared by all files. */
export type Reading = { indexes: Indexes; tables: TableThread };

type Kind = {
  open(path: string, reading: Reading): Promise<RecordReader>;
  range(range: RecordRange, recordBytes: number): AsyncIterable<readonly FileRecord[]>;
};

const bytes = (type: RecordFileType): Kind => ({
  open: (path, { indexes }) => openBytes(path, type, indexes),
  range: readBytes,
});
const table = (type: TableType): Kind => ({
  open: (path, { tables }) => openTable(path, type, tables),
  range: readTable,
});

const READERS: Readonly<Record<RecordFileType, Kind>> = {
  arrow: table("arrow"),
  csv: bytes("csv"),
  json: bytes("json"),
  jsonl: bytes("jsonl"),
  parquet: table("parquet"),
  txt: bytes("txt"),
};

/** Every record of a range in order; for any thread. */
export const readRange: ReadRange = (range, recordBytes = SCAN_RECORD_BYTES) =>
  READERS[range.type].range(range, recordBytes);

export async function openRecords(path: string, reading: Reading): Promise<RecordReader> {
  const type = fileTypeOf(path);
  if (type === null)
    throw unreadable(
      `${basename(path)} is not of a type the engine reads.`,
      "It reads .json, .jsonl, .csv, .txt, .parquet and .arrow.",
    );
  return READERS[type].open(await realpath(path), reading);
}

/** Several files, one behind the other. */
export function joinReaders(readers: readonly RecordReader[]): RecordReader {
  const [only] = readers;
  if (only !== undefined && readers.length === 1) return only;

  async function rowsBefore(at: number): Promise<number> {
    const counts = await Promise.all(readers.slice(0, at).map((reader) => reader.indexed()));
    return counts.reduce((sum, { rows }) => sum + rows, 0);
  }

  return {
    async read(from, count, limits) {
      const found = [];
      let first = 0;
      for (const reader of readers) {
        const missing = count - found.length;
        if (missing === 0) break;
        const own = Math.max(0, from + found.length - first);
        const records = await reader.read(own, missing, limits);
        for (const record of records) found.push({ ...record, row: record.row + first });
        if (found.length < count) first += (await reader.indexed()).rows;
      }
      return found;
    },
    index: () => joinStates(readers.map((reader) => reader.index())),
    async indexed() {
      const all = await Promise.all(readers.map((reader) => reader.indexed()));
      const problem = all.find((each) => each.problem !== null)?.problem ?? null;
      return { rows: await rowsBefore(readers.length), problem };
    },
    async split(pieces) {
      const each = Math.max(1, Math.ceil(pieces / Math.max(1, readers.length)));
      const ranges = await Promise.all(
        readers.map(async (reader, at) => {
          const before = await rowsBefore(at);
          const own = await reader.split(each);
          return own.map((range) => ({ ...range, firstRow: range.firstRow + before }));
        }),
      );
      return ranges.flat();
    },
    async close() {
      for (const reader of readers) await reader.close();
    },
  };
}

function joinStates(states: readonly IndexState[]): IndexState {
  const failed = states.find((state) => state.status === "failed");
  if (failed) return failed;
  let rows = 0;
  let bytes = 0;
  let total = 0;
  let isReady = true;
  for (const state of states) {
    if (state.status === "ready") rows += state.rows;
    else isReady = false;
    if (state.status !== "building") continue;
    rows += state.rows;
    bytes += state.bytes;
    total += state.total;
  }
  if (isReady) return { status: "ready", rows };
  return total > 0 ? { status: "building", bytes, total, rows } : { status: "none" };
}
