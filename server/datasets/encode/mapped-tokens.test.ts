// Shows rows in tokens under Axolotl, asked of the real engine through the service: masks, pairs, pictures, what is left out.
// Needs Axolotl's Python.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { EncodeSettings } from "../../../contract/dataset-scan.ts";
import { createEngineHost } from "../../engines/engine-host.ts";
import { createDatasetFiles, createDatasets } from "../dataset-service.ts";
import { writeSampleSets } from "../for-engine/testing/sample-sets.ts";

const python = process.env.ANNEAL_TEST_AXOLOTL_PYTHON;
const models = join(import.meta.dirname, "../../../configs/demo/models");
const home = mkdtempSync(join(tmpdir(), "anneal-mapped-tokens-"));
const dir = join(home, "datasets");
const files = createDatasetFiles({ home });
const engines = createEngineHost({ home, ...(python && { enginePython: { axolotl: python } }) });
const datasets = createDatasets({ home, files, engines });
beforeAll(() => writeSampleSets(dir, ["black-circle-1.png", "black-circle-2.png"]));
afterAll(async () => {
  await datasets.close();
  await engines.close();
  rmSync(home, { recursive: true });
});

const text: EncodeSettings = {
  engine: "axolotl",
  model: join(models, "demo-text"),
  template: "tokenizer_default",
  cutoffLen: 512,
  stage: "sft",
  trainOnPrompt: false,
  maskHistory: false,
  options: {},
};
const vision = { ...text, model: join(models, "demo-vision") };

async function shown(name: string, settings: EncodeSettings) {
  const row = await datasets.encode(name, dir, { row: 0, settings });
  if (row.status !== "encoded") throw new Error(row.reason);
  const learnt = row.tokens.filter(({ learned }) => learned).map((token) => token.text);
  return { ...row, all: row.tokens.map((token) => token.text).join(""), learnt: learnt.join("") };
}

describe.skipIf(!python)("a dataset in Axolotl's tokens", { timeout: 240_000 }, () => {
  it("learns every answer and what ends it, of a copy as of rows that are read as they are", async () => {
    expect(await shown("alpaca", text)).toMatchObject({
      learnt: "Two.<|im_end|>Hi!<|im_end|>",
      cuts: [],
      notes: [],
    });
    const chat = await shown("sharegpt", { ...text, template: "chatml" });
    expect(chat.learnt).toBe("Two.<|im_end|><think>\nWell\n</think>\n\nFour.<|im_end|>");
    expect(chat.inference.transformers).toBe(chat.all);
    expect(chat.tokens.find((token) => token.text === "<|im_end|>")).toMatchObject({ special: true });
    const other = await shown("openai", { ...text, template: "exaone" });
    expect(other.all).toContain("[|user|]One?");
    expect(other.notes).toMatchObject([{ code: "differs" }]);
    const all = await shown("alpaca", { ...text, trainOnPrompt: true, maskHistory: true });
    expect(all.learnt).toContain("Be short.");
    expect(all.notes).toMatchObject([{ code: "mask-history" }]);
  });

  it("leaves out what is too long, or cuts it where that is asked for", async () => {
    const short = { ...text, cutoffLen: 20 };
    expect(await datasets.encode("sharegpt", dir, { row: 0, settings: short })).toMatchObject({
      status: "dropped",
      reason: expect.stringContaining("more than sequence_len (20)"),
    });
    const cut = await shown("sharegpt", { ...short, options: { excess_length_strategy: "truncate" } });
    expect(cut).toMatchObject({ length: 57, cutoffLen: 20, cuts: [{ at: 20, count: 37 }] });
    expect(await shown("text", { ...text, stage: "pt", cutoffLen: 3 })).toMatchObject({
      learnt: "Once upon a time.<|im_end|>",
      notes: [{ code: "pieces", params: { count: 4 } }],
    });
  });

  it("shows the better answer of a pair, and an answer that is marked", async () => {
    expect(await shown("pairs", { ...text, stage: "dpo" })).toMatchObject({
      learnt: "Two.<|im_end|>",
      notes: [{ code: "pair", params: { count: 24 } }],
    });
    expect((await shown("alpaca-pairs", { ...text, stage: "rm" })).learnt).toContain("Two.");
    expect((await shown("marked", { ...text, stage: "kto" })).learnt).toBe("Two.<|im_end|>");
  });

  it("shows which tokens stand for which picture, and why so many", async () => {
    const row = await shown("pictures", { ...vision, template: "qwen2_vl" });
    const numbers = { grid_t: 1, grid_h: 6, grid_w: 6, merge: 2 };
    expect(row.media).toMatchObject([
      { kind: "image", source: "shapes/a.png", count: 9, formula: "grid_t·grid_h·grid_w / merge²", numbers },
      { kind: "image", source: "shapes/b.png", count: 9 },
    ]);
    expect(row.tokens.filter(({ media }) => media === 1)).toHaveLength(9);
    expect(row.learnt).toBe("Two shapes.<|im_end|>");
    expect((await shown("parts", { ...vision, template: "qwen2_vl" })).learnt).toBe("A shape.<|im_end|>");
  });

  it("shows that without a template by name Axolotl does not know who speaks beside pictures, and learns everything", async () => {
    expect((await shown("parts", vision)).learnt).toContain("You are a helpful assistant.");
  });

  it("refuses in clear words: another stage, a model that cannot see, a key that says nothing here", async () => {
    const refused = (name: string, settings: EncodeSettings) =>
      expect(datasets.encode(name, dir, { row: 0, settings })).rejects;
    await refused("text", text).toMatchObject({ body: { message: expect.stringContaining("plain text") } });
    await refused("pictures", text).toMatchObject({
      body: { message: expect.stringContaining("no processor") },
    });
    await refused("alpaca", { ...text, options: { lora_r: 8 } }).toMatchObject({
      body: { message: expect.stringContaining("`lora_r` does not change") },
    });
  });

  it("counts a whole set", async () => {
    const { id } = await datasets.startScan("alpaca", dir, { kind: "tokens", settings: text, sample: null });
    await vi.waitFor(async () => expect((await datasets.scan(id)).state).toEqual({ status: "done" }), 60_000);
    expect((await datasets.scan(id)).result).toMatchObject({ rows: 2, learned: 14, tokens: 75, dropped: 0 });
  });
});
