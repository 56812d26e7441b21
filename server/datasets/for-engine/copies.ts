// Owns the translated copies of datasets: one folder for each state of a dataset and each layout, with a note of what it is of.
// A dataset that has changed gets another copy; older ones stay for the runs that name them.
import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { CopyLayout } from "../../engine-interface/data.ts";
import { writeJson } from "../../files/atomic.ts";
import { readJson } from "../../files/read-json.ts";
import type { OpenedDataset } from "../open-dataset.ts";
import { copyFile, writeCopy } from "./write-copy.ts";

/** Raised when the same rows would be written otherwise. */
const VERSION = 1;
const NOTE = "copy.json";

const CopyNote = z.object({
  name: z.string(),
  dir: z.string(),
  layout: z.enum(["messages", "parts", "pairs", "conversations", "answers", "marked"]),
  written: z.number(),
  dropped: z.number(),
  lost: z.array(z.object({ what: z.string(), rows: z.number() })),
});
export type CopyNote = z.infer<typeof CopyNote>;

export type CopyState =
  | { status: "ready"; path: string; note: CopyNote }
  | { status: "writing"; done: number; total: number | null }
  | { status: "failed"; message: string };

export type Copies = {
  /** Takes over the dataset: it is closed when nothing more is read from it. */
  ask(dataset: OpenedDataset, layout: CopyLayout): Promise<CopyState>;
  /** What a path is a copy of, and whether it is of that dataset as it is now. */
  noteOf(path: string): CopyNote | null;
  isCurrent(path: string, dataset: OpenedDataset, layout: CopyLayout): boolean;
  close(): Promise<void>;
};

type Work = { abort: AbortController; ended: Promise<void>; done: number; total: number | null };

/** Small sets are whole before anybody would see a progress. */
const PATIENCE_MS = 600;

export function createCopies(root: string, patience = PATIENCE_MS): Copies {
  const works = new Map<string, Work>();
  const failures = new Map<string, string>();

  const folderOf = (dataset: OpenedDataset, layout: CopyLayout) => join(root, keyOf(dataset, layout));

  function begin(folder: string, dataset: OpenedDataset, layout: CopyLayout): Work {
    const abort = new AbortController();
    const work: Work = { abort, ended: Promise.resolve(), done: 0, total: null };
    const { name, dir } = dataset;
    const tell = (done: number, total: number) => {
      work.done = done;
      work.total = total;
    };
    work.ended = writeCopy(dataset, { layout, folder }, tell, abort.signal)
      .then(({ written, dropped, lost }) => {
        // Last: a copy without it is not whole.
        writeJson(join(folder, NOTE), { name, dir, layout, written, dropped, lost });
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted)
          failures.set(folder, error instanceof Error ? error.message : String(error));
      })
      .finally(async () => {
        works.delete(folder);
        await dataset.reader.close();
      });
    works.set(folder, work);
    return work;
  }

  return {
    async ask(dataset, layout) {
      const folder = folderOf(dataset, layout);
      const path = copyFile(folder, dataset.name);
      const before = works.get(folder);
      const note = before || !existsSync(path) ? null : readJson(join(folder, NOTE), CopyNote);
      const failure = failures.get(folder);
      if (before || note || failure !== undefined) {
        await dataset.reader.close();
        // Told once: who asks again wants it tried again.
        failures.delete(folder);
        if (failure !== undefined) return { status: "failed", message: failure };
        if (note) return { status: "ready", path, note };
        return { status: "writing", done: before?.done ?? 0, total: before?.total ?? null };
      }
      const work = begin(folder, dataset, layout);
      await Promise.race([work.ended, new Promise((resolve) => setTimeout(resolve, patience).unref())]);
      const written = works.has(folder) ? null : readJson(join(folder, NOTE), CopyNote);
      if (written) return { status: "ready", path, note: written };
      const failed = failures.get(folder);
      failures.delete(folder);
      if (failed !== undefined) return { status: "failed", message: failed };
      return { status: "writing", done: work.done, total: work.total };
    },

    noteOf(path) {
      const folder = dirname(path);
      return dirname(folder) === root ? readJson(join(folder, NOTE), CopyNote) : null;
    },
    isCurrent: (path, dataset, layout) => dirname(path) === folderOf(dataset, layout),

    async close() {
      for (const { abort } of works.values()) abort.abort();
      await Promise.all([...works.values()].map(({ ended }) => ended));
    },
  };
}

/** Everything that what is written depends on. */
function keyOf({ name, dir, definition, files }: OpenedDataset, layout: CopyLayout): string {
  const stamps = files.map(({ path }) => {
    const { size, mtimeMs } = statSync(path);
    return [path, size, mtimeMs];
  });
  const told = JSON.stringify([VERSION, layout, dir, name, definition, stamps]);
  return createHash("sha256").update(told).digest("hex").slice(0, 24);
}
