// Proves order, search and short names on the models screen.
import { describe, expect, it, test } from "vitest";
import type { LocalModel } from "@/contract/library.ts";
import { arrangeModels, matchesModel, readModelFilter, shortBase } from "./model-view.ts";

function model(name: string, changes: Partial<LocalModel> = {}): LocalModel {
  return {
    id: name,
    name,
    path: `/models/${name}`,
    source: "folder",
    kind: "model",
    architecture: "Qwen2ForCausalLM",
    parameters: 1,
    dtype: "float32",
    bytes: 1,
    multimodal: false,
    template: "qwen",
    base: null,
    runId: null,
    modifiedAt: 0,
    ...changes,
  };
}

describe("order", () => {
  it("is demo, folders by name, then results newest first", () => {
    const models = [
      model("old result", { source: "run", modifiedAt: 1 }),
      model("new result", { source: "run", modifiedAt: 2 }),
      model("qwen-10b"),
      model("qwen-9b"),
      model("demo", { source: "demo" }),
    ];
    expect(arrangeModels(models).map(({ name }) => name)).toEqual([
      "demo",
      "qwen-9b",
      "qwen-10b",
      "new result",
      "old result",
    ]);
  });
});

describe("search", () => {
  test.each([
    ["all", "QWEN2 models", true],
    ["demo", "", false],
    ["folder", "nothing", false],
  ] as const)("%s %j finds: %s", (filter, text, found) => {
    expect(matchesModel(model("a"), filter, text)).toBe(found);
  });

  it("reads only the filters it knows from an address", () => {
    expect([readModelFilter("run"), readModelFilter("x"), readModelFilter(null)]).toEqual([
      "run",
      "all",
      "all",
    ]);
  });
});

describe("bases", () => {
  it("shortens a base", () => {
    expect([shortBase("Qwen/Qwen3-8B"), shortBase("/data/qwen/")]).toEqual(["Qwen3-8B", "qwen"]);
  });
});
