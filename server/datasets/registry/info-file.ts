// Owns one dataset_info.json on disk: read whole, written beside and renamed, the text before kept in the trash.
// Refuses to replace a file that is broken, or that somebody else has just changed.
import { readFile, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { writeAtomic } from "../../files/atomic.ts";
import { makeFolder } from "../../files/make-folder.ts";
import { StudioError } from "../../studio-error.ts";
import { jsonMistake } from "./json-mistake.ts";

export const INFO_NAME = "dataset_info.json";
const ATTEMPTS = 5;

export type Info =
  | { status: "read"; entries: Map<string, unknown> }
  | { status: "missing"; problem: string }
  | { status: "broken"; problem: string };
type Read = Info & { text: string; path: string; stamp: string; mode: number };

async function readAll(dir: string): Promise<Read> {
  const named = join(dir, INFO_NAME);
  const path = await realpath(named).catch(() => named);
  const before = await stat(path).catch(() => null);
  const text = before ? await readFile(path, "utf8").catch(() => null) : null;
  const stamp = before ? `${before.ino}:${before.size}:${before.mtimeMs}` : "";
  const file = { path, stamp, text: text ?? "", mode: before ? before.mode & 0o777 : 0o600 };
  if (text === null) return { ...file, status: "missing", problem: `There is no ${INFO_NAME} in ${dir}.` };
  const body = text.replace(/^\uFEFF/, "");
  let info: unknown;
  try {
    info = JSON.parse(body);
  } catch (error) {
    return { ...file, status: "broken", problem: `${named} is not valid JSON: ${jsonMistake(body, error)}` };
  }
  if (typeof info !== "object" || info === null || Array.isArray(info)) {
    const problem = `${named} must hold one object: the name of each dataset with its entry.`;
    return { ...file, status: "broken", problem };
  }
  return { ...file, status: "read", entries: new Map(Object.entries(info)) };
}

export async function readInfo(dir: string): Promise<Info> {
  return readAll(dir);
}

const queues = new Map<string, Promise<unknown>>();

/** One change after the other; `change` gets the text as it is now and answers what it shall be. */
export function changeInfo(
  dir: string,
  trash: string,
  change: (text: string, entries: ReadonlyMap<string, unknown>) => string | Promise<string>,
): Promise<void> {
  const turn = (queues.get(dir) ?? Promise.resolve())
    .catch(() => undefined)
    .then(() => write(dir, trash, change));
  queues.set(dir, turn);
  const done = () => queues.get(dir) === turn && queues.delete(dir);
  turn.then(done, done);
  return turn;
}

async function write(dir: string, trash: string, change: Parameters<typeof changeInfo>[2]): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const now = await readAll(dir);
    if (now.status === "broken")
      throw new StudioError({
        code: "dataset.info-broken",
        message: now.problem,
        hint: "Correct the file; it is not changed here while it cannot be read.",
      });
    const isNew = now.status === "missing";
    const next = await (now.status === "missing" ? change("{}\n", new Map()) : change(now.text, now.entries));
    if (next === now.text) return;
    JSON.parse(next.replace(/^\uFEFF/, ""));
    if ((await readAll(dir)).stamp !== now.stamp) continue;
    if (!isNew) {
      makeFolder(trash);
      writeAtomic(join(trash, `dataset_info-${Date.now()}-${process.pid}.json`), now.text);
    }
    writeAtomic(now.path, next, now.mode);
    return;
  }
  throw new StudioError({
    code: "dataset.info-broken",
    message: `${INFO_NAME} in ${dir} keeps changing; somebody else is writing it.`,
    hint: "Try again in a moment.",
  });
}
