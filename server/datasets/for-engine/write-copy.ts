// Owns writing a copy of a dataset in an engine's layout, over all cores: pieces aside, then one file under its name.
// Refuses to write over anything.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { DatasetFormatId } from "../../../contract/dataset.ts";
import type { RewriteResult, ScanResult } from "../../../contract/dataset-scan.ts";
import type { CopyLayout } from "../../engine-interface/data.ts";
import { makeFolder } from "../../files/make-folder.ts";
import { stageFor } from "../formats/check-definition.ts";
import type { Job } from "../scans/piece.ts";
import { createRewriteTotal, makeWorkplace } from "../scans/rewrite.ts";
import type { RewritePiece } from "../scans/rewrite-piece.ts";
import { makeHashMemory } from "../scans/row-hashes.ts";
import { collect, splitEvenly } from "../scans/run-scan.ts";
import type { ScanSource } from "../scans/scan-source.ts";

export const copyFile = (folder: string, name: string) => join(folder, `${name}.jsonl`);

export async function writeCopy(
  source: ScanSource,
  { layout, folder }: { layout: CopyLayout; folder: string },
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<RewriteResult> {
  makeFolder(folder);
  // What a process left that ended before it could say that the copy is whole.
  await rm(copyFile(folder, source.name), { force: true });
  await source.reader.indexed();
  const ranges = await splitEvenly(source);
  const request: Job["request"] & { kind: "rewrite"; format?: DatasetFormatId } = {
    kind: "rewrite",
    as: source.name,
    fixes: [],
  };
  const workplace = await makeWorkplace(folder);
  try {
    const total = createRewriteTotal(request, folder);
    const job: Job = {
      request,
      definition: source.definition,
      mediaDir: source.dir,
      stage: stageFor(source.definition),
      hashes: makeHashMemory(0),
      target: { folder: workplace, definition: source.definition },
      copy: layout,
    };
    await collect<RewritePiece, ScanResult>(job, ranges, total, onProgress, signal);
    await total.finish(workplace, signal);
    return total.result();
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
}
