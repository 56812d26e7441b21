// Owns a thread of a scan: reads the pieces it is given and answers with what came of each. Refuses to decide anything.
import { closeSync, openSync, readSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { isStudioError } from "../../studio-error.ts";
import type { RecordRange } from "../record-file.ts";
import { readRange } from "../records/open-records.ts";
import { createMediaStates } from "./media-states.ts";
import type { FromWorker, Job, ToWorker } from "./piece.ts";
import { beginPiece } from "./piece-kinds.ts";

const job: Job = workerData;
const media = createMediaStates(job.mediaDir);
/** Longer records are told of, not read: no row of that size is trained on. */
const RECORD_BYTES = 64 * 1024 * 1024;

const tell = (message: FromWorker<unknown>) => parentPort?.postMessage(message);

parentPort?.on("message", (message: ToWorker) => {
  if (message.type === "end") parentPort?.close();
  else work(message.range).catch(fail);
});
tell({ type: "ready" });

async function work(range: RecordRange): Promise<void> {
  const context = { stage: job.stage, strictJson: isStrict(range), media: media.look };
  const piece = beginPiece({ job, range, context });
  for await (const records of readRange(range, RECORD_BYTES)) {
    let bytes = 0;
    for (const record of records) {
      piece.see(record);
      bytes += record.bytes;
    }
    tell({ type: "bytes", bytes });
  }
  tell({ type: "piece", piece: piece.end() });
}

function fail(error: unknown): void {
  const hint = isStudioError(error) ? (error.body.hint ?? null) : null;
  tell({ type: "failed", message: error instanceof Error ? error.message : String(error), hint });
}

/** JSON lines go through a stricter parser than one list does. */
function isStrict({ path, type }: RecordRange): boolean {
  if (type !== "json" && type !== "jsonl") return false;
  const file = openSync(path, "r");
  try {
    const head = Buffer.alloc(4096);
    const text = head.toString("utf8", 0, readSync(file, head, 0, head.length, 0));
    return !text
      .replace(/^\uFEFF/, "")
      .trimStart()
      .startsWith("[");
  } finally {
    closeSync(file);
  }
}
