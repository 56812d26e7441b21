// Shows that a config comes back from the other engine meaning what it meant, that nothing is dropped in silence, and that
// what is written can be read.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../contract/config-document.ts";
import { llamaFactoryAxolotl as pair } from "./llamafactory-axolotl/index.ts";
import type { MovedData } from "./rule.ts";
import { sourceOf, translateConfig } from "./translate-config.ts";

const configs = join(import.meta.dirname, "../../configs");
const read = (folder: string, name: string) => ({
  name,
  text: readFileSync(join(configs, folder, name), "utf8"),
});
const presets = ["presets", "demo"].flatMap((folder) =>
  readdirSync(join(configs, folder))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => read(folder, name)),
);
const isAxolotl = (name: string) => name.startsWith("axolotl");
const nothing: MovedData = { set: {}, notes: [], reworded: [], unfit: [] };
const options = { onCpu: true, isParallel: false, isMultimodal: false, data: nothing };

const toAxolotl = (config: string, more = {}) =>
  translateConfig(pair, "llamafactory", sourceOf(config, { ...options, ...more }));
const toLlamaFactory = (config: string, more = {}) =>
  translateConfig(pair, "axolotl", sourceOf(config, { ...options, ...more }));
const valuesOf = (config: string) => {
  const doc = readConfig(config);
  expect(doc.problems).toEqual([]);
  return Object.fromEntries(doc.keys.map((key) => [key, doc.get(key)]));
};

describe("every preset", () => {
  it.each(presets)("$name is translated whole", ({ name, text }) => {
    const from = isAxolotl(name) ? "axolotl" : "llamafactory";
    const { config, rows } = translateConfig(pair, from, sourceOf(text, options));
    const doc = readConfig(text);
    const told = new Set(rows.flatMap((row) => row.from.map(({ key }) => key)));
    expect(doc.keys.filter((key) => doc.get(key) !== null && !told.has(key))).toEqual([]);
    const back = from === "axolotl" ? toAxolotl(config) : toLlamaFactory(config);
    const again = valuesOf(back.config);
    const asked = valuesOf(text);
    const kept = rows
      .filter(({ outcome, to }) => outcome === "carried" && to.length > 0)
      .flatMap((row) => row.from);
    for (const { key, value } of kept) {
      if (value === "" || ["template", "chat_template", "dataset", "datasets", "dataset_dir"].includes(key))
        continue;
      expect({ [key]: again[key] }).toEqual({ [key]: asked[key] });
    }
  });
});

describe("what differs unasked", () => {
  it("is written out from LLaMA-Factory to Axolotl", () => {
    const { config } = toAxolotl("model_name_or_path: m\ndataset: d\ntemplate: qwen\n");
    expect(valuesOf(config)).toMatchObject({
      base_model: "m",
      chat_template: "qwen_25",
      adapter: "lora",
      lora_r: 8,
      lora_alpha: 16,
      lora_target_linear: true,
      sequence_len: 2048,
      excess_length_strategy: "truncate",
      micro_batch_size: 8,
      num_epochs: 3,
      learning_rate: 5e-5,
      lr_scheduler: "linear",
      warmup_steps: 0,
      shuffle_merged_datasets: false,
      gradient_checkpointing: true,
      bf16: false,
      fp16: false,
      logging_steps: 500,
      save_steps: 500,
      save_total_limit: 100_000,
    });
  });

  it("is written out from Axolotl to LLaMA-Factory", () => {
    const { config } = toLlamaFactory("base_model: m\nlearning_rate: 1.0e-4\n", { onCpu: false });
    expect(valuesOf(config)).toMatchObject({
      model_name_or_path: "m",
      stage: "sft",
      do_train: true,
      finetuning_type: "full",
      cutoff_len: 512,
      per_device_train_batch_size: 1,
      num_train_epochs: 1,
      learning_rate: 1e-4,
      lr_scheduler_type: "cosine",
      warmup_steps: 0.03,
      disable_gradient_checkpointing: true,
      bf16: true,
      logging_steps: 0.005,
      save_strategy: "epoch",
      save_total_limit: 4,
    });
  });

  it("says of each line that nobody wrote why it is there", () => {
    const { config } = toAxolotl("model_name_or_path: m\n");
    const lines = config.split("\n");
    expect(lines[lines.indexOf("lr_scheduler: linear") - 1]).toMatch(
      /^# Written out: without it LLaMA-Factory/,
    );
  });
});

