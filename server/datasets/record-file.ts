// Owns what every reader of a data file offers, whatever its type. Refuses knowledge of formats and columns.

/** One record: its JSON text as it stands in the file (or made from a table row), or why there is none. */
export type FileRecord = { row: number; bytes: number; text: string; problem: string | null };

/** A piece of a file that can be read on its own, by another thread as well. `rows` null: known only after reading. */
export type RecordRange = {
  path: string;
  type: RecordFileType;
  from: number;
  to: number;
  firstRow: number | null;
};

export type RecordFileType = "jsonl" | "json" | "csv" | "parquet" | "arrow" | "txt";

export interface RecordReader {
  /** At most `count` records from `from` on; needs no index for the first ones. Memory stays bounded by the records asked for. */
  read(from: number, count: number): Promise<FileRecord[]>;
  /** About equal pieces, cut at record borders. */
  split(pieces: number): Promise<RecordRange[]>;
  close(): Promise<void>;
}

/** Every record of a range in order, for a scan; runs in any thread. */
export type ReadRange = (range: RecordRange) => AsyncIterable<readonly FileRecord[]>;
