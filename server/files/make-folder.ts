// Owns making a private folder with its parents. Refuses to wait for ever: Node's own recursive mkdir never returns
// below a folder that exists but takes no children, such as /proc.
import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Idempotent; throws the file system's own error, EEXIST where a file has that name. New folders are 0700. */
export function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = dirname(path);
  if (!existsSync(parent)) makeFolder(parent);
  mkdirSync(path, { mode: 0o700 });
}
