// Owns reading parquet and Arrow files by row, through a worker that is ended when it takes too long or too much.
// Refuses to decode them on the thread the server answers on.
import { Worker } from "node:worker_threads";
import { StudioError } from "../../studio-error.ts";
import type { FileRecord, RecordRange, RecordReader } from "../record-file.ts";
import { openArrow } from "./arrow.ts";
import { DEFAULT_LIMITS } from "./byte-reader.ts";
import { openParquet } from "./parquet.ts";
import { tableRecord } from "./table-file.ts";
import type { TableAnswer, TableRequest, TableShape, TableType } from "./table-worker.ts";
import { unreadable } from "./unreadable.ts";

const LONGEST_MS = 60_000;
const IDLE_MS = 60_000;
const AT_ONCE = 64;

type Asked = Pick<TableRequest, "path" | "type" | "rows">;
type Waiting = { resolve: (answer: TableAnswer) => void; timer: NodeJS.Timeout };
export type TableThread = {
  ask(request: Asked): Promise<Extract<TableAnswer, { ok: true }>>;
  close(): Promise<void>;
};

export function createTableThread(): TableThread {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let count = 0;
  const waiting = new Map<number, Waiting>();

  function end(reason: string): void {
    const ended = worker;
    worker = null;
    for (const [id, { resolve, timer }] of waiting) {
      clearTimeout(timer);
      const { body } = unreadable(
        "The file cannot be read.",
        "It may be broken; make or download it again.",
        reason,
      );
      resolve({ id, ok: false, error: body });
    }
    waiting.clear();
    void ended?.terminate();
  }

  function running(): Worker {
    if (worker) return worker;
    const own = new Worker(new URL("./table-worker.ts", import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    own.unref();
    own.on("message", (answer: TableAnswer) => {
      const found = waiting.get(answer.id);
      waiting.delete(answer.id);
      clearTimeout(found?.timer);
      found?.resolve(answer);
      if (waiting.size === 0) idle = setTimeout(() => end("idle"), IDLE_MS).unref();
    });
    own.on("error", (error) => worker === own && end(error.message));
    own.on("exit", () => worker === own && end("Reading it was cut short."));
    worker = own;
    return own;
  }

  return {
    async ask(request) {
      clearTimeout(idle);
      count += 1;
      const id = count;
      const answer = await new Promise<TableAnswer>((resolve) => {
        const timer = setTimeout(() => end("Reading it took longer than a minute."), LONGEST_MS);
        waiting.set(id, { resolve, timer });
        running().postMessage({ id, ...request });
      });
      if (!answer.ok) throw new StudioError(answer.error);
      return answer;
    },
    async close() {
      clearTimeout(idle);
      end("The studio is closing.");
    },
  };
}

/** Throws dataset.unreadable where it is no such file. */
export async function openTable(path: string, type: TableType, thread: TableThread): Promise<RecordReader> {
  const shape = async (): Promise<TableShape> => (await thread.ask({ path, type, rows: null })).shape;
  let { rows } = await shape();

  return {
    async read(from, count, limits) {
      const wanted = { from, count, limits: { ...DEFAULT_LIMITS, ...limits } };
      const answer = await thread.ask({ path, type, rows: wanted });
      rows = answer.shape.rows;
      return answer.records;
    },
    index: () => ({ status: "ready", rows }),
    indexed: async () => ({ rows, problem: null }),
    async split(pieces) {
      const { groups, rows: all } = await shape();
      const wanted = Math.ceil(all / Math.max(1, pieces));
      const ranges: RecordRange[] = [];
      for (const group of groups) {
        const last = ranges.at(-1);
        if (last && last.to - last.from < wanted) {
          last.to += group.rows;
          last.bytes += group.bytes;
        } else {
          const { firstRow, bytes } = group;
          ranges.push({ path, type, from: firstRow, to: firstRow + group.rows, firstRow, bytes });
        }
      }
      return ranges;
    },
    close: async () => {},
  };
}

/** The rows of a piece of such a file, some dozens at a time. */
export async function* readTable(range: RecordRange, recordBytes: number): AsyncGenerator<FileRecord[]> {
  const table = await (range.type === "parquet" ? openParquet(range.path) : openArrow(range.path));
  try {
    for (const group of table.groups) {
      const from = Math.max(range.from, group.firstRow);
      const to = Math.min(range.to, group.firstRow + group.rows);
      const values = from < to ? await table.read(from, to) : [];
      for (let at = 0; at < values.length; at += AT_ONCE)
        yield values
          .slice(at, at + AT_ONCE)
          .map((value, own) =>
            tableRecord(value, range.firstRow + from - range.from + at + own, recordBytes),
          );
    }
  } finally {
    await table.close();
  }
}
