// Shows that a registered dataset of every layout means the same to Axolotl as to LLaMA-Factory: each engine's own loader reads it,
// and texts and learnt words are held against each other. Needs both engines' Python.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, it } from "vitest";
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
    dataset_num_proc: 1,
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

async function mappingOf(name: string): Promise<DatasetMappingValues> {
  const answer = await ask(name, stages[name] ?? "sft");
  if (answer.status !== "ready") throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.mapping;
}

describe.skipIf(!python)(
  "what Axolotl's own loader makes of a registered dataset",
  { timeout: 300_000 },
  () => {
    const seen: Record<string, Row[]> = {};
    const known: Record<string, Row[]> = {};

    beforeAll(async () => {
      writeSampleSets(dir, ["black-circle-1.png", "black-circle-2.png"]);
      const asked = [];
      for (const name of names) asked.push({ config: configOf(name, await mappingOf(name)) });
      const reward = await ask("alpaca-pairs", "rm");
      const preferred = await ask("pairs", "orpo");
      if (reward.status !== "ready" || preferred.status !== "ready") throw new Error("no mapping");
      const rest = { ...configOf("alpaca", {}), datasets: [reward.mapping], reward_model: true };
      asked.push(
        { config: rest },
        { config: { ...rest, datasets: [preferred.mapping], rl: "orpo", reward_model: false } },
      );
      for (const [at, answer] of answersOf(python ?? "", "axolotl_rows.py", asked).entries())
        seen[[...names, "reward", "orpo"][at] ?? ""] =
          "rows" in answer ? answer.rows : [{ died: answer.died }];
      if (other === undefined) return;
      const cases = names
        .filter((name) => name !== "parts")
        .map((dataset) => {
          const stage = stages[dataset] ?? "sft";
          const [model, template] = isSeen(dataset) ? [vision, "qwen2_vl"] : [text, "qwen"];
          return { model, template, dataset, dir, stage: stage === "dpo" ? "rm" : stage };
        });
      for (const [at, answer] of answersOf(other, "llamafactory_rows.py", cases).entries())
        known[cases[at]?.dataset ?? ""] = "rows" in answer ? answer.rows : [{ died: answer.died }];
    }, 300_000);

    it("prints", () => {
      console.log(JSON.stringify(seen, null, 1));
      console.log(JSON.stringify(known, null, 1));
    });
  },
);
