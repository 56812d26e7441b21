// Owns the indexes of all files: known, under way, stored. One worker per file, few at a time. Refuses to build twice, and to
// answer for a file that has changed since.
import { stat } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import type { IndexState } from "../../../contract/dataset.ts";
import { type FileStamp, loadIndex, storeIndex } from "./index-file.ts";
import type { IndexMessage } from "./index-worker.ts";
import { type BuildRequest, buildIndex, type PositionIndex } from "./position-index.ts";
import type { ByteLayout } from "./record-scanner.ts";

/** Below this an index is built at once and not stored. */
const SMALL = 2 * 1024 * 1024;
const AT_ONCE = 2;
const MOST_KNOWN = 200;
/** Starting a thread takes the main one a while; the page that was asked for goes first. */
const HEAD_START_MS = 30;

export type IndexedFile = { path: string; layout: ByteLayout; start: number };
type Known = {
  stamp: FileStamp;
  state: IndexState;
  isQuick: boolean;
  index: PositionIndex | null;
  built: Promise<PositionIndex>;
};

export type Indexes = {
  /** The index if it is there and fits the file as it is now. */
  ready(file: IndexedFile): Promise<PositionIndex | null>;
  build(file: IndexedFile): Promise<PositionIndex>;
  state(path: string): IndexState;
  close(): Promise<void>;
};

export function createIndexes(folder: string): Indexes {
  const known = new Map<string, Known>();
  const workers = new Set<Worker>();
  const waiting: (() => void)[] = [];
  let running = 0;

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  }

  function buildAside(request: BuildRequest, onProgress: (bytes: number, rows: number) => void) {
    const worker = new Worker(new URL("./index-worker.ts", import.meta.url), {
      workerData: request,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 256 },
    });
    workers.add(worker);
    return new Promise<PositionIndex>((resolve, reject) => {
      worker.on("message", (message: IndexMessage) => {
        if (message.type === "done") resolve(message.index);
        else onProgress(message.bytes, message.rows);
      });
      worker.once("error", reject);
      worker.once("exit", () => {
        workers.delete(worker);
        reject(new Error("Counting the rows was cut short."));
      });
    });
  }

  async function make(file: IndexedFile, stamp: FileStamp, entry: () => Known): Promise<PositionIndex> {
    const request = { ...file, shorter: null };
    if (stamp.size <= SMALL) return buildIndex(request);
    const stored = await loadIndex(folder, stamp, file.layout);
    if (stored?.isWhole) return stored.index;
    // Behind the end of a list there is nothing to go on from.
    const shorter = file.layout === "list" ? null : (stored?.index ?? null);
    await new Promise((resolve) => setTimeout(resolve, HEAD_START_MS));
    const index = await inTurn(() =>
      buildAside({ ...request, shorter }, (bytes, rows) => {
        entry().state = { status: "building", bytes, total: stamp.size, rows };
      }),
    );
    await storeIndex(folder, stamp, file.layout, index).catch(() => undefined);
    return index;
  }

  async function current(file: IndexedFile, starts: boolean): Promise<Known | null> {
    const { size, mtimeMs } = await stat(file.path);
    const found = known.get(file.path);
    if (found && found.stamp.size === size && found.stamp.mtimeMs === mtimeMs) return found;
    const stamp = { path: file.path, size, mtimeMs };
    // One that was stored by an earlier server is as good as one that was built.
    const isKnown =
      starts || size <= SMALL || (await loadIndex(folder, stamp, file.layout))?.isWhole === true;
    if (!isKnown) return null;
    const raced = known.get(file.path);
    if (raced && raced.stamp.size === size && raced.stamp.mtimeMs === mtimeMs) return raced;
    const entry: Known = {
      stamp,
      state: { status: "building", bytes: 0, total: size, rows: 0 },
      isQuick: !starts || size <= SMALL,
      index: null,
      built: Promise.resolve().then(() => make(file, stamp, () => entry)),
    };
    known.set(file.path, entry);
    const oldest = known.keys().next().value;
    if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    entry.built.then(
      (index) => {
        entry.index = index;
        entry.state = { status: "ready", rows: index.rows };
      },
      (error: unknown) => {
        entry.state = { status: "failed", message: error instanceof Error ? error.message : String(error) };
      },
    );
    return entry;
  }

  return {
    async ready(file) {
      const entry = await current(file, false);
      if (entry === null || entry.state.status === "failed") return null;
      // A small or stored one takes no time; one under way is not waited for.
      return entry.isQuick ? entry.built : entry.index;
    },
    async build(file) {
      const entry = await current(file, true);
      if (!entry) throw new Error("unreachable");
      return entry.built;
    },
    state: (path) => known.get(path)?.state ?? { status: "none" },
    async close() {
      await Promise.all([...workers].map((worker) => worker.terminate()));
    },
  };
}
