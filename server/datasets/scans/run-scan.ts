// Owns the list of what a scan can be, and running one over all cores: pieces out, results in, in any order.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { ScanResult } from "../../../contract/dataset-scan.ts";
import { stageFor } from "../formats/check-definition.ts";
import type { RecordRange } from "../record-file.ts";
import type { CheckPiece } from "./check-piece.ts";
import { createCheckTotal } from "./check-total.ts";
import type { Job, ThreadedRequest } from "./piece.ts";
import {
  createRewriteTotal,
  fileNameOf,
  makeWorkplace,
  newDefinition,
  refuseTaken,
  withImpliedFormat,
} from "./rewrite.ts";
import type { RewritePiece } from "./rewrite-piece.ts";
import { makeHashMemory } from "./row-hashes.ts";
import type { ScanParts, ScanProgress, ScanSource } from "./scan-source.ts";
import { createSearchTotal, type SearchPiece } from "./search.ts";
import { createStatisticsTotal, type StatisticsPiece } from "./statistics.ts";
import { workThrough } from "./worker-pool.ts";

const PIECE_BYTES = 8 * 1024 * 1024;
const MAX_PIECES = 4096;

type Total<Piece, Result> = { add(piece: Piece, index: number): void; result(isWhole: boolean): Result };

export type ThreadedScan = (
  source: ScanSource,
  request: ThreadedRequest,
  progress: ScanProgress,
  signal: AbortSignal,
) => Promise<ScanResult>;

export function createThreadedScan({ register, isTaken }: ScanParts): ThreadedScan {
  return async (source, asked, progress, signal) => {
    const request = asked.kind === "rewrite" ? withImpliedFormat(source.definition, asked) : asked;
    if (request.kind === "rewrite") await refuseTaken(source.dir, request, isTaken);
    const { rows } = await source.reader.indexed();
    const ranges = await splitEvenly(source);
    const job: Job = {
      request,
      definition: source.definition,
      mediaDir: source.dir,
      stage: (request.kind === "check" ? request.stage : undefined) ?? stageFor(source.definition),
      hashes: makeHashMemory(request.kind === "search" ? 0 : rows),
      target: null,
    };
    switch (request.kind) {
      case "check":
        return collect<CheckPiece, ScanResult>(job, ranges, createCheckTotal(job), progress, signal);
      case "statistics":
        return collect<StatisticsPiece, ScanResult>(job, ranges, createStatisticsTotal(), progress, signal);
      case "search":
        return collect<SearchPiece, ScanResult>(job, ranges, createSearchTotal(), progress, signal);
      case "rewrite": {
        const folder = await makeWorkplace(source.dir);
        try {
          const total = createRewriteTotal(request, source.dir);
          const definition = newDefinition(source.definition, request);
          const there = { ...job, target: { folder, definition } };
          const result = await collect<RewritePiece, ScanResult>(there, ranges, total, progress, signal);
          await total.finish(folder, signal);
          await register(request.as, source.dir, total.definition(definition)).catch(
            async (error: unknown) => {
              await rm(join(source.dir, fileNameOf(request)), { force: true });
              throw error;
            },
          );
          return result;
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      }
    }
  };
}

export async function splitEvenly({ reader }: ScanSource): Promise<RecordRange[]> {
  const files = await reader.split(1);
  const bytes = files.reduce((sum, range) => sum + range.bytes, 0);
  return reader.split(Math.min(MAX_PIECES, Math.max(1, Math.ceil(bytes / PIECE_BYTES))));
}

export async function collect<Piece, Result extends ScanResult>(
  job: Job,
  ranges: readonly RecordRange[],
  total: Total<Piece, Result>,
  progress: ScanProgress,
  signal: AbortSignal,
): Promise<Result> {
  const bytes = ranges.reduce((sum, range) => sum + range.bytes, 0);
  let done = 0;
  const report = () => progress(Math.min(done, bytes), bytes, () => total.result(false));
  report();
  if (ranges.length > 0) {
    await workThrough<Piece>(
      job,
      ranges,
      {
        bytes(more) {
          done += more;
          report();
        },
        piece(piece, index) {
          total.add(piece, index);
          report();
        },
      },
      signal,
    );
  }
  return total.result(true);
}
