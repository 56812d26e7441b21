// Owns which checkpoints of earlier runs another run can go on from. Refuses half-written ones.
import type { PastCheckpoint } from "../../contract/run.ts";
import { listCheckpoints } from "./checkpoints.ts";
import type { RunStore } from "./store.ts";

/** More than anybody looks through; the rest is named by its path. */
const MOST = 200;

export async function pastCheckpoints(
  store: Pick<RunStore, "list">,
  engine: string,
): Promise<PastCheckpoint[]> {
  const found: PastCheckpoint[] = [];
  for (const { id, head, standing } of store.list({ archived: true })) {
    if (found.length >= MOST) break;
    if (head.kind !== "train" || head.engine !== engine) continue;
    for (const { name, path, step, savedAt, complete } of await listCheckpoints(standing.outputDir))
      if (complete) found.push({ name, path, step, savedAt, runId: id, run: standing.name });
  }
  return found.sort((a, b) => b.savedAt - a.savedAt);
}
