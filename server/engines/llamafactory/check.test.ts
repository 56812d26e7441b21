// Shows each rule on the smallest config that breaks it, with the key and line it points at, and that good configs pass.
import { afterAll, describe, expect, it } from "vitest";
import { readConfig } from "../../../contract/config-document.ts";
import { check } from "./check.ts";
import { goodConfig, workplace } from "./testing/workplace.ts";

const place = workplace();
afterAll(place.remove);

const find = async (config: string, more = {}, context = {}) =>
  (await check(place.spec(config, more), { ...place.context, ...context })).problems;

/** Lines appended to the good config. */
const added = (lines: string) => `${goodConfig}${lines}\n`;
const without = (key: string) => readConfig(goodConfig).with({ [key]: undefined }).text;
const changed = (key: string, typed: string) =>
  goodConfig.replace(new RegExp(`^${key}:.*$`, "m"), `${key}: ${typed}`);

/** What is wrong, the config, and the code it must give at the key. */
const errors: [config: string, path: string, code: string][] = [
  [changed("model_name_or_path", ""), "model_name_or_path", "model.missing"],
  [changed("model_name_or_path", "models/gone"), "model_name_or_path", "model.not-found"],
  [changed("model_name_or_path", "./gone"), "model_name_or_path", "model.not-found"],
  [changed("model_name_or_path", "models/empty"), "model_name_or_path", "model.no-config"],
  [changed("model_name_or_path", "models/tiny-adapter"), "model_name_or_path", "model.is-adapter"],
  [added("adapter_name_or_path: saves/gone"), "adapter_name_or_path", "adapter.not-found"],
  [added("adapter_name_or_path: models/tiny"), "adapter_name_or_path", "adapter.no-config"],
  [without("dataset"), "dataset", "dataset.missing"],
  [changed("dataset", "people, pepole"), "dataset", "dataset.unknown"],
  [changed("dataset", "lost"), "dataset", "dataset.unusable"],
  [added("dataset_dir: nowhere"), "dataset_dir", "dataset.info-missing"],
  [added("dataset_dir: broken"), "dataset_dir", "dataset.info-broken"],
  [changed("template", "qwne"), "template", "template.unknown"],
  [added("val_size: 100"), "val_size", "data.nothing-left"],
  [added("lerning_rate: 1"), "lerning_rate", "key.unknown"],
  [added("time_scale: 0.1"), "time_scale", "key.fork-only"],
  [added("save_safetensors: true"), "save_safetensors", "key.removed"],
  [added("evaluation_strategy: steps"), "evaluation_strategy", "key.removed"],
  [added('lora_rank: "8"'), "lora_rank", "value.type"],
  [added("lora_rank: 8.5"), "lora_rank", "value.type"],
  [added("lora_rank: 8.0"), "lora_rank", "value.type"],
  [added('packing: "false"'), "packing", "value.type"],
  [added("adapter_name_or_path: [models/tiny-adapter]"), "adapter_name_or_path", "value.type"],
  [changed("learning_rate", ""), "learning_rate", "value.empty"],
  [changed("learning_rate", "0"), "learning_rate", "value.range"],
  [changed("stage", "grpo"), "stage", "value.choice"],
  [added("eval_strategy: no"), "eval_strategy", "value.bare-word"],
  [added("eval_strategy: false"), "eval_strategy", "value.bare-word"],
  [added("run_name: on"), "run_name", "value.bare-word"],
  [added("run_name: a$" + "{b"), "run_name", "value.interpolation"],
  [added("output_dir: ~FULL~"), "output_dir", "output.not-empty"],
  [added("deepspeed: ds.json"), "deepspeed", "file.not-found"],
  [added("deepspeed: '{}'"), "deepspeed", "deepspeed.cpu"],
  [added("resume_from_checkpoint: saves/checkpoint-1"), "resume_from_checkpoint", "checkpoint.not-found"],
  [added("resume_from_checkpoint: models"), "resume_from_checkpoint", "checkpoint.unfinished"],
  [changed("stage", "ppo"), "stage", "stage.ppo"],
  [`${changed("stage", "dpo")}neat_packing: true\n`, "neat_packing", "stage.sft-only"],
  [`${changed("finetuning_type", "full")}use_dora: true\n`, "use_dora", "method.lora-only"],
  [`${changed("finetuning_type", "full")}loraplus_lr_ratio: 16.0\n`, "loraplus_lr_ratio", "method.lora-only"],
  [
    `${changed("finetuning_type", "full")}adapter_name_or_path: models/tiny-adapter\n`,
    "adapter_name_or_path",
    "adapter.not-lora",
  ],
  [`${changed("finetuning_type", "full")}use_llama_pro: true\n`, "use_llama_pro", "method.llama-pro"],
  [added("use_galore: true"), "use_galore", "method.own-optimizer"],
  [
    `${changed("finetuning_type", "full")}use_galore: true\nuse_apollo: true\n`,
    "use_apollo",
    "method.two-optimizers",
  ],
  [`${changed("finetuning_type", "full")}quantization_bit: 4\n`, "quantization_bit", "quantization.method"],
  [added("quantization_bit: 4"), "quantization_bit", "quantization.cpu"],
  [added("quantization_bit: 4\npissa_init: true"), "quantization_bit", "quantization.pissa"],
  [added("bf16: true\nfp16: true"), "fp16", "precision.both"],
  [added("pure_bf16: true"), "pure_bf16", "precision.pure-bf16-cpu"],
  [`${without("use_cpu")}bf16: true\n`, "bf16", "precision.bf16-cpu"],
  [added("mask_history: true\ntrain_on_prompt: true"), "mask_history", "data.mask-and-prompt"],
  [added("image_max_pixels: 10\nimage_min_pixels: 20"), "image_max_pixels", "value.max-below-min"],
  [added("val_size: 0.1\neval_dataset: places\neval_strategy: steps"), "val_size", "eval.two-sources"],
  [added("eval_strategy: steps"), "eval_strategy", "eval.no-data"],
  [added("do_eval: true"), "do_eval", "eval.no-data"],
  [added("do_predict: true\nval_size: 0.1"), "do_predict", "eval.predict"],
  [added("lr_scheduler_type: reduce_lr_on_plateau"), "lr_scheduler_type", "eval.scheduler"],
  [added("early_stopping_steps: 3"), "early_stopping_steps", "eval.early-stopping"],
  [added("load_best_model_at_end: true"), "load_best_model_at_end", "best.strategies"],
  [
    added("load_best_model_at_end: true\neval_strategy: steps\nval_size: 0.1\neval_steps: 3"),
    "load_best_model_at_end",
    "best.steps",
  ],
  [added("max_steps: 0"), "max_steps", "steps.zero"],
  [changed("save_steps", "10.5"), "save_steps", "steps.fraction"],
  [added("streaming: true"), "streaming", "streaming.max-steps"],
  [added("streaming: true\nmax_steps: 3\nmax_samples: 3"), "max_samples", "streaming.max-samples"],
  [added("streaming: true\nmax_steps: 3\nval_size: 0.1\ndo_eval: true"), "val_size", "streaming.val-size"],
  [added('interleave_probs: "1.0"'), "interleave_probs", "mix.not-interleaved"],
  [added('mix_strategy: interleave_under\ninterleave_probs: "0.5,0.5"'), "interleave_probs", "mix.length"],
];

