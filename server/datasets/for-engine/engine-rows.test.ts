// Shows that a registered dataset of every layout means the same to Axolotl as to LLaMA-Factory: each engine's own loader reads it,
// and texts and learnt words are held against each other. Needs both engines' Python.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { DatasetMappingValues, DatasetStage } from "../../../contract/dataset-for-engine.ts";
import { axolotl } from "../../engines/axolotl/index.ts";
import { createDatasetFiles } from "../dataset-service.ts";
import { forEngine } from "./for-engine.ts";
import { sampleSets, writeSampleSets } from "./testing/sample-sets.ts";

const python = process.env.ANNEAL_TEST_AXOLOTL_PYTHON;
const other = process.env.ANNEAL_TEST_ENGINE_PYTHON;
const models = join(import.meta.dirname, "../../../configs/demo/models");
const text = join(models, "demo-text");
const vision = join(models, "demo-vision");
const home = mkdtempSync(join(tmpdir(), "anneal-both-"));
const dir = join(home, "datasets");
const files = createDatasetFiles({ home });
afterAll(async () => {
  await files.copies.close();
  await files.reading.close();
  rmSync(home, { recursive: true });
});

type Row = Record<string, string | number[] | boolean>;
type Answer = { rows: Row[] } | { died: string };

const stages: Readonly<Record<string, DatasetStage>> = {
  pairs: "dpo",
  "alpaca-pairs": "dpo",
  marked: "kto",
  text: "pt",
};
const names = Object.keys(sampleSets);
const isSeen = (name: string) => name === "pictures" || name === "parts";

function configOf(name: string, mapping: DatasetMappingValues): Record<string, unknown> {
  const stage = stages[name] ?? "sft";
  return {
    base_model: isSeen(name) ? vision : text,
    learning_rate: 1e-4,
    micro_batch_size: 1,
    gradient_accumulation_steps: 1,
    num_epochs: 1,
    sequence_len: 512,
    bf16: false,
    attn_implementation: "sdpa",
    datasets: [mapping],
    ...(stage === "dpo" && { rl: "dpo" }),
    ...(stage === "kto" && { rl: "kto", remove_unused_columns: false }),
    ...(isSeen(name) && {
      processor_type: "AutoProcessor",
      skip_prepare_dataset: true,
      remove_unused_columns: false,
      sample_packing: false,
      chat_template: "qwen2_vl",
    }),
  };
}

function answersOf(program: string, script: string, cases: readonly unknown[]): Answer[] {
  const [asked, told] = [join(home, "asked.json"), join(home, "told.json")];
  writeFileSync(asked, JSON.stringify(cases));
  execFileSync(program, [join(import.meta.dirname, "testing", script), asked, told], {
    stdio: "ignore",
    env: { ...process.env, HF_HUB_OFFLINE: "1", AXOLOTL_DO_NOT_TRACK: "1", CUDA_VISIBLE_DEVICES: "" },
  });
  return JSON.parse(readFileSync(told, "utf8"));
}

const ask = (dataset: string, stage: DatasetStage) =>
  forEngine(files, { get: () => axolotl }, { engine: "axolotl", dataset, stage });

function mappingOf(name: string, stage = stages[name] ?? "sft"): Promise<DatasetMappingValues> {
  return vi.waitFor(
    async () => {
      const answer = await ask(name, stage);
      if (answer.status !== "ready") throw new Error(`${name}: ${JSON.stringify(answer)}`);
      return answer.mapping;
    },
    { timeout: 30_000, interval: 100 },
  );
}

const texts = (rows: readonly Row[] | undefined, key: string) =>
  (rows ?? []).map((row) => String(row[key])).sort();
/** LLaMA-Factory also learns the end of the line after an answer, Axolotl only what ends the turn. */
const turns = (learnt: readonly string[]) =>
  learnt.map((text) => text.replaceAll("<|im_end|>\n", "<|im_end|>"));

