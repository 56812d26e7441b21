// Owns how much the parts of a home folder take on disk, as `du` counts: blocks, a file with two names once.
import type { Stats } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { SystemInfo } from "../../contract/system.ts";
import type { HomePaths } from "../home.ts";

const FRESH_MS = 30_000;
const BLOCK = 512;

type DiskSizes = NonNullable<SystemInfo["disk"]>;

/** Counting walks every file, so an answer is kept for half a minute and asked for by one walk at a time. */
export function createDiskSizes(paths: HomePaths): () => Promise<DiskSizes> {
  let counted: { at: number; sizes: Promise<DiskSizes> } | null = null;
  return () => {
    if (counted === null || Date.now() - counted.at > FRESH_MS)
      counted = { at: Date.now(), sizes: count(paths) };
    return counted.sizes;
  };
}

async function count(paths: HomePaths): Promise<DiskSizes> {
  const seen = new Set<string>();
  const { runs, engines, models, datasets, exports, trash } = paths;
  const of = (path: string) => bytesOf(path, seen);
  const [runsBytes, enginesBytes, modelsBytes, datasetsBytes, exportsBytes, trashBytes] = await Promise.all([
    of(runs),
    of(engines),
    of(models),
    of(datasets),
    of(exports),
    bytesIn(trash, seen),
  ]);
  return { runsBytes, enginesBytes, modelsBytes, datasetsBytes, exportsBytes, trashBytes };
}

/** What vanishes while we look counts as nothing. */
export async function bytesOf(path: string, seen: Set<string>): Promise<number> {
  const stat = await lstat(path).catch(() => null);
  if (stat === null || isCounted(stat, seen)) return 0;
  const own = stat.blocks * BLOCK;
  return stat.isDirectory() ? own + (await bytesIn(path, seen)) : own;
}

/** Without the folder's own block: nothing for an empty one. */
async function bytesIn(folder: string, seen: Set<string>): Promise<number> {
  let total = 0;
  for (const name of await readdir(folder).catch(() => [])) total += await bytesOf(join(folder, name), seen);
  return total;
}

function isCounted(stat: Stats, seen: Set<string>): boolean {
  if (stat.nlink < 2 || stat.isDirectory()) return false;
  const key = `${stat.dev}:${stat.ino}`;
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}