const remarks: [config: string, path: string, code: string, severity: "warning" | "info"][] = [
  [added("run_name: 12"), "run_name", "value.type", "warning"],
  [without("template"), "template", "template.missing", "warning"],
  [without("stage"), "stage", "stage.default", "info"],
  [changed("model_name_or_path", "owner/name"), "model_name_or_path", "model.from-hub", "info"],
  [added("cutoff_len: 16"), "cutoff_len", "data.cutoff-small", "warning"],
  [added("bf16: true"), "bf16", "precision.half-cpu", "warning"],
  [added("trust_remote_code: true"), "trust_remote_code", "security.remote-code", "warning"],
  [added("report_to: wandb"), "report_to", "network.report-to", "warning"],
  [added("push_to_hub: true"), "push_to_hub", "network.push", "warning"],
  [added("val_size: 0.1"), "val_size", "eval.unused", "warning"],
  [added("warmup_ratio: 0.1\nwarmup_steps: 3"), "warmup_steps", "steps.two-warmups", "warning"],
  [added("save_only_model: true"), "save_only_model", "save.only-model", "warning"],
  [changed("logging_steps", "100"), "logging_steps", "steps.no-points", "warning"],
  [changed("save_steps", "100"), "save_steps", "save.only-at-end", "info"],
  [added("val_size: 0.1\neval_strategy: steps\neval_steps: 100"), "eval_steps", "eval.never", "warning"],
];

