// Owns counting the parameters of a model folder from its safetensors headers. Refuses pickle files and the weights themselves.
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const MAX_HEADER = 64 * 1024 * 1024;
const Header = z.record(z.string(), z.unknown());
const Tensor = z.object({ dtype: z.string(), shape: z.array(z.number()) });

export type Weights = { parameters: number; dtype: string | null };

const cache = new Map<string, { stamp: string; counts: Map<string, number> }>();

/** Parameters by dtype in one file; empty when it is no safetensors file. */
async function countFile(path: string): Promise<Map<string, number>> {
  const { mtimeMs, size } = await stat(path);
  const stamp = `${mtimeMs}:${size}`;
  const known = cache.get(path);
  if (known?.stamp === stamp) return known.counts;
  const counts = new Map<string, number>();
  const header = await readHeader(path, size);
  for (const value of Object.values(header)) {
    const tensor = Tensor.safeParse(value);
    if (!tensor.success) continue;
    const { dtype, shape } = tensor.data;
    counts.set(dtype, (counts.get(dtype) ?? 0) + shape.reduce((product, length) => product * length, 1));
  }
  cache.set(path, { stamp, counts });
  return counts;
}

async function readHeader(path: string, size: number): Promise<Record<string, unknown>> {
  const file = await open(path, "r");
  try {
    const start = Buffer.alloc(8);
    await file.read(start, 0, 8, 0);
    const length = Number(start.readBigUInt64LE());
    if (length > Math.min(MAX_HEADER, size - 8)) return {};
    const text = Buffer.alloc(length);
    await file.read(text, 0, length, 8);
    return Header.parse(JSON.parse(text.toString("utf8")));
  } catch {
    return {};
  } finally {
    await file.close();
  }
}

/** Null when the folder has no readable safetensors file. */
export async function readWeights(folder: string): Promise<Weights | null> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".safetensors"));
  const totals = new Map<string, number>();
  for (const counts of await Promise.all(names.map((name) => countFile(join(folder, name)))))
    for (const [dtype, count] of counts) totals.set(dtype, (totals.get(dtype) ?? 0) + count);
  if (totals.size === 0) return null;
  const [dtype] = [...totals].reduce((most, next) => (next[1] > most[1] ? next : most));
  return { parameters: [...totals.values()].reduce((sum, count) => sum + count, 0), dtype };
}
