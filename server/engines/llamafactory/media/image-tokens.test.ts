// Shows that arithmetic on sizes gives what the engine's own plugins write, family by family. Needs its Python.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { imageReader } from "./image-reader.ts";
import { imageTokens, type Size } from "./image-tokens.ts";

const python = process.env.ANNEAL_TEST_ENGINE_PYTHON;
const folder = mkdtempSync(join(tmpdir(), "anneal-pictures-"));
afterAll(() => rmSync(folder, { recursive: true }));

const ODD: readonly [number, number][] = [
  [1, 1],
  [1, 500],
  [20, 4200],
  [4200, 20],
  [28, 28],
  [42, 70],
  [70, 42],
  [84, 84],
  [98, 126],
  [336, 336],
  [640, 480],
  [1024, 768],
  [768, 1024],
  [1920, 1080],
  [1000, 833],
  [833, 1000],
  [3000, 200],
  [255, 1300],
];
/** The same ones every time. */
function* dice(seed: number): Generator<number> {
  for (let now = seed; ; ) {
    now = (now * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield now;
  }
}
function others(count: number): [number, number][] {
  const numbers = dice(7);
  const side = () => 1 + ((numbers.next().value ?? 0) % 1400);
  return Array.from({ length: count }, () => [side(), side()]);
}
const sizes = [...ODD, ...others(30)];

const Counts = z.record(
  z.string(),
  z.object({
    arguments: z.object({ image_max_pixels: z.number(), image_min_pixels: z.number() }),
    counts: z.array(z.number().nullable()),
    crops: z.boolean(),
  }),
);

describe.skipIf(!python)("tokens of pictures, from their sizes alone", () => {
  let engine: z.infer<typeof Counts> = {};
  beforeAll(() => {
    const script = join(import.meta.dirname, "../testing/engine_pictures.py");
    const env = {
      ...process.env,
      TRANSFORMERS_VERBOSITY: "error",
      HF_HUB_OFFLINE: "1",
      OMP_NUM_THREADS: "1",
    };
    const output = execFileSync(python ?? "", [script, folder, JSON.stringify(sizes)], { env });
    engine = Counts.parse(JSON.parse(output.toString("utf8").trim().split("\n").at(-1) ?? ""));
  }, 180_000);

  it.each([
    "qwen2_vl",
    "qwen2_vl_narrow",
    "qwen2_vl_own_limits",
    "qwen3_vl",
    "llava",
    "llava_full",
    "gemma3",
    "pixtral",
    "mistral3",
  ])("%s: as the engine's plugin writes them", (name) => {
    const told = engine[name];
    const reader = imageReader(join(folder, name));
    if (!told || !reader) throw new Error(`${name} was not counted.`);
    const limits = {
      maxPixels: told.arguments.image_max_pixels,
      minPixels: told.arguments.image_min_pixels,
    };
    const count = ([width, height]: [number, number]) => {
      const size: Size = { width, height };
      return imageTokens(size, reader, limits)?.tokens ?? null;
    };
    expect(sizes.map((size) => [size, count(size)])).toEqual(
      sizes.map((size, at) => [size, told.counts[at]]),
    );
  });

  it("ends with pan and scan where our check says so", () => {
    const died = Object.keys(engine).filter((name) => engine[name]?.crops);
    expect(died).toEqual(["llava", "llava_full", "gemma3", "pixtral", "mistral3"]);
  });
});
