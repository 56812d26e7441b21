// Owns where records lie in a file: the position of a record about every 64 KiB, found in one pass. Holds 16 bytes per mark,
// whatever the records hold. Refuses to keep records.
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { type ByteLayout, createScanner } from "./record-scanner.ts";
import { isTornLine, TORN_LINE } from "./record-text.ts";

export type PositionIndex = {
  size: number;
  rows: number;
  /** Row and offset by turns, ascending. */
  marks: Float64Array<ArrayBuffer>;
  /** What is wrong with the end of the file. */
  problem: string | null;
};

export type BuildRequest = {
  path: string;
  layout: ByteLayout;
  start: number;
  /** An index of the same file when it was shorter; only what came after it is read. */
  shorter: PositionIndex | null;
};

const STRIDE = 64 * 1024;
const MOST_MARKS = 2 ** 18;
const PIECE = 1024 * 1024;
const LONGEST_LINE = 16 * 1024 * 1024;

/** Reads the file from end to end without pause: for a worker, or for small files. */
export function buildIndex(
  { path, layout, start, shorter }: BuildRequest,
  onProgress: (bytes: number, rows: number) => void = () => {},
): PositionIndex {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const stride = Math.max(STRIDE, Math.ceil(size / MOST_MARKS));
    // The last record of a shorter file may have grown too, so it is looked at again from its mark on.
    const from = shorter && shorter.marks.length > 0 ? lastMark(shorter.marks) : null;
    const marks: number[] = from && shorter ? [...shorter.marks.subarray(0, -2)] : [];
    const scanner = createScanner(layout, { at: from ? from.offset : start, isBeginning: from === null });
    const buffer = Buffer.allocUnsafe(PIECE);
    let rows = from ? from.row : 0;
    let nextMark = 0;
    let lastRecord = { from: 0, to: 0 };
    const onRecord = (at: number, to: number) => {
      if (at >= nextMark) {
        marks.push(rows, at);
        nextMark = at + stride;
      }
      lastRecord = { from: at, to };
      rows += 1;
    };
    let at = from ? from.offset : start;
    while (at < size) {
      const read = readSync(file, buffer, 0, Math.min(PIECE, size - at), at);
      if (read === 0) break;
      scanner.feed(buffer.subarray(0, read), at, onRecord);
      at += read;
      onProgress(at, rows);
    }
    const torn = scanner.finish(size, onRecord);
    const isTorn = layout === "jsonl" && lastRecord.to === size && isTornAt(file, lastRecord);
    const problem = torn ?? (isTorn ? TORN_LINE : null);
    return { size, rows, marks: Float64Array.from(marks), problem };
  } finally {
    closeSync(file);
  }
}

function isTornAt(file: number, { from, to }: { from: number; to: number }): boolean {
  if (to - from > LONGEST_LINE) return false;
  const line = Buffer.alloc(to - from);
  readSync(file, line, 0, line.length, from);
  return isTornLine(line.toString("utf8"));
}

const markAt = (marks: Float64Array, at: number) => ({
  row: marks[at * 2] ?? 0,
  offset: marks[at * 2 + 1] ?? 0,
});
const lastMark = (marks: Float64Array) => markAt(marks, marks.length / 2 - 1);

function lastAtOrBefore(
  marks: Float64Array,
  isAfter: (mark: { row: number; offset: number }) => boolean,
): number {
  let low = 0;
  let high = marks.length / 2 - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isAfter(markAt(marks, middle))) high = middle - 1;
    else low = middle;
  }
  return low;
}

/** The nearest known record at or before `row`. */
export function locate(index: PositionIndex, row: number): { row: number; offset: number } {
  return markAt(
    index.marks,
    lastAtOrBefore(index.marks, (mark) => mark.row > row),
  );
}

/** At most `pieces` ranges of about the same size, cut at known records. */
export function cutEvenly(
  index: PositionIndex,
  pieces: number,
): { from: number; to: number; firstRow: number }[] {
  if (index.rows === 0) return [];
  const starts = Array.from({ length: pieces }, (_, piece) =>
    lastAtOrBefore(index.marks, (mark) => mark.offset > (index.size / pieces) * piece),
  );
  return [...new Set(starts)].map((start, at, all) => {
    const { row, offset } = markAt(index.marks, start);
    const next = all[at + 1];
    return {
      from: offset,
      to: next === undefined ? index.size : markAt(index.marks, next).offset,
      firstRow: row,
    };
  });
}
