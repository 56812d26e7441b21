// Owns finding out how the bytes of a file are put together, from its beginning. Refuses what the engine cannot read, with
// the reason: other encodings, archives, pictures, a wrong ending.
import type { RecordFileType } from "../record-file.ts";
import type { ByteSource } from "./byte-source.ts";
import type { ByteLayout } from "./record-scanner.ts";
import { csvFields } from "./record-text.ts";
import { unreadable } from "./unreadable.ts";

const HEAD_BYTES = 64 * 1024;

export type Layout = {
  layout: ByteLayout;
  /** Where the first byte after a byte order mark is. */
  start: number;
  /** Of a CSV file. */
  columns: string[];
};

const MAGIC: readonly [bytes: string, what: string][] = [
  ["PK\u0003\u0004", "a zip archive"],
  ["\u001f\u008b", "a gzip archive"],
  ["(\u00b5/\u00fd", "a zstd archive"],
  ["7z\u00bc\u00af", "a 7z archive"],
  ["PAR1", "a parquet file"],
  ["ARROW1", "an arrow file"],
  ["\u0089PNG", "a picture"],
  ["\u00ff\u00d8\u00ff", "a picture"],
  ["%PDF", "a PDF"],
  ["\u007fELF", "a program"],
  ["SQLite format 3", "a database"],
];

export async function readHead(source: ByteSource, bytes = HEAD_BYTES): Promise<Buffer> {
  const head = Buffer.alloc(Math.min(bytes, source.size));
  return head.subarray(0, await source.read(head, 0));
}

function refuseOtherBytes(head: Buffer, name: string, type: string): void {
  const text = head.toString("latin1", 0, 16);
  const known = MAGIC.find(([magic]) => text.startsWith(magic));
  if (known)
    throw unreadable(
      `${name} is ${known[1]}, not ${type} text.`,
      "Unpack or convert it, or give it the ending that fits what it holds.",
    );
  const isUtf16 = text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff");
  const zeros = head.subarray(0, 512).filter((byte) => byte === 0).length;
  if (isUtf16 || zeros > Math.min(512, head.length) / 4)
    throw unreadable(
      `${name} is not UTF-8 text${isUtf16 ? " but UTF-16" : ""}.`,
      "Save it as UTF-8; the engine reads nothing else.",
    );
}

/** `.json` and `.jsonl` are told apart by their first signs, as the engine's reader does. */
function jsonLayout(head: string): ByteLayout {
  const body = head.trimStart();
  if (body.startsWith("[")) return "list";
  return body.split("\n", 1)[0]?.trim() === "{" ? "objects" : "jsonl";
}

/** Throws dataset.unreadable. */
export async function layoutOf(source: ByteSource, name: string, type: RecordFileType): Promise<Layout> {
  const head = await readHead(source);
  refuseOtherBytes(head, name, type);
  const start = head.toString("latin1", 0, 3) === "\u00ef\u00bb\u00bf" ? 3 : 0;
  const text = head.toString("utf8", start);
  if (type === "txt") return { layout: "txt", start, columns: [] };
  if (type === "csv") return { layout: "csv", start, columns: csvColumns(text, name) };
  return { layout: jsonLayout(text), start, columns: [] };
}

function csvColumns(head: string, name: string): string[] {
  try {
    return csvFields(head.replace(/^(\s*\n)+/, ""));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw unreadable(`The first line of ${name} does not name its columns.`, "Put the names first.", why);
  }
}
