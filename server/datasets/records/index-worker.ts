// Owns building one index on a thread of its own, with progress. Refuses everything else.
import { parentPort, workerData } from "node:worker_threads";
import { type BuildRequest, buildIndex, type PositionIndex } from "./position-index.ts";

export type IndexMessage =
  | { type: "progress"; bytes: number; rows: number }
  | { type: "done"; index: PositionIndex };

const EVERY_MS = 100;
const request: BuildRequest = workerData;
const tell = (message: IndexMessage, moved: ArrayBuffer[] = []) => parentPort?.postMessage(message, moved);

let told = 0;
const index = buildIndex(request, (bytes, rows) => {
  const now = Date.now();
  if (now - told < EVERY_MS) return;
  told = now;
  tell({ type: "progress", bytes, rows });
});
tell({ type: "done", index }, [index.marks.buffer]);
