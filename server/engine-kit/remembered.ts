// Owns reading small files once for as long as they stay as they are: a check runs at every keystroke.
import { readFileSync, statSync } from "node:fs";

const LARGEST = 4 * 1024 * 1024;

/** What `parse` makes of a file's text; null when there is none. Read anew when the file has changed. */
export function createRemembered<T>(parse: (text: string, path: string) => T): (path: string) => T | null {
  const known = new Map<string, { stamp: string; value: T }>();
  return (path) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats?.isFile() || stats.size > LARGEST) return null;
    const stamp = `${stats.mtimeMs}:${stats.size}`;
    const before = known.get(path);
    if (before?.stamp === stamp) return before.value;
    const value = parse(readFileSync(path, "utf8"), path);
    known.set(path, { stamp, value });
    return value;
  };
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
