// Owns what every reader of a data file offers, whatever its type. Refuses knowledge of formats and columns.
import type { IndexState } from "../../contract/dataset.ts";

/** One record as JSON text: as it stands in the file, or made from a table row. */
export type FileRecord = {
  row: number;
  /** Its whole size in the file (of the text, for tables). */
  bytes: number;
  text: string;
  /** The record is longer than what was asked for; `text` is its beginning. */
  cut: boolean;
  /** Why `text` is not to be trusted: a torn last line, bytes that are not UTF-8. Whether it is JSON is for the reader of it. */
  problem: string | null;
};

export type RecordFileType = "jsonl" | "json" | "csv" | "parquet" | "arrow" | "txt";

/**
 * A piece of a file that can be read on its own, by another thread as well: `from` to `to` in bytes, or in rows for
 * parquet and arrow. A plain object, so that it can be sent to a worker.
 */
export type RecordRange = {
  path: string;
  type: RecordFileType;
  from: number;
  to: number;
  /** Over the whole dataset, when it has several files. */
  firstRow: number;
  /** About how much it is to read. */
  bytes: number;
};

export type ReadLimits = {
  /** Of one record; longer ones are cut. */
  recordBytes: number;
  /** Of all records of an answer; what comes after is cut to `cutBytes`. */
  totalBytes: number;
  cutBytes: number;
};

export interface RecordReader {
  /** At most `count` records from `from` on; the first ones need no index. Memory stays within the limits. */
  read(from: number, count: number, limits?: Partial<ReadLimits>): Promise<FileRecord[]>;
  index(): IndexState;
  /** Builds the index if need be; answers the number of rows and what is wrong with the end of the file. */
  indexed(): Promise<{ rows: number; problem: string | null }>;
  /** About equal pieces, cut at record borders; waits for the index. */
  split(pieces: number): Promise<RecordRange[]>;
  close(): Promise<void>;
}

/** Every record of a range in order, for a scan; runs in any thread. Longer records than `recordBytes` are cut. */
export type ReadRange = (range: RecordRange, recordBytes?: number) => AsyncIterable<readonly FileRecord[]>;