describe("check", () => {
  it("finds nothing in a good config", async () => {
    expect(await find(goodConfig)).toEqual([]);
  });

  it.each(errors.map(([config, path, code]) => ({ config, path, code })))(
    "refuses $path: $code",
    async ({ config, path, code }) => {
      const text = config.replace("~FULL~", `${place.home}/full`);
      const found = (await find(text)).filter((problem) => problem.severity === "error");
      expect(found.map((problem) => [problem.path, problem.code])).toContainEqual([path, code]);
      const problem = found.find((candidate) => candidate.code === code);
      expect(problem?.line).toBe(readConfig(text).lineOf(path));
      expect(problem?.message).not.toBe("");
    },
  );

  it.each(remarks.map(([config, path, code, severity]) => ({ config, path, code, severity })))(
    "remarks $path: $code",
    async ({ config, path, code, severity }) => {
      const found = await find(config);
      expect(found.map((problem) => [problem.path, problem.code, problem.severity])).toContainEqual([
        path,
        code,
        severity,
      ]);
      expect(found.filter((problem) => problem.severity === "error")).toEqual([]);
    },
  );

  it("names the line of a text that is no YAML, and nothing else", async () => {
    expect(await find("a: [1\nb: 2")).toMatchObject([{ code: "yaml.syntax", severity: "error" }]);
  });

  it("offers fixes that settle what they were offered for", async () => {
    for (const [config] of [...errors, ...remarks]) {
      const text = config.replace("~FULL~", `${place.home}/full`);
      for (const problem of await find(text)) {
        if (!problem.fix) continue;
        const value = problem.fix.value ?? undefined;
        const after = await find(readConfig(text).with({ [problem.path]: value }).text);
        expect(after.filter(({ path, code }) => path === problem.path && code === problem.code)).toEqual([]);
      }
    }
  });

  it("suggests the nearest word", async () => {
    expect((await find(added("lerning_rate: 1")))[0]?.hint).toBe("Did you mean `learning_rate`?");
    expect((await find(changed("dataset", "pepole")))[0]?.hint).toBe("Did you mean `people`?");
    expect((await find(changed("template", "qwen2-vl")))[0]?.hint).toBe("Did you mean `qwen2_vl`?");
    expect((await find(added("lr_scheduler_type: cosin")))[0]?.hint).toMatch(/^Did you mean `cosine`\?/);
  });

  it("lets words that YAML 1.1 reads as booleans stand where a boolean belongs", async () => {
    expect(await find(added("packing: no\nplot_loss: yes"))).toEqual([]);
    expect(await find(added('eval_strategy: "no"\nresume_from_checkpoint: true'))).toEqual([]);
  });

  it("judges by the device the run will have", async () => {
    const bf16 = `${without("use_cpu")}bf16: true\n`;
    expect(await find(bf16, {}, { hasGpu: true })).toEqual([]);
    expect(await find(bf16, { device: { type: "cpu" } }, { hasGpu: true })).toMatchObject([
      { code: "precision.bf16-cpu", fix: { value: false } },
    ]);
    expect(await find(goodConfig, {}, { hasGpu: true })).toMatchObject([{ code: "device.cpu-forced" }]);
  });

  it("lets a folder that is not empty pass when the config says to go on or over it", async () => {
    const output = `output_dir: ${place.home}/full`;
    expect(await find(added(`${output}\noverwrite_output_dir: true`))).toEqual([]);
    expect(await find(added(`output_dir: ${place.home}/new`))).toEqual([]);
    expect(await find(added("output_dir: relative/to/the/run"))).toEqual([]);
  });

  it("takes the engine's hub words for no folder", async () => {
    expect(await find(added("dataset_dir: ONLINE"))).toEqual([]);
  });

  it("judges merges by the keys an export knows", async () => {
    const merge = `model_name_or_path: models/tiny\nadapter_name_or_path: models/tiny-adapter\nexport_dir: ${place.home}/new\n`;
    expect(await find(merge, { kind: "merge" })).toEqual([]);
    expect(await find(`${merge}learning_rate: 1.0e-4\n`, { kind: "merge" })).toMatchObject([
      { code: "key.not-for-export", fix: { value: null } },
    ]);
    expect(await find(merge.replace("/new", "/full"), { kind: "merge" })).toMatchObject([
      { code: "output.not-empty", path: "export_dir" },
    ]);
    expect(await find(`${merge}export_quantization_bit: 4\n`, { kind: "merge" })).toMatchObject([
      { code: "export.quantize-adapter" },
    ]);
  });

  it("has nothing to say about installing an engine", async () => {
    expect(await find("", { kind: "setup" })).toEqual([]);
  });
});
