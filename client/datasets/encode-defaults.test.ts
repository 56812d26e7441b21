// Shows that the token view begins with what the newest run was trained with.
import { expect, test } from "vitest";
import { draftFromConfig } from "./encode-defaults.ts";

const roles = {
  datasets: "dataset",
  datasetDir: "dataset_dir",
  method: "finetuning_type",
  outputDir: "output_dir",
};
const names = {
  roles: { ...roles, model: "model_name_or_path", template: "template", stage: "stage" },
  stages: [],
  datasetForm: "names",
} as const;
const label = { en: "", zh: "" };
const mappings = {
  roles: { ...roles, model: "base_model", template: "chat_template", stage: "rl" },
  stages: [{ value: "ipo", label, help: label, data: "dpo" as const }],
  datasetForm: "mappings",
} as const;

test("a run's own settings, with what changes media", () => {
  const draft = draftFromConfig(
    "model_name_or_path: /m\ntemplate: qwen2_vl\ncutoff_len: 512\nstage: dpo\nimage_max_pixels: 65536\nlora_rank: 8\n",
    { ...names, stages: [] },
  );
  expect(draft).toMatchObject({
    model: "/m",
    template: "qwen2_vl",
    cutoffLen: 512,
    stage: "dpo",
    options: { image_max_pixels: 65536 },
  });
  expect(draft?.options).not.toHaveProperty("lora_rank");
});

test("a config without a model gives nothing", () => {
  expect(draftFromConfig("template: default\n", { ...names, stages: [] })).toBeNull();
});

test("an engine whose templates come with the models takes the model's own", () => {
  const config = "base_model: /m\nsequence_len: 300\nrl: ipo\ntrain_on_inputs: true\nimage_size: 512\n";
  expect(draftFromConfig(config, { ...mappings, stages: [...mappings.stages] })).toMatchObject({
    model: "/m",
    template: "tokenizer_default",
    cutoffLen: 300,
    stage: "dpo",
    trainOnPrompt: true,
    options: { image_size: 512 },
  });
});
