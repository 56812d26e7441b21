// Owns keeping an index on disk beside the studio's own data, never beside the user's. Refuses one that does not belong to the
// file as it is now: another size, time or beginning.
import { createHash } from "node:crypto";
import { open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { makeFolder } from "../../files/make-folder.ts";
import type { PositionIndex } from "./position-index.ts";
import type { ByteLayout } from "./record-scanner.ts";

const VERSION = 1;
const EDGE = 4096;

export type FileStamp = { path: string; size: number; mtimeMs: number };

const Header = z.object({
  version: z.literal(VERSION),
  layout: z.string(),
  size: z.number(),
  mtimeMs: z.number(),
  edges: z.string(),
  rows: z.number(),
  problem: z.string().nullable(),
});

const nameOf = (path: string) => `${createHash("sha256").update(path).digest("hex").slice(0, 32)}.index`;

/** A fingerprint of the first and the last bytes of the first `size` bytes. */
async function edgesOf(path: string, size: number): Promise<string> {
  const file = await open(path, "r");
  try {
    const hash = createHash("sha256");
    for (const at of [0, Math.max(0, size - EDGE)]) {
      const piece = Buffer.alloc(Math.min(EDGE, size));
      await file.read(piece, 0, piece.length, at);
      hash.update(piece);
    }
    return hash.digest("hex");
  } finally {
    await file.close();
  }
}

export type StoredIndex = { index: PositionIndex; isWhole: boolean };

/** The stored index: of the whole file, or of what it was before something was appended. */
export async function loadIndex(
  folder: string,
  stamp: FileStamp,
  layout: ByteLayout,
): Promise<StoredIndex | null> {
  try {
    const bytes = await readFile(join(folder, nameOf(stamp.path)));
    const headEnd = bytes.indexOf(0x0a);
    const head = Header.parse(JSON.parse(bytes.subarray(0, headEnd).toString()));
    if (head.layout !== layout || head.size > stamp.size) return null;
    const isWhole = head.size === stamp.size && head.mtimeMs === stamp.mtimeMs;
    if (!isWhole && (head.size === stamp.size || (await edgesOf(stamp.path, head.size)) !== head.edges))
      return null;
    const body = bytes.subarray(headEnd + 1);
    const marks = new Float64Array(body.length / 8);
    for (let at = 0; at < marks.length; at += 1) marks[at] = body.readDoubleLE(at * 8);
    return { index: { size: head.size, rows: head.rows, marks, problem: head.problem }, isWhole };
  } catch {
    return null;
  }
}

export async function storeIndex(
  folder: string,
  stamp: FileStamp,
  layout: ByteLayout,
  index: PositionIndex,
): Promise<void> {
  const head: z.input<typeof Header> = {
    version: VERSION,
    layout,
    size: index.size,
    mtimeMs: stamp.mtimeMs,
    edges: await edgesOf(stamp.path, index.size),
    rows: index.rows,
    problem: index.problem,
  };
  makeFolder(folder);
  const path = join(folder, nameOf(stamp.path));
  const beside = `${path}.${process.pid}.tmp`;
  const body = Buffer.alloc(index.marks.length * 8);
  index.marks.forEach((value, at) => {
    body.writeDoubleLE(value, at * 8);
  });
  try {
    await writeFile(beside, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]), { mode: 0o600 });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
