// Shows which models a search and its filters leave, and what stands above them.
import { describe, expect, it } from "vitest";
import { filterModels, type Mark, modelRows, noFilter, searchable } from "./model-filter.ts";
import type { ModelOption } from "./model-options.ts";

const option = (name: string, rest: Partial<ModelOption> = {}): ModelOption => ({
  value: `org/${name}`,
  ids: { huggingface: `org/${name}`, modelscope: `ms-org/${name}` },
  name,
  place: "catalog",
  base: false,
  group: "Qwen3",
  size: null,
  parameters: null,
  billions: null,
  bytes: null,
  multimodal: false,
  thinks: false,
  template: null,
  family: null,
  ...rest,
});
const models = [
  option("mine", { value: "/m/mine", ids: {}, place: "folder", group: null, billions: 0.5 }),
  option("Qwen3-8B-Base", { billions: 8, base: true }),
  option("Qwen3-8B-Thinking", { billions: 8, template: "qwen3", thinks: true }),
  option("Qwen3-VL-72B", { group: "Qwen3-VL", billions: 72, template: "qwen3_vl", multimodal: true }),
];
const all = searchable(models);
const names = (filter: Partial<typeof noFilter>, recent: string[] = []) =>
  filterModels(all, { ...noFilter, ...filter }, recent).map(({ name }) => name);
const marks = (...wanted: Mark[]) => ({ marks: new Set(wanted) });

describe("the list of models", () => {
  it("is found by words of name, group and the id on any hub", () => {
    expect(names({ query: "qwen3 8b" })).toEqual(["Qwen3-8B-Base", "Qwen3-8B-Thinking"]);
    expect(names({ query: "ms-org 72" })).toEqual(["Qwen3-VL-72B"]);
    expect(names({ query: "nothing" })).toEqual([]);
    const two = searchable([option("Distill-Qwen3-8B"), option("Qwen3-8B-Base")]);
    expect(filterModels(two, { ...noFilter, query: "qwen3 8b" }, []).map(({ name }) => name)).toEqual([
      "Qwen3-8B-Base",
      "Distill-Qwen3-8B",
    ]);
  });

  it("is narrowed by group, size, kind and ability; sizes are either-or", () => {
    expect(names({ group: "Qwen3-VL" })).toEqual(["Qwen3-VL-72B"]);
    expect(names(marks("upTo1", "above40"))).toEqual(["mine", "Qwen3-VL-72B"]);
    expect(names(marks("base"))).toEqual(["Qwen3-8B-Base"]);
    expect(names(marks("upTo10", "thinks"))).toEqual(["Qwen3-8B-Thinking"]);
    expect(names(marks("sees", "thinks"))).toEqual([]);
  });

  it("has what is here, and what was chosen last, newest first, under whichever id", () => {
    expect(names({ place: "here" })).toEqual(["mine"]);
    expect(names({ place: "recent" }, ["ms-org/Qwen3-VL-72B", "/m/mine"])).toEqual(["Qwen3-VL-72B", "mine"]);
  });

  it("has a heading where the group changes", () => {
    expect(modelRows(models, true).map(({ key }) => key)).toEqual([
      "heading folder",
      "/m/mine",
      "heading Qwen3",
      "org/Qwen3-8B-Base",
      "org/Qwen3-8B-Thinking",
      "heading Qwen3-VL",
      "org/Qwen3-VL-72B",
    ]);
    expect(modelRows(models, false)).toHaveLength(4);
  });
});
