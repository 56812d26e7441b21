// Owns threads that work through the pieces of a dataset: started for one scan and ended with it, whatever happens to it.
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { StudioError } from "../../studio-error.ts";
import type { RecordRange } from "../record-file.ts";
import type { FromWorker, Job, ToWorker } from "./piece.ts";

const HEAP_MIB = 1024;
const program = new URL("./scan-worker.ts", import.meta.url);

type Reports<Piece> = {
  bytes(bytes: number): void;
  /** `index`: its place among the pieces; they come in any order. */
  piece(piece: Piece, index: number): void;
};

/** Resolves when every piece is done; rejects at the first failure and when the signal says so. No thread outlives it. */
export async function workThrough<Piece>(
  job: Job,
  ranges: readonly RecordRange[],
  reports: Reports<Piece>,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const threads = Math.max(1, Math.min(availableParallelism(), ranges.length));
  const workers: Worker[] = [];
  let next = 0;
  const ended = Promise.withResolvers<void>();
  const stop = () => ended.reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  let running = threads;

  function start(): void {
    const worker = new Worker(program, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
    });
    workers.push(worker);
    let index = -1;
    const tell = (message: ToWorker) => worker.postMessage(message);
    const giveNext = () => {
      index = next;
      const range = ranges[index];
      next += 1;
      tell(range === undefined ? { type: "end" } : { type: "range", range });
    };
    worker.on("message", (message: FromWorker<Piece>) => {
      switch (message.type) {
        case "bytes":
          reports.bytes(message.bytes);
          break;
        case "piece":
          reports.piece(message.piece, index);
          giveNext();
          break;
        case "ready":
          giveNext();
          break;
        case "failed":
          ended.reject(failure(message.message, message.hint));
      }
    });
    worker.on("error", (error: Error) => ended.reject(failure(error.message, null)));
    worker.on("exit", () => {
      running -= 1;
      if (running === 0) ended.resolve();
    });
  }

  try {
    for (let count = 0; count < threads; count += 1) start();
    await ended.promise;
  } finally {
    signal.removeEventListener("abort", stop);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function failure(message: string, hint: string | null): StudioError {
  return new StudioError({
    code: "dataset.unreadable",
    message,
    hint: hint ?? "See whether the file can be opened elsewhere, and try again.",
  });
}
