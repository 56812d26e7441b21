// Owns bytes on their way in: begun, continued from what is on disk, finished or forgotten. How much came is the size of the
// file, nothing else. Refuses to list a dataset before it is whole.
import { existsSync, readdirSync, statSync } from "node:fs";
import { open, rm, statfs, truncate } from "node:fs/promises";
import { join } from "node:path";
import { monotonicFactory } from "ulid";
import { z } from "zod";
import type { Upload } from "../../../contract/dataset.ts";
import { writeJson } from "../../files/atomic.ts";
import { listFolder } from "../../files/list-folder.ts";
import { makeFolder } from "../../files/make-folder.ts";
import { readJson } from "../../files/read-json.ts";
import { StudioError } from "../../studio-error.ts";
import { isWelcome, safeName } from "./file-name.ts";
import { placeFile } from "./place.ts";

const STALE_MS = 7 * 24 * 3600 * 1000;
/** What is left free for runs and for the system. */
const RESERVE_BYTES = 512 * 1024 * 1024;
const MOST_UPLOADS = 1000;

const Note = z.object({ name: z.string(), bytes: z.number(), createdAt: z.number() });
const newId = monotonicFactory();

export type Uploads = {
  list(): Promise<Upload[]>;
  begin(file: { name: string; bytes: number }): Promise<Upload>;
  piece(id: string, offset: number, bytes: AsyncIterable<Uint8Array>): Promise<Upload>;
  cancel(id: string): Promise<void>;
  finish(id: string, dir: string): Promise<{ file: string; path: string }>;
  /** The bytes of a whole upload, for a look at them. */
  whole(id: string): { path: string; name: string };
};

export function createUploads(folder: string, now: () => number = Date.now): Uploads {
  const busy = new Set<string>();
  const notePath = (id: string) => join(folder, id, "upload.json");
  const dataPath = (id: string, name: string) => join(folder, id, `data${name.slice(name.lastIndexOf("."))}`);

  function find(id: string): Upload | null {
    const note = /^[0-9A-Z]{26}$/.test(id) ? readJson(notePath(id), Note) : null;
    if (note === null) return null;
    const path = dataPath(id, note.name);
    return { id, ...note, received: existsSync(path) ? statSync(path).size : 0 };
  }

  function known(id: string): Upload {
    const found = find(id);
    if (found) return found;
    throw new StudioError({
      code: "upload.not-found",
      message: "There is no such upload.",
      hint: "It was finished, cancelled, or left for more than a week; begin again.",
    });
  }

  async function forget(id: string): Promise<void> {
    await rm(join(folder, id), { recursive: true, force: true });
  }

  async function clean(): Promise<void> {
    for (const { name: id } of listFolder(folder)) {
      const path = join(folder, id);
      const age =
        now() - Math.max(...["", ...readdirSync(path)].map((own) => statSync(join(path, own)).mtimeMs));
      if (age > STALE_MS && !busy.has(id)) await forget(id);
    }
  }

  function outOfStep({ received }: Upload, reason: string): StudioError {
    return new StudioError({
      code: "upload.out-of-step",
      message: `${received} bytes of this upload are here.`,
      reason,
      hint: "Ask for the upload and go on from what was received.",
    });
  }

  async function refuseIfFull(bytes: number): Promise<void> {
    const { bavail, bsize } = await statfs(folder);
    const promised = (await list()).reduce((sum, upload) => sum + upload.bytes - upload.received, 0);
    const free = bavail * bsize - RESERVE_BYTES - promised;
    if (bytes <= free) return;
    throw new StudioError({
      code: "disk.full",
      message: "There is not enough space on the disk of the home folder for this file.",
      reason: `It has ${bytes} bytes; ${Math.max(0, free)} can be used.`,
      hint: "Free some space, or put the file on the server's other disk and register its path.",
    });
  }

  async function list(): Promise<Upload[]> {
    return listFolder(folder).flatMap(({ name }) => find(name) ?? []);
  }

  /** One at a time; what arrived before a cut stays. */
  async function alone<T>(upload: Upload, work: () => Promise<T>): Promise<T> {
    if (busy.has(upload.id)) throw outOfStep(upload, "Another piece of it is just coming in.");
    busy.add(upload.id);
    try {
      return await work();
    } finally {
      busy.delete(upload.id);
    }
  }

  function whole(id: string): { path: string; name: string } {
    const upload = known(id);
    if (upload.received !== upload.bytes) throw outOfStep(upload, `It has ${upload.bytes} bytes in all.`);
    return { path: dataPath(id, upload.name), name: upload.name };
  }

  return {
    list,
    whole,
    async begin({ name: given, bytes }) {
      const name = safeName(given);
      if (!isWelcome(name))
        throw new StudioError({
          code: "dataset.invalid",
          message: `${given} is neither data nor media.`,
          hint: "Send .json, .jsonl, .csv, .txt, .parquet, .arrow, or pictures, video and sound; unpack archives first.",
        });
      makeFolder(folder);
      await clean();
      if ((await list()).length >= MOST_UPLOADS)
        throw new StudioError({
          code: "rate.limited",
          message: "Too many uploads are under way.",
          hint: "Finish or cancel some of them.",
        });
      await refuseIfFull(bytes);
      const id = newId();
      makeFolder(join(folder, id));
      const file = await open(dataPath(id, name), "wx", 0o600);
      await file.close();
      writeJson(notePath(id), { name, bytes, createdAt: now() });
      return known(id);
    },

    async piece(id, offset, bytes) {
      const upload = known(id);
      return alone(upload, async () => {
        if (offset !== upload.received) throw outOfStep(upload, `The piece begins at ${offset}.`);
        const path = dataPath(id, upload.name);
        const file = await open(path, "a");
        let size = offset;
        try {
          for await (const chunk of bytes) {
            size += chunk.length;
            if (size > upload.bytes) break;
            await file.writeFile(chunk);
          }
        } catch (error) {
          const code = error instanceof Error && "code" in error ? error.code : null;
          if (code === "ECONNRESET") throw outOfStep(known(id), "The connection was cut.");
          if (code !== "ENOSPC") throw error;
          throw new StudioError({
            code: "disk.full",
            message: "The disk is full; the upload waits.",
            hint: "Free some space and go on, or cancel it.",
          });
        } finally {
          await file.close();
        }
        if (size > upload.bytes) {
          await truncate(path, offset);
          throw outOfStep(known(id), `More bytes came than the ${upload.bytes} that were announced.`);
        }
        return known(id);
      });
    },

    async cancel(id) {
      await alone(known(id), () => forget(id));
    },

    async finish(id, dir) {
      return alone(known(id), async () => {
        const { path, name } = whole(id);
        const data = await open(path, "r+");
        await data.sync().finally(() => data.close());
        const file = await placeFile(path, dir, name);
        await forget(id);
        return { file, path: join(dir, file) };
      });
    },
  };
}
