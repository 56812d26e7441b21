// Owns what scans need of the rest of the datasets, and what each kind of scan is. Refuses to know how files are read.
import type { DatasetDefinition } from "../../../contract/dataset.ts";
import type { Scan, ScanRequest, ScanResult } from "../../../contract/dataset-scan.ts";
import type { RecordReader } from "../record-file.ts";

/** A dataset opened for a scan. */
export type ScanSource = {
  /** Media are relative to it. */
  dir: string;
  name: string;
  definition: DatasetDefinition;
  files: readonly { path: string }[];
  reader: RecordReader;
};

export type ScanParts = {
  /** Throws dataset.not-found and dataset.unreadable. The reader is closed by the scan. */
  open(name: string, dir: string | undefined): Promise<ScanSource>;
  isTaken(name: string, dir: string): Promise<boolean>;
  /** Registers a new dataset whose file lies in the folder; throws dataset.name-taken. */
  register(name: string, dir: string, definition: DatasetDefinition): Promise<void>;
};

/** What a running scan tells: what it has done and what is known so far. */
export type ScanProgress = (done: number, total: number, result: () => ScanResult | null) => void;

/** Ends with the result, or throws; stops soon after the signal. */
export type RunScan<Kind extends ScanRequest["kind"] = ScanRequest["kind"]> = (
  source: ScanSource,
  request: Extract<ScanRequest, { kind: Kind }>,
  progress: ScanProgress,
  signal: AbortSignal,
) => Promise<ScanResult>;

export type Scans = {
  start(name: string, dir: string | undefined, request: ScanRequest): Promise<Scan>;
  /** Throws scan.not-found. */
  get(id: string): Scan;
  cancel(id: string): Promise<Scan>;
  close(): Promise<void>;
};
