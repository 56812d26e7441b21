// Owns counting the records of a JSON or JSONL file without parsing them. Refuses files that would take long.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";

const LARGEST = 64 * 1024 * 1024;
const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = Buffer.from('"\\{}[]');

export type RowCount = { rows: number | null; problem: string | null };
const cache = new Map<string, { stamp: string; count: RowCount }>();

/** `.json` and `.jsonl` are told apart by their first sign, as the engine's reader does. */
export async function countRows(path: string): Promise<RowCount> {
  const { size, mtimeMs } = await stat(path);
  if (size > LARGEST || !/\.jsonl?$/i.test(path)) return { rows: null, problem: null };
  const stamp = `${size}:${mtimeMs}`;
  const known = cache.get(path);
  if (known?.stamp === stamp) return known.count;
  const count = await scan(path);
  cache.set(path, { stamp, count });
  return count;
}

async function scan(path: string): Promise<RowCount> {
  let depth = 0;
  let inText = false;
  let escaped = false;
  let isList: boolean | null = null;
  let rows = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes: Buffer = chunk;
    for (const byte of bytes) {
      if (inText) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) inText = false;
      } else if (byte === QUOTE) inText = true;
      else if (byte === OPEN || byte === OPEN_LIST) {
        isList ??= byte === OPEN_LIST;
        if (byte === OPEN && depth === (isList ? 1 : 0)) rows += 1;
        depth += 1;
      } else if (byte === CLOSE || byte === CLOSE_LIST) depth -= 1;
    }
  }
  if (depth !== 0 || inText)
    return { rows: null, problem: "The file ends in the middle of a record; it may be cut off." };
  return rows === 0 ? { rows, problem: "There are no records in the file." } : { rows, problem: null };
}
