// Owns what goes between a scan and its threads: the job, a piece's work, and the messages. Plain data only.
import type { DatasetDefinition } from "../../../contract/dataset.ts";
import type { ScanRequest } from "../../../contract/dataset-scan.ts";
import type { CopyLayout } from "../../engine-interface/data.ts";
import type { CheckContext, Stage } from "../formats/format.ts";
import type { FileRecord, RecordRange } from "../record-file.ts";

export type ThreadedRequest = Exclude<ScanRequest, { kind: "tokens" }>;

export type Job = {
  request: ThreadedRequest;
  definition: DatasetDefinition;
  mediaDir: string;
  stage: Stage;
  /** Hashes of rows seen by any thread. */
  hashes: SharedArrayBuffer;
  /** Where a rewrite puts its pieces; and what the new dataset is. */
  target: { folder: string; definition: DatasetDefinition } | null;
  /** For a copy that an engine reads: its layout instead of a format. */
  copy?: CopyLayout;
};

/** What a thread knows while it reads a piece. */
export type Desk = { job: Job; range: RecordRange; context: CheckContext };

export type PieceWork<Piece> = {
  see(record: FileRecord): void;
  end(): Piece;
};

export type ToWorker = { type: "range"; range: RecordRange } | { type: "end" };

export type FromWorker<Piece> =
  | { type: "ready" }
  | { type: "bytes"; bytes: number }
  | { type: "piece"; piece: Piece }
  | { type: "failed"; message: string; hint: string | null };
