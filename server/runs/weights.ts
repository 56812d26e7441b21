// Owns the question whether a folder's model weights are all there. Reads headers and sizes only; refuses to open pickles.
import { statSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { listFolder } from "../files/list-folder.ts";
import { readJson } from "../files/read-json.ts";

const HEADER_LIMIT = 100 * 1024 * 1024;
const Index = z.object({ weight_map: z.record(z.string(), z.string()) });
const Header = z.record(
  z.string(),
  z.object({ data_offsets: z.tuple([z.number(), z.number()]).optional() }).catch({}),
);

export type Weights = "adapter" | "model" | null;

/** Which weights lie whole in `folder`: an adapter, a model (all its shards), or none. */
export async function completeWeights(folder: string): Promise<Weights> {
  const names = listFolder(folder).map(({ name }) => name);
  if (names.includes("adapter_model.safetensors"))
    return (await isWhole(join(folder, "adapter_model.safetensors"))) ? "adapter" : null;
  if (names.includes("adapter_model.bin"))
    return notEmpty(join(folder, "adapter_model.bin")) ? "adapter" : null;
  const index = names.find((name) => /^(model|pytorch_model)\.(safetensors|bin)\.index\.json$/.test(name));
  if (index) {
    const shards = new Set(Object.values(readJson(join(folder, index), Index)?.weight_map ?? {}));
    return (await allWhole(folder, [...shards])) ? "model" : null;
  }
  const single = names.filter((name) => /^(model.*\.safetensors|pytorch_model\.bin)$/.test(name));
  return (await allWhole(folder, single)) ? "model" : null;
}

async function allWhole(folder: string, names: string[]): Promise<boolean> {
  if (names.length === 0) return false;
  for (const name of names) {
    const path = join(folder, name);
    if (!(name.endsWith(".safetensors") ? await isWhole(path) : notEmpty(path))) return false;
  }
  return true;
}

/** A safetensors file is whole when it is as long as its header says. */
export async function isWhole(path: string): Promise<boolean> {
  const file = await open(path, "r").catch(() => null);
  if (!file) return false;
  try {
    const { size } = await file.stat();
    const prefix = Buffer.alloc(8);
    if ((await file.read(prefix, 0, 8, 0)).bytesRead < 8) return false;
    const length = Number(prefix.readBigUInt64LE());
    if (length === 0 || length > HEADER_LIMIT || 8 + length > size) return false;
    const text = Buffer.alloc(length);
    if ((await file.read(text, 0, length, 8)).bytesRead < length) return false;
    const header = Header.parse(JSON.parse(text.toString("utf8")));
    const ends = Object.values(header).map((tensor) => tensor.data_offsets?.[1] ?? 0);
    return size === 8 + length + ends.reduce((most, end) => Math.max(most, end), 0);
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

function notEmpty(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}
