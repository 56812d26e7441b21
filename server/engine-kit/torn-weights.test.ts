// Shows which weights are known not to be whole, and that others are left alone.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { tornWeights } from "./torn-weights.ts";

const base = mkdtempSync(join(tmpdir(), "anneal-torn-"));
afterAll(() => rmSync(base, { recursive: true }));
const folder = join(base, "model");
const put = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
});

const header = Buffer.from(JSON.stringify({ w: { dtype: "F32", shape: [4], data_offsets: [0, 16] } }));
const length = Buffer.alloc(8);
length.writeBigUInt64LE(BigInt(header.length));
const whole = Buffer.concat([length, header, Buffer.alloc(16)]);

it("a whole file, a folder without weights and a file of another kind are left alone", () => {
  expect(tornWeights(folder)).toBeNull();
  expect(tornWeights(join(base, "nowhere"))).toBeNull();
  put("model.safetensors", whole);
  put("other.safetensors", Buffer.alloc(64));
  expect(tornWeights(folder)).toBeNull();
});

it.each([
  ["cut in its weights", whole.subarray(0, -1), /has \d+ bytes, and its header tells of \d+/],
  ["cut in its header", whole.subarray(0, 20), /has 20 bytes/],
  ["empty", "", /it is empty/],
  ["a pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 9\n", /pointer of Git LFS/],
])("a file that is %s is named", (_, content, message) => {
  put("model.safetensors", content);
  expect(tornWeights(folder)).toEqual({
    file: "model.safetensors",
    message: expect.stringMatching(message),
  });
});

it("a part that the index names and nobody brought is named", () => {
  put("model-1.safetensors", whole);
  const weight_map = { a: "model-1.safetensors", b: "model-2.safetensors" };
  put("model.safetensors.index.json", JSON.stringify({ weight_map }));
  expect(tornWeights(folder)).toMatchObject({ file: "model-2.safetensors" });
});
