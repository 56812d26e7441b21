// Owns reading JSONL, JSON, CSV and text files by row: the first rows from the beginning, any other by way of the index.
// Refuses to hold more than the records asked for.
import { basename } from "node:path";
import type { FileRecord, ReadLimits, RecordFileType, RecordRange, RecordReader } from "../record-file.ts";
import { type ByteSource, openFile } from "./byte-source.ts";
import { collect } from "./collect.ts";
import type { Indexes } from "./indexes.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { cutEvenly, locate } from "./position-index.ts";
import { createScanner } from "./record-scanner.ts";
import { createRecordText } from "./record-text.ts";

const FIRST_PIECE = 64 * 1024;
const LARGEST_PIECE = 1024 * 1024;
/** Rows that are looked for from the beginning while there is no index. */
const WITHOUT_INDEX = 1000;

export const DEFAULT_LIMITS: ReadLimits = {
  recordBytes: 4 * 1024 * 1024,
  totalBytes: 16 * 1024 * 1024,
  cutBytes: 64 * 1024,
};

/** Rows `from` to `from + count`, found by going on from `start`. */
export async function readFrom(
  source: ByteSource,
  { layout, start, columns }: Layout,
  known: { row: number; offset: number } | null,
  { from, count }: { from: number; count: number },
  limits: ReadLimits,
): Promise<FileRecord[]> {
  const found: FileRecord[] = [];
  const toRecord = createRecordText(layout, columns);
  const at = known?.offset ?? start;
  const pieces = collect(source, createScanner(layout, { at, isBeginning: known === null }), {
    from: at,
    to: source.size,
    firstPiece: FIRST_PIECE,
    largestPiece: LARGEST_PIECE,
    recordBytes: limits.recordBytes,
  });
  let row = known?.row ?? 0;
  let left = limits.totalBytes;
  for await (const records of pieces) {
    for (const raw of records) {
      if (row >= from && found.length < count) {
        const kept = Math.min(raw.bytes.length, Math.max(left, limits.cutBytes));
        found.push(toRecord({ ...raw, bytes: raw.bytes.subarray(0, kept) }, row));
        left -= kept;
      }
      row += 1;
    }
    if (found.length === count) break;
  }
  return found;
}

/** Throws dataset.unreadable where the bytes are no such file. */
export async function openBytes(path: string, type: RecordFileType, indexes: Indexes): Promise<RecordReader> {
  const layout = await withFile(path, (source) => layoutOf(source, basename(path), type));
  const file = { path, layout: layout.layout, start: layout.start };
  await indexes.ready(file);

  return {
    async read(from, count, limits) {
      const known = await indexes.ready(file);
      const index = known ?? (from < WITHOUT_INDEX ? null : await indexes.build(file));
      // A page is a reason to think that others will follow.
      if (index === null) indexes.build(file).catch(() => undefined);
      else if (from >= index.rows) return [];
      const near = index === null || index.marks.length === 0 ? null : locate(index, from);
      return withFile(path, (source) =>
        readFrom(source, layout, near, { from, count }, { ...DEFAULT_LIMITS, ...limits }),
      );
    },
    index: () => indexes.state(path),
    async indexed() {
      const { rows, problem } = await indexes.build(file);
      return { rows, problem };
    },
    async split(pieces) {
      const ranges = cutEvenly(await indexes.build(file), pieces);
      return ranges.map((range) => ({ ...range, path, type, bytes: range.to - range.from }));
    },
    close: async () => {},
  };
}

async function withFile<T>(path: string, work: (source: ByteSource) => Promise<T>): Promise<T> {
  const source = await openFile(path);
  try {
    return await work(source);
  } finally {
    await source.close();
  }
}

/** The records of a piece of such a file, some hundred at a time. */
export async function* readBytes(range: RecordRange, recordBytes: number): AsyncGenerator<FileRecord[]> {
  const source = await openFile(range.path);
  try {
    const { layout, columns } = await layoutOf(source, basename(range.path), range.type);
    const toRecord = createRecordText(layout, columns);
    const pieces = collect(source, createScanner(layout, { at: range.from, isBeginning: false }), {
      from: range.from,
      to: range.to,
      firstPiece: LARGEST_PIECE,
      largestPiece: LARGEST_PIECE,
      recordBytes,
    });
    let row = range.firstRow;
    for await (const records of pieces) {
      const first = row;
      row += records.length;
      if (records.length > 0) yield records.map((raw, at) => toRecord(raw, first + at));
    }
  } finally {
    await source.close();
  }
}
