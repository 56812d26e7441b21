// Owns making a private folder with its parents. Refuses to wait for ever: Node's own recursive mkdir never returns
// below a folder that exists but takes no children, such as /proc.
import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Idempotent; throws the file system's error, ENOTDIR where a file is in the way. New folders are 0700. */
export function makeFolder(path: string): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory()) return;
  if (there) throw Object.assign(new Error(`ENOTDIR: not a directory, '${path}'`), { code: "ENOTDIR" });
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  mkdirSync(path, { mode: 0o700 });
}