describe("what only one engine has", () => {
  it.each(["use_galore: true", "finetuning_type: oft", "stage: ppo", "mask_history: true", "no_such_key: 1"])(
    "%s is told as lost",
    (line) => {
      const { rows } = toAxolotl(`model_name_or_path: m\n${line}\n`);
      const key = line.split(":")[0];
      const row = rows.find(({ from }) => from.some((each) => each.key === key));
      expect(row?.outcome).toBe("lost");
      expect(row?.why.zh).not.toBe("");
    },
  );
  it.each([
    ["llamafactory", "stage: ppo"],
    ["llamafactory", "finetuning_type: freeze"],
    ["llamafactory", "finetuning_type: oft"],
    ["axolotl", "rl: grpo"],
    ["axolotl", "process_reward_model: true"],
  ])("of %s, %s leaves no twin: something else would be trained", (engine, line) => {
    const { rows } = engine === "axolotl" ? toLlamaFactory(`${line}\n`) : toAxolotl(`${line}\n`);
    expect(rows.filter(({ stops }) => stops)).toMatchObject([{ outcome: "lost" }]);
    expect(toAxolotl("stage: dpo\nmask_history: true\n").rows.some(({ stops }) => stops)).toBe(false);
  });
  it("an order for pairs is told as lost: only answers are learned in it", () => {
    const told = (stage: string) =>
      toAxolotl(`model_name_or_path: m\nstage: ${stage}\ndisable_shuffling: true\n`).rows.find(
        ({ from }) => from[0]?.key === "disable_shuffling",
      )?.outcome;
    expect([told("sft"), told("dpo"), told("kto")]).toEqual(["carried", "lost", "carried"]);
    const drawn = valuesOf(toAxolotl("model_name_or_path: m\nstage: kto\n").config);
    expect(drawn.shuffle_merged_datasets).toBe(true);
    const asTheyLie = "base_model: m\nrl: kto\nshuffle_merged_datasets: false\n";
    expect(valuesOf(toLlamaFactory(asTheyLie).config).disable_shuffling).toBe(true);
  });
  it.each(["rl: grpo", "tensor_parallel_size: 2", "cosine_constant_lr_ratio: 0.5"])(
    "%s is told as lost",
    (line) => {
      const { rows } = toLlamaFactory(`base_model: m\n${line}\n`);
      expect(rows.find(({ from }) => from[0]?.key === line.split(":")[0])?.outcome).toBe("lost");
    },
  );
});

describe("preferences, bits, pictures, devices", () => {
  it.each([
    ["stage: dpo", { rl: "dpo", rl_beta: 0.1 }],
    ["stage: dpo\npref_loss: ipo", { rl: "dpo", dpo_loss_type: ["ipo"] }],
    ["stage: dpo\npref_loss: orpo\npref_beta: 0.3", { rl: "orpo", orpo_alpha: 0.3 }],
    ["stage: dpo\npref_loss: simpo", { rl: "simpo", simpo_gamma: 0.5, cpo_alpha: 0 }],
    [
      "stage: kto\nkto_chosen_weight: 2.0",
      { rl: "kto", kto_desirable_weight: 2, remove_unused_columns: false },
    ],
    ["stage: rm", { reward_model: true }],
    ["stage: pt", { sample_packing: true }],
    ["quantization_bit: 4", { adapter: "qlora", load_in_4bit: true }],
    ["quantization_bit: 8", { adapter: "lora", load_in_8bit: true }],
    ["flash_attn: fa2", { attn_implementation: "flash_attention_2" }],
    ["deepspeed: ds.json", { deepspeed: "ds.json" }],
    ["fsdp: full_shard auto_wrap offload", { fsdp_version: 2 }],
    ["report_to: wandb\nrun_name: x", { use_wandb: true, wandb_name: "x" }],
    ["warmup_steps: 0.1", { warmup_ratio: 0.1 }],
    [
      "eval_strategy: steps\neval_steps: 40\nval_size: 0.1",
      { eval_steps: 40, val_set_size: 0.1, eval_batch_size: 8 },
    ],
  ])("%s", (line, wanted) => {
    expect(valuesOf(toAxolotl(`model_name_or_path: m\n${line}\n`).config)).toMatchObject(wanted);
  });

  it("leaves what sees as it is", () => {
    const config = valuesOf(
      toAxolotl("model_name_or_path: m\ntemplate: qwen2_vl\n", { isMultimodal: true }).config,
    );
    expect(config).toMatchObject({
      processor_type: "AutoProcessor",
      skip_prepare_dataset: true,
      sample_packing: false,
    });
    expect(config.lora_target_modules).toContain("language_model");
    const back = valuesOf(
      toLlamaFactory(
        "base_model: m\nadapter: lora\nlora_target_modules: 'model.language_model.layers.[\\d]+.(mlp).(up)_proj'\n",
      ).config,
    );
    expect(back).toMatchObject({ lora_target: "all", freeze_vision_tower: true });
  });

  it("keeps the size of pictures as a number of pixels, and their size where none is named", () => {
    const [sized, whole] = ["image_size: 512", "base_model: m"].map((line) =>
      valuesOf(toLlamaFactory(`base_model: m\n${line}\n`, { isMultimodal: true }).config),
    );
    expect(sized).toMatchObject({ image_max_pixels: 512 * 512, image_min_pixels: 512 * 512 });
    expect(whole?.image_max_pixels).toBeGreaterThan(768 * 768);
  });

  it("takes plain text for what it is, by the types of the datasets", () => {
    const { config } = toLlamaFactory("base_model: m\ndatasets:\n  - {path: d.json, type: completion}\n");
    expect(valuesOf(config)).toMatchObject({ stage: "pt", packing: false });
  });

  it.each([
    ["neat_packing: true", { sample_packing: true, attn_implementation: "sdpa" }],
    [
      "neat_packing: true\nflash_attn: fa2",
      { sample_packing: true, attn_implementation: "flash_attention_2" },
    ],
  ])("keeps packed examples apart: %s", (lines, wanted) => {
    const there = toAxolotl(`model_name_or_path: m\n${lines}\n`);
    expect(valuesOf(there.config)).toMatchObject(wanted);
    expect(valuesOf(toLlamaFactory(there.config).config)).toMatchObject({
      neat_packing: true,
      packing: true,
    });
  });

  it("learns the better answer as strongly on both sides", () => {
    const there = toAxolotl("model_name_or_path: m\nstage: dpo\npref_ftx: 0.5\n");
    expect(valuesOf(there.config)).toMatchObject({
      dpo_loss_type: ["sigmoid", "sft"],
      dpo_loss_weights: [1, 0.5],
    });
    expect(valuesOf(toLlamaFactory(there.config).config)).toMatchObject({
      pref_loss: "sigmoid",
      pref_ftx: 0.5,
    });
  });

  it("has KTO written by both as Axolotl's type writes it", () => {
    const data = { ...nothing, set: { datasets: [{ path: "/d.json", type: "chatml.argilla_chat" }] } };
    const there = toAxolotl("model_name_or_path: m\ndataset: d\nstage: kto\ntemplate: llama3\n", { data });
    expect(valuesOf(there.config).datasets).toEqual([{ path: "/d.json", type: "llama3.argilla_chat" }]);
    expect(valuesOf(toLlamaFactory(there.config).config)).toMatchObject({ stage: "kto", template: "llama3" });
    const other = toAxolotl("model_name_or_path: m\ndataset: d\nstage: kto\ntemplate: qwen\n", { data });
    expect(other.rows.find(({ from }) => from[0]?.key === "template")?.outcome).toBe("changed");
  });

  it.each(["pref_loss: ipo", "pref_loss: hinge", "pref_loss: orpo"])("%s is told as changed", (line) => {
    const { rows } = toAxolotl(`model_name_or_path: m\nstage: dpo\n${line}\n`);
    expect(rows.find(({ from }) => from.some(({ key }) => key === "pref_loss"))?.outcome).toBe("changed");
  });

  it("cuts a dataset where LLaMA-Factory takes its first rows", () => {
    const data = { ...nothing, set: { datasets: [{ path: "/d.json", type: "alpaca" }] } };
    const { config } = toAxolotl("model_name_or_path: m\ndataset: d\nmax_samples: 20\n", { data });
    expect(valuesOf(config).datasets).toEqual([{ path: "/d.json", type: "alpaca", split: "train[:20]" }]);
  });
});

