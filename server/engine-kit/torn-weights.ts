// Owns noticing weights that are not whole: a copy or a download that was cut short. Reads headers, never the weights.
// Refuses to judge files whose header says nothing.
import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { createRemembered, jsonOf } from "./remembered.ts";

export type TornWeights = { file: string; message: string };

const LONGEST_HEADER = 64 * 1024 * 1024;
const POINTER = "version https://git-lfs";
const Tensor = z.object({ data_offsets: z.tuple([z.number(), z.number()]) });
const Index = z.object({ weight_map: z.record(z.string(), z.string()) });
const shardsOf = createRemembered((text) => {
  const index = Index.safeParse(jsonOf(text)).data;
  return index ? [...new Set(Object.values(index.weight_map))] : [];
});

function faultOf(path: string, size: number): string | null {
  if (size === 0) return "it is empty";
  const file = openSync(path, "r");
  const read = (from: number, bytes: number) => {
    const buffer = Buffer.alloc(Math.max(0, Math.min(bytes, size - from)));
    readSync(file, buffer, 0, buffer.length, from);
    return buffer;
  };
  try {
    const start = read(0, POINTER.length);
    if (start.toString("latin1") === POINTER) return "it is a pointer of Git LFS, whose file was not fetched";
    const length = start.length < 8 ? 0 : Number(start.readBigUInt64LE());
    if (length === 0 || length > LONGEST_HEADER) return null;
    const header = z.record(z.string(), z.unknown()).safeParse(jsonOf(read(8, length).toString("utf8")));
    const ends = Object.values(header.data ?? {}).map(
      (one) => Tensor.safeParse(one).data?.data_offsets[1] ?? 0,
    );
    const whole = 8 + length + Math.max(0, ...ends);
    return size < whole
      ? `it has ${size.toLocaleString("en")} bytes, and its header tells of ${whole.toLocaleString("en")}`
      : null;
  } finally {
    closeSync(file);
  }
}

const known = new Map<string, { stamp: string; fault: string | null }>();

function rememberedFault(path: string): string | null {
  const { mtimeMs, size } = statSync(path);
  const stamp = `${mtimeMs}:${size}`;
  const before = known.get(path);
  if (before?.stamp === stamp) return before.fault;
  const fault = faultOf(path, size);
  known.set(path, { stamp, fault });
  return fault;
}

/** The first file of a model folder's weights that is not whole; null where none is known to be. */
export function tornWeights(folder: string): TornWeights | null {
  try {
    const present = readdirSync(folder).filter((name) => name.endsWith(".safetensors"));
    for (const file of present) {
      const fault = rememberedFault(join(folder, file));
      if (fault !== null)
        return { file, message: `The weights in ${folder} are not whole: ${file}: ${fault}.` };
    }
    const gone = (shardsOf(join(folder, "model.safetensors.index.json")) ?? []).find(
      (file) => !present.includes(file),
    );
    return gone === undefined
      ? null
      : { file: gone, message: `The weights in ${folder} are not whole: ${gone} is missing.` };
  } catch {
    return null;
  }
}
