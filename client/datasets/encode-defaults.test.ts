// Shows that the token view begins with what the newest run was trained with.
import { expect, test } from "vitest";
import { draftFromConfig } from "./encode-defaults.ts";

test("a run's own settings, with what changes media", () => {
  const draft = draftFromConfig(
    "model_name_or_path: /m\ntemplate: qwen2_vl\ncutoff_len: 512\nstage: dpo\nimage_max_pixels: 65536\nlora_rank: 8\n",
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
  expect(draftFromConfig("template: default\n")).toBeNull();
});