describe.skipIf(!python)("a registered dataset, read by Axolotl's own loader", { timeout: 1_200_000 }, () => {
  const seen: Record<string, Row[]> = {};
  const known: Record<string, Row[]> = {};

  beforeAll(async () => {
    writeSampleSets(dir, ["black-circle-1.png", "black-circle-2.png"]);
    const asked = new Map<string, Record<string, unknown>>();
    for (const name of names) asked.set(name, configOf(name, await mappingOf(name)));
    const plain = configOf("alpaca", {});
    const reward = await mappingOf("alpaca-pairs", "rm");
    asked.set("reward", { ...plain, datasets: [reward], reward_model: true });
    asked.set("orpo", { ...plain, datasets: [await mappingOf("pairs", "orpo")], rl: "orpo" });
    asked.set("rooted", { ...configOf("openai", await mappingOf("openai")), chat_template: "exaone" });
    const cases = [...asked.values()].map((config) => ({ config }));
    const answers = answersOf(python ?? "", "axolotl_rows.py", cases);
    for (const [at, name] of [...asked.keys()].entries()) seen[name] = rowsIn(answers[at]);
    if (other === undefined) return;
    const same = names
      .filter((name) => name !== "parts")
      .map((dataset) => {
        const stage = stages[dataset] ?? "sft";
        const [model, template] = isSeen(dataset) ? [vision, "qwen2_vl"] : [text, "qwen"];
        return { model, template, dataset, dir, stage: stage === "dpo" ? "rm" : stage };
      });
    const told = answersOf(other, "llamafactory_rows.py", same);
    for (const [at, { dataset }] of same.entries()) known[dataset] = rowsIn(told[at]);
  }, 1_200_000);

  it.each(["alpaca", "sharegpt", "oddly", "openai", "besides"])(
    "%s: conversations with all their turns",
    (name) => {
      expect(texts(seen[name], "input_ids")).toHaveLength(sampleSets[name]?.rows.length ?? 0);
      expect(texts(seen[name], "input_ids")).toMatchSnapshot();
      expect(texts(seen[name], "learned")).toMatchSnapshot();
      if (other === undefined) return;
      expect(texts(seen[name], "input_ids")).toEqual(texts(known[name], "input_ids"));
      expect(texts(seen[name], "learned")).toEqual(turns(texts(known[name], "learned")));
    },
  );

  it("function calls, tools and their replies are messages that a template can write", () => {
    expect(texts(seen.calls, "learned")).toEqual([expect.stringContaining("Two.<|im_end|>")]);
    expect(texts(seen.calls, "input_ids")[0]).toContain("<|im_start|>tool\n2<|im_end|>");
  });

  it.each(["pairs", "alpaca-pairs"])("%s: both answers after the same question", (name) => {
    const [row] = seen[name] ?? [];
    const prompt =
      "<|im_start|>system\nBe short.<|im_end|>\n<|im_start|>user\nOne?<|im_end|>\n<|im_start|>assistant\n";
    expect(row).toEqual({ prompt, chosen: "Two.<|im_end|>", rejected: "No.<|im_end|>" });
    if (other === undefined) return;
    expect(known[name]?.[0]).toMatchObject({
      chosen_input_ids: `${prompt}Two.<|im_end|>\n`,
      rejected_input_ids: `${prompt}No.<|im_end|>\n`,
    });
  });

  it("pairs for a reward model and for ORPO", () => {
    expect(seen.reward).toMatchObject([
      {
        chosen_ids: expect.stringContaining("Two.<|im_end|>"),
        rejected_ids: expect.stringContaining("No.<|im_end|>"),
      },
    ]);
    expect(JSON.stringify(seen.orpo)).toContain("Two.<|im_end|>");
    expect(JSON.stringify(seen.orpo)).toContain("Be short.");
  });

  it("answers marked good or bad", () => {
    expect(texts(seen.marked, "completion")).toEqual(["No.<|im_end|>", "Two.<|im_end|>"]);
    expect(seen.marked?.find(({ label }) => label === true)).toMatchObject({ completion: "Two.<|im_end|>" });
    if (other === undefined) return;
    expect(texts(known.marked, "learned").map((each) => each.trimEnd())).toEqual(
      texts(seen.marked, "completion"),
    );
  });

  it("plain text is learnt whole", () => {
    const wanted = ["Once upon a time.<|im_end|>", "There was more.<|im_end|>"];
    expect(texts(seen.text, "learned")).toEqual(wanted);
    if (other !== undefined) expect(texts(known.text, "input_ids").join("")).toContain("There was more.");
  });

  it("marks for pictures become parts, and each picture as many tokens as under LLaMA-Factory", () => {
    expect(texts(seen.pictures, "learned")).toEqual(["Two shapes.<|im_end|>"]);
    expect(texts(seen.pictures, "input_ids")[0]?.split("<|image_pad|>")).toHaveLength(19);
    expect(texts(seen.parts, "learned")).toEqual(["A shape.<|im_end|>"]);
    if (other === undefined) return;
    expect(texts(seen.pictures, "input_ids")).toEqual(texts(known.pictures, "input_ids"));
    expect(texts(seen.pictures, "learned")).toEqual(turns(texts(known.pictures, "learned")));
  });

  it("a chat_template of the config reaches datasets that name none", () => {
    expect(texts(seen.rooted, "input_ids")).toEqual([expect.stringContaining("[|user|]One?")]);
  });
});

function rowsIn(answer: Answer | undefined): Row[] {
  if (answer !== undefined && "rows" in answer) return answer.rows;
  throw new Error(answer?.died ?? "no answer");
}
