// Owns looking at media files for a check, each once: there or not, and whether a picture begins in it. Refuses the network,
// and files outside the folder.
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
import type { MediaKind } from "../../../contract/dataset.ts";
import { isAddress } from "../formats/content-parts.ts";
import type { MediaState } from "../formats/format.ts";
import { pictureType } from "../formats/picture-type.ts";

const MAX_KNOWN = 200_000;
const HEAD = 64;

export type MediaStates = {
  look(kind: MediaKind, source: string): MediaState;
  /** Null where there is no such file. */
  bytes(source: string): number | null;
};

export function createMediaStates(folder: string): MediaStates {
  const known = new Map<string, MediaState>();
  const sizes = new Map<string, number | null>();

  function look(kind: MediaKind, source: string): MediaState {
    const before = known.get(source);
    if (before !== undefined) return before;
    if (known.size >= MAX_KNOWN) known.clear();
    const state = stateOf(folder, kind, source);
    known.set(source, state);
    return state;
  }

  function bytes(source: string): number | null {
    const before = sizes.get(source);
    if (before !== undefined) return before;
    if (sizes.size >= MAX_KNOWN) sizes.clear();
    const path = insideOf(folder, source);
    const size = path === null ? null : (statSync(path, { throwIfNoEntry: false })?.size ?? null);
    sizes.set(source, size);
    return size;
  }
  return { look, bytes };
}

function insideOf(folder: string, source: string): string | null {
  if (source.includes("\0")) return null;
  const path = resolve(folder, source);
  const way = relative(folder, path);
  return way.startsWith("..") || isAbsolute(way) ? null : path;
}

function stateOf(folder: string, kind: MediaKind, source: string): MediaState {
  if (isAddress(source)) return { status: "url" };
  if (source.includes("\0")) return { status: "missing" };
  const path = insideOf(folder, source);
  if (path === null) return { status: "outside" };
  try {
    const info = statSync(path, { throwIfNoEntry: false });
    if (info === undefined) return { status: "missing" };
    if (!info.isFile()) return { status: "unreadable", why: "it is no file" };
    if (info.size === 0) return { status: "unreadable", why: "it is empty" };
    return judge(kind, path, readHead(path));
  } catch (error) {
    return { status: "unreadable", why: error instanceof Error ? error.message : String(error) };
  }
}

function judge(kind: MediaKind, path: string, head: Buffer): MediaState {
  if (head.toString("latin1").startsWith("version https://git-lfs"))
    return { status: "unreadable", why: "it is a Git LFS pointer; the file itself was not fetched" };
  // Targa pictures have no sign at their beginning.
  if (kind !== "image" || path.toLowerCase().endsWith(".tga") || pictureType(head) !== null)
    return { status: "ok" };
  return { status: "unreadable", why: "it is no picture" };
}

function readHead(path: string): Buffer {
  const file = openSync(path, "r");
  try {
    const head = Buffer.alloc(HEAD);
    return head.subarray(0, readSync(file, head, 0, HEAD, 0));
  } finally {
    closeSync(file);
  }
}
