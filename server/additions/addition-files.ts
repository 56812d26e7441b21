// Owns the files of additions on disk: listing, writing beside and renaming, keeping what is replaced in the trash.
// Refuses to look inside them.
import { copyFileSync, readFileSync, renameSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { writeAtomic } from "../files/atomic.ts";
import { listFolder } from "../files/list-folder.ts";
import { makeFolder } from "../files/make-folder.ts";

const MAX_BYTES = 1024 * 1024;

export type AdditionFile = {
  origin: "example" | "user";
  path: string;
  /** The file's name without its ending. */
  stem: string;
  content: { text: string } | { unreadable: string };
};

function contentOf(path: string): AdditionFile["content"] {
  try {
    if (statSync(path).size > MAX_BYTES) return { unreadable: "The file is larger than 1 MiB." };
    return { text: readFileSync(path, "utf8") };
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) };
  }
}

/** By name; hidden files (half-written ones among them) are left out. */
export function listAdditionFiles(
  folder: string,
  endings: readonly string[],
  origin: AdditionFile["origin"],
): AdditionFile[] {
  return listFolder(folder)
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .filter((name) => endings.includes(extname(name)))
    .sort()
    .map((name) => {
      const path = join(folder, name);
      return { origin, path, stem: basename(name, extname(name)), content: contentOf(path) };
    });
}

/** A name in the trash that says when; two in one millisecond are told apart. */
function trashName(path: string, trash: string): string {
  for (let count = 0; ; count += 1) {
    const name = join(trash, `${Date.now()}${count === 0 ? "" : `-${count}`}-${basename(path)}`);
    if (!statSync(name, { throwIfNoEntry: false })) return name;
  }
}

/** The file before stays in the trash. */
export function saveAdditionFile(folder: string, name: string, text: string, trash: string): string {
  makeFolder(folder);
  const path = join(folder, name);
  if (statSync(path, { throwIfNoEntry: false })) {
    makeFolder(trash);
    copyFileSync(path, trashName(path, trash));
  }
  writeAtomic(path, text);
  return path;
}

export function trashAdditionFile(path: string, trash: string): void {
  makeFolder(trash);
  renameSync(path, trashName(path, trash));
}