const number = (low: number, high: number) => fc.integer({ min: low, max: high });
const recipe = fc.record(
  {
    learning_rate: fc.constantFrom(1e-5, 5e-4, 2e-3),
    num_train_epochs: number(1, 9),
    max_steps: number(1, 999),
    per_device_train_batch_size: number(1, 64),
    gradient_accumulation_steps: number(1, 64),
    lr_scheduler_type: fc.constantFrom("linear", "cosine", "constant", "polynomial"),
    warmup_steps: fc.oneof(number(2, 500), fc.constantFrom(0.1, 0.03)),
    optim: fc.constantFrom("adamw_torch", "paged_adamw_8bit", "adafactor"),
    weight_decay: fc.constantFrom(0.01, 0.1),
    max_grad_norm: fc.constantFrom(0.5, 2),
    cutoff_len: number(16, 8192),
    lora_rank: number(1, 256),
    lora_alpha: number(1, 512),
    lora_dropout: fc.constantFrom(0.05, 0.1),
    use_rslora: fc.boolean(),
    save_steps: number(1, 999),
    save_total_limit: number(1, 99),
    logging_steps: number(1, 99),
    seed: number(0, 9999),
    bf16: fc.constant(true),
    flash_attn: fc.constantFrom("sdpa", "fa2", "disabled"),
    train_on_prompt: fc.boolean(),
    dataloader_drop_last: fc.boolean(),
    deepspeed: fc.constantFrom("ds.json"),
  },
  { requiredKeys: [] },
);

describe("any recipe", () => {
  it("comes back as it was, there and back again", () => {
    fc.assert(
      fc.property(recipe, (values) => {
        const lines = Object.entries(values).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
        const there = toAxolotl(["model_name_or_path: m", ...lines].join("\n"));
        expect(there.rows.filter(({ outcome }) => outcome === "lost")).toEqual([]);
        expect(valuesOf(toLlamaFactory(there.config).config)).toMatchObject(values);
        // From then on nothing moves any more.
        const once = toLlamaFactory(there.config).config;
        expect(valuesOf(toLlamaFactory(toAxolotl(once).config).config)).toEqual(valuesOf(once));
      }),
      { numRuns: 150 },
    );
  });
});
