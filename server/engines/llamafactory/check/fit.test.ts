// Shows what is said when template, model, datasets, disk and memory do not fit, on model folders made for it.
import { afterAll, describe, expect, it } from "vitest";
import type { CheckContext } from "../../../engine-interface/check-context.ts";
import { check } from "../check.ts";
import { configOf } from "../testing/refusals.ts";
import { goodConfig, workplace } from "../testing/workplace.ts";

const place = workplace();
afterAll(place.remove);

const sizes = {
  model_type: "qwen2",
  hidden_size: 4096,
  intermediate_size: 11_008,
  num_hidden_layers: 32,
  num_attention_heads: 32,
  vocab_size: 152_000,
  torch_dtype: "bfloat16",
};
const index = (names: readonly string[]) =>
  JSON.stringify({ weight_map: Object.fromEntries(names.map((name) => [name, "model-1.safetensors"])) });

place.write("models/large/config.json", JSON.stringify(sizes));
place.write("models/large/tokenizer_config.json", '{"chat_template": "{{ messages }}"}');
place.write("models/large/model.safetensors.index.json", index(["model.layers.0.self_attn.q_proj.weight"]));
place.sparse("models/large/model-1.safetensors", 14e9);
place.write("models/base/config.json", JSON.stringify({ model_type: "qwen2" }));
place.write("models/base/tokenizer_config.json", "{}");
place.write("models/seeing/config.json", JSON.stringify({ model_type: "qwen2_vl", vision_config: {} }));
place.write("models/broken/config.json", "[");
place.write("models/torn/config.json", JSON.stringify({ model_type: "qwen2" }));
place.write("models/torn/model.safetensors", "");
place.write("models/llama/config.json", JSON.stringify({ model_type: "llama" }));
place.write("models/omni/config.json", JSON.stringify({ model_type: "qwen2_5_omni" }));
place.write(
  "models/gptq/config.json",
  JSON.stringify({ model_type: "qwen2", quantization_config: { quant_method: "gptq" } }),
);

const find = async (lines: string, more: Partial<CheckContext> = {}, gpus: number[] = []) => {
  const device = gpus.length > 0 ? ({ type: "gpu", ids: gpus } as const) : ({ type: "auto" } as const);
  const spec = { ...place.spec(configOf(lines.split("\n"))), device };
  const { problems } = await check(spec, { ...place.context, hasGpu: gpus.length > 0, ...more });
  return problems.map(({ severity, path, code }) => `${severity} ${path} ${code}`);
};

describe("what does not fit", () => {
  it.each([
    ["model_name_or_path: models/broken", "error model_name_or_path model.broken-config"],
    ["model_name_or_path: models/torn", "error model_name_or_path model.torn"],
    ["model_name_or_path: models/base", "info template template.base-model"],
    ["model_name_or_path: models/seeing", "warning template template.text-only"],
    ["model_name_or_path: models/large\ntemplate: qwen2_vl", "warning template template.model-text-only"],
    [
      "model_name_or_path: models/large\ntemplate: qwen2_vl\ndataset: pictures",
      "error dataset model.no-media",
    ],
    ["model_name_or_path: Qwen/Qwen3-4B\ntemplate: llama3", "warning template template.unusual"],
    ["model_name_or_path: Qwen/Qwen3-4B-Base\ntemplate: qwen3", "info template template.base-model"],
    ["template: qwen3", "info template template.reasoning"],
    ["template: qwen3_nothink\nenable_thinking: true", "warning enable_thinking template.nothink"],
    ["model_name_or_path: models/llama\nshift_attn: true", "error shift_attn model.shift-attention"],
    ["model_name_or_path: models/omni\nneat_packing: true", "error neat_packing model.neat-packing"],
    ["model_name_or_path: models/large\nlora_target: qkv_proj", "error lora_target model.no-such-module"],
    [
      "model_name_or_path: models/large\nlora_target: qkv_proj,q_proj",
      "warning lora_target model.some-modules-missing",
    ],
    [
      "model_name_or_path: models/gptq\nfinetuning_type: full",
      "error finetuning_type quantization.stored-method",
    ],
    ["model_name_or_path: models/gptq\nuse_dora: true", "error use_dora quantization.stored-dora"],
    ["per_device_train_batch_size: 200", "warning per_device_train_batch_size steps.batch-above-data"],
    ["warmup_steps: 1000", "warning warmup_steps steps.only-warmup"],
    ["flash_attn: fa2", "warning flash_attn package.slower"],
    [
      "stage: dpo\ndataset: pairs\nref_model: models/tiny\npref_loss: orpo",
      "warning ref_model preference.unused-reference",
    ],
    ["stage: dpo\ndataset: pairs\npref_loss: ipo", "warning pref_loss preference.loss-ignored"],
  ])("%s", async (lines, wanted) => {
    expect(await find(lines, { packages: {} })).toContain(wanted);
  });

  it("is said of nothing in a config that fits", async () => {
    expect(await find("model_name_or_path: models/large\nlora_target: q_proj")).toEqual([]);
    expect(await find("template: qwen3_nothink")).toEqual([]);
    expect(await find("model_name_or_path: Qwen/Qwen3-4B\ntemplate: qwen3_nothink")).toEqual([
      "info model_name_or_path model.from-hub",
    ]);
    expect(await find("stage: dpo\ndataset: pairs\nsave_steps: 2")).toEqual([]);
    expect(await find("stage: kto\ndataset: marks\nsave_steps: 2")).toEqual([]);
  });

  it("says that a frozen model of half precision needs mixed precision", async () => {
    const frozen = 'model_name_or_path: models/large\nfinetuning_type: freeze\nsave_strategy: "no"';
    const said = "error finetuning_type precision.freeze-half";
    expect(await find(frozen)).toContain(said);
    expect(await find(`${frozen}\nbf16: true\nuse_cpu: true`)).not.toContain(said);
  });

  it("counts the disk that checkpoints take", async () => {
    const full =
      "model_name_or_path: models/large\nfinetuning_type: full\nsave_steps: 1\nnum_train_epochs: 3000";
    expect(await find(full)).toContain("error save_steps disk.too-small");
    expect(await find("model_name_or_path: models/large\nsave_total_limit: 2")).toEqual([]);
  });

  it("guesses the memory of the GPU", async () => {
    const seven = "use_cpu:-\nmodel_name_or_path: models/large\nbf16: true\nper_device_train_batch_size: 1";
    const memory = (lines: string, gigabytes: number, gpus = [0]) =>
      find(`${seven}\nsave_strategy: "no"\n${lines}`, { gpuBytes: gigabytes * 2 ** 30 }, gpus);
    const warned = expect.stringMatching(/memory\.too-small$/);
    expect(await memory("finetuning_type: full", 80)).toContainEqual(warned);
    expect(await memory("finetuning_type: lora", 12)).toContainEqual(warned);
    expect(await memory("finetuning_type: lora", 24)).not.toContainEqual(warned);
    expect(await memory("finetuning_type: lora\nquantization_bit: 4", 12)).not.toContainEqual(warned);
    expect(
      await memory("finetuning_type: full\ndeepspeed: zero3.json", 24, [0, 1, 2, 3, 4, 5, 6, 7]),
    ).not.toContainEqual(warned);
    expect(await find(goodConfig, { gpuBytes: 1 })).not.toContainEqual(warned);
  });
});
