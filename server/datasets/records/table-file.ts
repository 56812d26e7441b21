// Owns what parquet and arrow files offer alike, and making JSON text of their rows. Refuses values JSON has no word for: bytes
// become a data URL, large numbers text.
import type { FileRecord } from "../record-file.ts";

export interface TableFile {
  rows: number;
  /** What is read as one: row groups, record batches. */
  groups: readonly { firstRow: number; rows: number; bytes: number }[];
  read(from: number, to: number): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

/** A group is decoded as a whole, so its size is the memory it takes. */
export const LARGEST_GROUP = 1024 * 1024 * 1024;

const MEDIA_TYPES: readonly [start: string, type: string][] = [
  ["\u0089PNG", "image/png"],
  ["\u00ff\u00d8\u00ff", "image/jpeg"],
  ["GIF8", "image/gif"],
  ["RIFF", "application/octet-stream"],
];

function dataUrl(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.toString("latin1", 0, 4);
  const type = MEDIA_TYPES.find(([magic]) => start.startsWith(magic))?.[1] ?? "application/octet-stream";
  return `data:${type};base64,${buffer.toString("base64")}`;
}

function plain(_: string, value: unknown): unknown {
  if (typeof value === "bigint")
    return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  return value instanceof Uint8Array ? dataUrl(value) : value;
}

export function tableRecord(value: unknown, row: number, recordBytes: number): FileRecord {
  const text = JSON.stringify(value, plain) ?? "null";
  const bytes = Buffer.byteLength(text);
  const cut = bytes > recordBytes;
  return { row, bytes, text: cut ? text.slice(0, recordBytes) : text, cut, problem: null };
}
