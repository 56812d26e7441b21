// Owns writing a file so that a reader, a crash or a power cut sees the old one or the new one whole.
// Refuses to create folders.
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";

let count = 0;

/** Replaces `path` with `text`. Synchronous: a lifecycle step must be on disk before the next one is taken. */
export function writeAtomic(path: string, text: string, mode = 0o600): void {
  count += 1;
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}-${count}.tmp`);
  try {
    const handle = openSync(temporary, "wx", mode);
    try {
      const data = Buffer.from(text);
      for (let at = 0; at < data.length; ) at += writeSync(handle, data, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

export function writeJson(path: string, value: unknown): void {
  writeAtomic(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** A rename is durable only once its folder is. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
