// Owns emptying the trash of a home: what was removed in the studio lies there until then. Refuses everything else.
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { bytesOf } from "./disk-sizes.ts";

/** Bytes as `du` counts them. */
export async function emptyTrash(trash: string): Promise<{ freedBytes: number }> {
  const seen = new Set<string>();
  let freedBytes = 0;
  for (const name of await readdir(trash).catch(() => [])) {
    const path = join(trash, name);
    const bytes = await bytesOf(path, seen);
    await rm(path, { recursive: true, force: true });
    freedBytes += bytes;
  }
  return { freedBytes };
}
