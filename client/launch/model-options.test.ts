// Shows the order and content of the model list, and how the template goes with the model.
import { describe, expect, it, test } from "vitest";
import type { EngineCatalog } from "@/contract/engine.ts";
import type { LocalModel } from "@/contract/library.ts";
import { hubOf } from "./hub.ts";
import { findModel, textValue } from "./model-lookup.ts";
import { billionsOf, groupFirst, modelOptions, sizeInName } from "./model-options.ts";
import { templateMove, templateNote } from "./template-choice.ts";

const catalog: EngineCatalog = {
  engine: "llamafactory",
  version: "0.9.5",
  groups: [
    {
      id: "Llama 3",
      template: "llama3",
      multimodal: false,
      models: [
        { name: "Llama-3-8B", hub: { huggingface: "meta/L3" }, template: null, multimodal: false },
        { name: "Llama-3-8B-Chat", hub: { modelscope: "ms/L3c" }, template: "llama3", multimodal: false },
        { name: "No-Hub", hub: {}, template: null, multimodal: false },
      ],
    },
    {
      id: "Qwen3",
      template: "qwen3",
      multimodal: false,
      models: [
        {
          name: "Qwen3-8B-Thinking",
          hub: { huggingface: "Qwen/Qwen3-8B" },
          template: "qwen3",
          multimodal: false,
        },
        { name: "Qwen3-again", hub: { huggingface: "Qwen/Qwen3-8B" }, template: "qwen3", multimodal: false },
      ],
    },
  ],
  templates: [],
};
const folder = (rest: Partial<LocalModel>): LocalModel => ({
  id: "1",
  name: "mine",
  path: "/m/mine",
  source: "folder",
  kind: "model",
  architecture: null,
  parameters: 860_000,
  dtype: null,
  bytes: 1,
  multimodal: false,
  template: "qwen",
  base: null,
  runId: null,
  modifiedAt: 0,
  ...rest,
});

describe("model options", () => {
  const options = modelOptions(catalog, [
    folder({ source: "run", path: "/r" }),
    folder({}),
    folder({ source: "demo", path: "/d" }),
    folder({ kind: "adapter", path: "/a" }),
  ]);

  it("has this machine first, no adapters, one entry per hub id", () => {
    expect(options.map((option) => option.value)).toEqual([
      "/d",
      "/m/mine",
      "/r",
      "meta/L3",
      "ms/L3c",
      "Qwen/Qwen3-8B",
    ]);
  });

  it("moves the chosen group up and keeps the rest within reach", () => {
    const values = groupFirst(options, "Qwen3").map((option) => option.value);
    expect(values[0]).toBe("Qwen/Qwen3-8B");
    expect(values).toHaveLength(options.length);
  });

  it("is what the machine has when the engine is not installed", () => {
    expect(modelOptions(null, [folder({})]).map((option) => option.value)).toEqual(["/m/mine"]);
  });

  it("takes the template along until a person chose another", () => {
    const [demo, , , base, chat, qwen] = options;
    const known = new Set(["llama3", "qwen3", "qwen3_nothink"]);
    expect(templateMove(undefined, undefined, qwen)).toEqual({ move: "set", template: "qwen3" });
    expect(templateMove("llama3", chat, qwen)).toEqual({ move: "set", template: "qwen3" });
    expect(templateMove("alpaca", chat, qwen)).toEqual({ move: "keep" });
    expect(templateMove("llama3", chat, base)).toEqual({ move: "set", template: undefined });
    expect(templateMove("llama3", chat, undefined)).toEqual({ move: "keep" });
    expect(templateNote("alpaca", demo, known)).toEqual({ kind: "differs", own: "qwen" });
    expect(templateNote("alpaca", base, known)).toEqual({ kind: "base", family: "llama3" });
    expect(templateNote(undefined, undefined, known)).toEqual({ kind: "automatic" });
    expect(templateNote("llama3", chat, known)).toEqual({ kind: "none" });
    expect(templateNote("qwen3", qwen, known)).toEqual({ kind: "thinks", twin: "qwen3_nothink" });
    expect(templateNote("qwen3_nothink", qwen, known)).toEqual({ kind: "plain", twin: "qwen3" });
  });
});

test.each([
  ["Qwen3-30B-A3B-Instruct", "30B-A3B"],
  ["Mixtral-8x7B-v0.1", "8x7B"],
  ["Qwen2.5-0.5B", "0.5B"],
  ["SmolLM2-135M-Instruct", "135M"],
  ["Phi-4", null],
  ["Qwen1.5", null],
])("%s is %s", (name, size) => {
  expect(sizeInName(name)).toBe(size);
});

test.each([
  ["8x7B", 56],
  ["30B-A3B", 30],
  ["135M", 0.135],
  ["0.5b", 0.5],
])("%s is %d billion", (size, billions) => {
  expect(billionsOf(size)).toBe(billions);
});

test("the preferred hub's id is written, and an id of any hub finds its model", () => {
  const both: EngineCatalog = {
    ...catalog,
    templates: [{ name: "qwen3", multimodal: false, plugin: null, reasoning: true }],
    groups: [
      {
        id: "Qwen3",
        template: "qwen3",
        multimodal: false,
        models: [
          {
            name: "Qwen3-8B-Thinking",
            hub: { huggingface: "Qwen/Qwen3-8B", modelscope: "qwen-ms/Qwen3-8B" },
            template: "qwen3",
            multimodal: false,
          },
        ],
      },
    ],
  };
  const [there] = modelOptions(both, [], "modelscope");
  expect(there).toMatchObject({ value: "qwen-ms/Qwen3-8B", thinks: true, billions: 8 });
  expect(modelOptions(both, [], "modelers")[0]?.value).toBe("Qwen/Qwen3-8B");
  expect(findModel(there ? [there] : [], "Qwen/Qwen3-8B", undefined)).toBe(there);
  expect(hubOf("qwen-ms/Qwen3-8B", there, "huggingface")).toBe("modelscope");
  expect(hubOf("Qwen/Qwen3-8B", there, "modelscope")).toBe("huggingface");
  expect(hubOf("someone/else", undefined, "modelscope")).toBe("modelscope");
  expect(hubOf("/models/mine", undefined, "modelscope")).toBeUndefined();
});

test("a model is found by hub id, absolute path, or path in the home folder", () => {
  const options = modelOptions(catalog, [folder({ path: "/home/me/.anneal/models/demo" })]);
  const home = "/home/me/.anneal";
  expect(findModel(options, "models/demo/", home)?.name).toBe("mine");
  expect(findModel(options, "./models/demo", home)?.name).toBe("mine");
  expect(findModel(options, "/home/me/.anneal/models/demo", undefined)?.name).toBe("mine");
  expect(findModel(options, "Qwen/Qwen3-8B", home)?.group).toBe("Qwen3");
  expect(findModel(options, "other", home)).toBeUndefined();
  expect(textValue(" a ")).toBe("a");
  expect(textValue(null)).toBeUndefined();
});
