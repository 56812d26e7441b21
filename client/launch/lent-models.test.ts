// Shows that an engine without a list of models shows another one's, each with its own template.
import { expect, it } from "vitest";
import type { EngineCatalog } from "@/contract/engine.ts";
import type { LocalModel } from "@/contract/library.ts";
import { hintedFolder, withLent } from "./lent-models.ts";
import { modelOptions } from "./model-options.ts";
import { templateMove } from "./template-choice.ts";

const hints = [
  { model: "qwen(?:2|2[.-]5|3)-?vl", template: "qwen2_vl" },
  { model: "magistral", template: null },
  { model: "", template: "tokenizer_default" },
];
const none: EngineCatalog = { engine: "axolotl", version: "1", groups: [], templates: [] };
const model = (id: string, template: string | null) => ({
  name: id.split("/")[1] ?? "",
  hub: { huggingface: id },
  template,
  multimodal: false,
});
const lender: EngineCatalog = {
  ...none,
  engine: "llamafactory",
  groups: [
    {
      id: "Qwen",
      template: "qwen",
      multimodal: false,
      models: [
        model("Qwen/Qwen3-8B", "qwen3"),
        model("Qwen/Qwen3-8B-Base", null),
        model("Qwen/Qwen2.5-VL-7B", "q"),
      ],
    },
    { id: "M", template: "m", multimodal: false, models: [model("mistralai/Magistral-Small", "mistral")] },
  ],
};
const folder: LocalModel = {
  id: "f",
  name: "mine",
  path: "/m/mine",
  source: "folder",
  kind: "model",
  architecture: "Qwen2_5_VLForConditionalGeneration",
  parameters: null,
  dtype: null,
  bytes: 1,
  multimodal: true,
  template: null,
  base: null,
  runId: null,
  modifiedAt: 0,
};

it("lends groups with the templates of the engine that shows them", () => {
  const options = modelOptions(withLent(none, lender, hints), []);
  expect(options.map(({ name, template, base }) => [name, template, base])).toEqual([
    ["Qwen3-8B", "tokenizer_default", false],
    ["Qwen3-8B-Base", null, true],
    ["Qwen2.5-VL-7B", "qwen2_vl", false],
    ["Magistral-Small", null, false],
  ]);
  const [chat, , , bare] = options;
  expect(templateMove("tokenizer_default", chat, bare)).toEqual({ move: "set", template: undefined });
  expect(templateMove("tokenizer_default", undefined, options[2], "tokenizer_default")).toEqual({
    move: "set",
    template: "qwen2_vl",
  });
  expect(withLent(lender, none, hints)).toBe(lender);
});

it("takes a folder's template from what it is built as", () => {
  expect(hintedFolder(hints, folder).template).toBe("qwen2_vl");
  expect(hintedFolder(hints, { ...folder, architecture: "X", template: "qwen" }).template).toBe(
    "tokenizer_default",
  );
  expect(hintedFolder(hints, { ...folder, architecture: "X" }).template).toBeNull();
});
