// Shows what is found in a config before it is started: what Axolotl would drop, take for granted, or not notice.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DeviceRequest } from "../../../contract/run.ts";
import type { CheckContext } from "../../engine-interface/check-context.ts";
import { axolotl } from "./index.ts";

let home = "";
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "anneal-axolotl-"));
  for (const [name, config] of [
    ["text", { model_type: "qwen2" }],
    ["vision", { model_type: "qwen2_vl", vision_config: {} }],
    ["torn", { model_type: "qwen2" }],
  ] as const) {
    mkdirSync(join(home, "models", name), { recursive: true });
    writeFileSync(join(home, "models", name, "config.json"), JSON.stringify(config));
  }
  writeFileSync(join(home, "models/torn/model.safetensors"), "");
  mkdirSync(join(home, "datasets"));
  writeFileSync(join(home, "datasets", "a.json"), "[]");
});
afterAll(() => rmSync(home, { recursive: true }));

const GOOD = `
base_model: models/text
datasets:
  - {path: datasets/a.json, ds_type: json, type: alpaca}
learning_rate: 1.0e-4
`;
const LORA = `${GOOD}adapter: lora\nlora_r: 8\nlora_alpha: 16\nlora_target_linear: true\n`;

async function found(
  config: string,
  device: DeviceRequest = { type: "gpu", ids: [0] },
  more: Partial<CheckContext> = {},
) {
  const spec = { kind: "train", engine: "axolotl", name: "t", config, device } as const;
  const { problems } = await axolotl.check(spec, {
    home,
    datasets: async () => [{ name: "a", file: "a.json", rows: 100, problem: null }],
    catalog: {
      engine: "axolotl",
      version: "0",
      groups: [],
      templates: [{ name: "chatml", multimodal: false, plugin: null, reasoning: false }],
    },
    deviceCount: 1,
    hasGpu: true,
    ...more,
  });
  return problems.map(({ path, code }) => `${path} ${code}`);
}

describe("check of a config", () => {
  it("refuses weights that are not whole, and tells a wrong rank once", async () => {
    expect(await found(GOOD.replace("models/text", "models/torn"))).toEqual(["base_model model.torn"]);
    expect(await found(LORA.replace("lora_r: 8", "lora_r: eight"))).toEqual(["lora_r axolotl.value-type"]);
  });

  it("finds nothing in a good one", async () => {
    expect(await found(GOOD)).toEqual([]);
    expect(await found(LORA)).toEqual([]);
    expect(await found(`${GOOD}flash_attention: false\nlora_on_cpu: true\nmodel_revision: main\n`)).toEqual(
      [],
    );
  });

  it.each([
    ["lora_rr: 3", "lora_rr axolotl.key-unknown"],
    ["cutoff_len: 3", "cutoff_len axolotl.other-engine"],
    ["plugins: [x.Y]\nliger_rope: true", "liger_rope axolotl.key-of-plugin"],
    ["chat_template: chatlm", "chat_template axolotl.template-unknown"],
    ["chat_template: jinja", "chat_template axolotl.no-jinja"],
    ["chat_template: tokenizer_default_fallback_chatml", undefined],
    ["base_model: models/gone", "base_model axolotl.model-not-found"],
    ["base_model: ./datasets", "base_model axolotl.model-no-config"],
    ["base_model:", "base_model axolotl.no-model"],
    ["learning_rate:", "learning_rate axolotl.no-learning-rate"],
    ["datasets:", "datasets axolotl.no-data"],
    ["datasets: a.json", "datasets axolotl.data-no-list"],
    ["datasets: [{type: alpaca}]", "datasets axolotl.data-no-path"],
    ["datasets: [{path: gone.json, ds_type: json}]", "datasets axolotl.data-not-found"],
    ["datasets: [{path: datasets/a.json}]", "datasets axolotl.data-no-kind"],
    ["datasets: [{path: o/s, type: sharegpt.load_role}]", "datasets axolotl.data-sharegpt"],
    ["rl: dpo", "datasets axolotl.data-not-preference"],
    ["rl: simpo", "simpo_gamma axolotl.needs"],
    [
      "rl: orpo\ndatasets: [{path: datasets/a.json, ds_type: json, type: chat_template.default}]",
      "datasets axolotl.data-other-preference",
    ],
    ["processor_type: AutoProcessor", "processor_type axolotl.media-text-model"],
    ["base_model: models/vision", "processor_type axolotl.media-processor"],
  ])("%s → %s", async (lines, expected) => {
    const keys = lines.split("\n").map((line) => line.split(":")[0]);
    const rest = GOOD.split("\n").filter((line) => !keys.some((key) => line.startsWith(`${key}:`)));
    const kept = keys.includes("datasets") ? rest.filter((line) => !line.startsWith("  -")) : rest;
    const codes = await found([...kept, lines].join("\n"));
    if (expected === undefined) expect(codes).toEqual([]);
    else expect(codes).toContain(expected);
  });

  it("wants of an adapter what the engine has no default for", async () => {
    expect(await found(`${GOOD}adapter: lora\n`)).toEqual([
      "lora_r axolotl.no-rank",
      "lora_alpha axolotl.no-rank",
      "lora_target_linear axolotl.no-targets",
    ]);
  });

  it("proposes on a CPU what the engine takes a GPU for, with what is certainly right", async () => {
    const config = `${LORA}load_in_8bit: true\nattn_implementation: flash_attention_2\noptimizer: adamw_bnb_8bit\n`;
    const spec = { kind: "train", engine: "axolotl", name: "t", config, device: { type: "cpu" } } as const;
    const context = { home, datasets: async () => null, catalog: null, deviceCount: 1, hasGpu: false };
    const { problems } = await axolotl.check(spec, context);
    expect(Object.fromEntries(problems.map(({ path, fix }) => [path, fix?.value]))).toEqual({
      lora_mlp_kernel: false,
      lora_qkv_kernel: false,
      lora_o_kernel: false,
      lora_embedding_kernel: false,
      bf16: false,
      load_in_8bit: false,
      attn_implementation: "sdpa",
      optimizer: "adamw_torch",
    });
  });

  it("wants what belongs together when pictures are learnt from", async () => {
    const vision = LORA.replace("models/text", "models/vision").replace("alpaca", "chat_template");
    expect(await found(`${vision}processor_type: AutoProcessor\nsample_packing: true\n`)).toEqual([
      "chat_template axolotl.template-wanted",
      "sample_packing axolotl.media-packing",
      "skip_prepare_dataset axolotl.media-prepare",
      "remove_unused_columns axolotl.media-columns",
    ]);
  });

  it("counts steps as the engine does: all epochs at once", async () => {
    const config = `${GOOD}val_set_size: 0.1\nmicro_batch_size: 8\nnum_epochs: 3\n`;
    const spec = { kind: "train", engine: "axolotl", name: "t", config, device: { type: "cpu" } } as const;
    const file = { dataset: "a", translated: false, state: "current", rows: 766, faults: [] } as const;
    const context = {
      home,
      datasets: async () => null,
      mapped: async () => file,
      catalog: null,
      deviceCount: 1,
      hasGpu: false,
    };
    const { estimate } = await axolotl.check(spec, context);
    expect(estimate).toMatchObject({ examples: 689, totalSteps: 259, effectiveBatchSize: 8 });
  });
});
