// Shows what is made of Axolotl's own documents: blocks taken word for word, JSON, commands, and what is said about them.
import { describe, expect, it, test } from "vitest";
import { readConfig } from "../../../../contract/config-document.ts";
import { importConfig } from "./import-config.ts";

const settings = String.raw`processor_type: AutoProcessor

skip_prepare_dataset: true
remove_unused_columns: false # leave columns in place as they are needed to handle image embeddings during training
sample_packing: false # not yet supported with multimodal

chat_template: # see in next section

# example dataset
datasets:
  - path: HuggingFaceH4/llava-instruct-mix-vsft
    type: chat_template
    split: train[:1%]
    field_messages: messages

# (optional) if doing lora, only finetune the Language model,
# leave the vision model and vision tower frozen
# load_in_8bit: true
adapter: lora
lora_target_modules: 'language_model.model.layers.[\d]+.(mlp|cross_attn|self_attn).(up|down|gate|q|k|v|o)_proj'

# (optional) if you want to resize images to a set size
image_size: 512
image_resize_algorithm: bilinear
`;

const families: [model: string, template: string][] = [
  ["meta-llama/Llama-3.2-11B-Vision-Instruct", "llama3_2_vision"],
  ["meta-llama/Llama-4-Scout-17B-16E-Instruct", "llama4"],
  ["mistralai/Pixtral-12B-2409", "pixtral"],
  ["llava-hf/llava-1.5-7b-hf", "llava"],
  ["mistralai/Mistral-Small-3.1-24B-Instruct-2503", "mistral_v7_tekken"],
  ["google/gemma-3-4b-it", "gemma3"],
  ["Qwen/Qwen2-VL-7B-Instruct", "qwen2_vl"],
  ["Qwen/Qwen2.5-VL-7B-Instruct", "qwen2_vl # same as qwen2-vl"],
];

describe("YAML", () => {
  it("takes the block of settings word for word, and says what it leaves open", () => {
    const { config, kind, problems } = importConfig(settings);
    expect({ config, kind }).toEqual({ config: settings, kind: "yaml" });
    expect(problems).toMatchObject([
      { path: "chat_template", severity: "info", code: "import.empty-key", line: 7 },
    ]);
  });

  test.each(families)("takes the block of %s word for word", (model, template) => {
    const block = `base_model: ${model}\n\nchat_template: ${template}\n`;
    expect(importConfig(`\`\`\`yaml\n${block}\`\`\`\n`)).toEqual({
      config: block.trimEnd(),
      kind: "yaml",
      problems: [],
    });
  });

  it("writes numbers so that the engine's reader sees numbers, and names keys that it would drop", () => {
    const { config, problems } = importConfig('learning_rate: 1e-4 # lr\nlora_r: "8"\nlora_rr: 3\n');
    expect(config).toBe("learning_rate: 1.0e-4 # lr\nlora_r: 8\nlora_rr: 3\n");
    expect(problems).toMatchObject([{ path: "lora_rr", code: "axolotl.key-unknown" }]);
  });

  it("gives back what cannot be read, with what is wrong", () => {
    expect(importConfig("base_model: [\n")).toMatchObject({
      config: "base_model: [\n",
      problems: [{ code: "yaml.syntax" }],
    });
  });
});

it("makes YAML of JSON, with a line for each key of a dataset", () => {
  const { config, kind } = importConfig(
    '{"base_model": "a/b", "datasets": [{"path": "x.json", "type": "alpaca"}]}',
  );
  expect({ config, kind }).toEqual({
    kind: "json",
    config: "base_model: a/b\ndatasets:\n  - path: x.json\n    type: alpaca\n",
  });
});

it("makes keys of a command's flags, and says that its file is missing", () => {
  const { config, kind, problems } = importConfig(
    "$ axolotl train examples/cfg.yml --learning-rate 1e-4 --lora-r=16 \\\n  --no-sample-packing --bf16 false --launcher torchrun -- --nproc_per_node 2",
  );
  expect(kind).toBe("command");
  const doc = readConfig(config);
  expect(Object.fromEntries(doc.keys.map((key) => [key, doc.get(key)]))).toEqual({
    learning_rate: 1e-4,
    lora_r: 16,
    sample_packing: false,
    bf16: false,
  });
  expect(problems).toMatchObject([{ code: "import.file-needed", params: { file: "examples/cfg.yml" } }]);
});
