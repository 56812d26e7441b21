// Shows which datasets a config of mappings names, what each stands for, how one begins, and that no key of one is lost.
import { expect, it, test } from "vitest";
import { readConfig } from "@/contract/config-document.ts";
import type { DatasetMappings } from "@/contract/engine.ts";
import { choiceOf, choiceValueOf } from "./choice.ts";
import { createConfigStore, draftKey } from "./config-store.ts";
import {
  beginMapping,
  mappingsAt,
  nameOf,
  otherKeys,
  readerOf,
  sourceOf,
  studioDataset,
} from "./dataset-mappings.ts";
import { readNames } from "./dataset-value.ts";

const text =
  "datasets: # mine\n  - path: datasets/poems.json # here\n    type: {field_output: a}\n    odd: [1]\n";

const words = { en: "", zh: "" };
const field = (path: string) =>
  ({
    path,
    group: "",
    label: words,
    help: words,
    control: { type: "text" },
    engineDefault: null,
    level: "basic",
  }) as const;
const mappings: DatasetMappings = {
  keys: [],
  fields: ["path", "type", "type.field_output"].map(field),
  starts: [
    { path: "\\.jsonl?$", values: { ds_type: "json" } },
    { path: "", stages: ["sft"], values: { type: "chat_template" } },
  ],
};

it("reads mappings, and never shows one as a name", () => {
  const value = readConfig(text).get("datasets");
  expect(mappingsAt("datasets", value)).toEqual([
    {
      place: ["datasets", 0],
      values: { path: "datasets/poems.json", type: { field_output: "a" }, odd: [1] },
    },
  ]);
  expect(mappingsAt("pretraining_dataset", "allenai/c4")).toEqual([
    { place: ["pretraining_dataset"], values: { path: "allenai/c4" } },
  ]);
  expect(mappingsAt("datasets", null)).toEqual([]);
  expect(readNames(value)).toEqual([]);
});

test.each([
  ["data/poems.jsonl", "file", "poems"],
  ["HuggingFaceH4/llava-instruct-mix-vsft", "hub", "llava-instruct-mix-vsft"],
  ["s3://bucket/x.parquet", "storage", "x"],
  ["/data/rows/", "file", "rows"],
  ["", "none", ""],
])("%s comes from: %s", (path, source, name) => {
  expect(sourceOf({ path })).toBe(source);
  expect(nameOf({ path })).toBe(name);
});

it("finds the registered dataset behind a path and behind its copy", () => {
  const entry = {
    name: "poems",
    source: "file",
    file: "poems.json",
    bytes: 1,
    rows: 1,
    formatting: "alpaca",
    ranking: false,
    media: [],
    problem: null,
  } as const;
  const lists = [{ dir: "/home/datasets", datasets: [{ ...entry, media: [] }] }];
  const found = { name: "poems", dir: "/home/datasets" };
  expect(studioDataset({ path: "datasets/poems.json" }, lists, "/home")).toEqual(found);
  expect(studioDataset({ path: "/home/translated/0f/poems.jsonl" }, lists, "/home")).toEqual(found);
  expect(studioDataset({ path: "org/poems" }, lists, "/home")).toBeNull();
});

it("begins a mapping by its path and the stage", () => {
  expect(beginMapping("a.jsonl", mappings, "sft")).toEqual({
    path: "a.jsonl",
    ds_type: "json",
    type: "chat_template",
  });
  expect(beginMapping("org/set", mappings, "kto")).toEqual({ path: "org/set" });
});

it("edits one key of one mapping with a half-typed value beside it, and keeps what it does not know", () => {
  const store = createConfigStore(text);
  const one = store.within(["datasets", 0]);
  one.set({ "type.field_output": "answer" });
  one.type("shards", "2x");
  expect(store.read().text).toBe(text.replace("{field_output: a}", "{field_output: answer}"));
  expect(store.read().drafts.get(draftKey(["datasets", 0, "shards"]))).toBe("2x");
  const values = mappingsAt("datasets", store.read().doc.get("datasets"))[0]?.values ?? {};
  expect(readerOf(values).get("type.field_output")).toBe("answer");
  expect(otherKeys(values, mappings.fields)).toEqual(["odd"]);
  store.setIn(["datasets", 0], undefined);
  expect(store.read().drafts.size).toBe(0);
});

it("takes the empty choice for: without the key", () => {
  const choices = [
    { value: "lora", label: words, help: words },
    { value: "", label: words, help: words },
  ];
  expect(choiceOf(choices, undefined)?.value).toBe("");
  expect(choiceOf(choices, "lora")?.value).toBe("lora");
  expect(choiceOf(choices.slice(0, 1), null)?.value).toBe("lora");
  expect(choiceOf(choices, "other")).toBeUndefined();
  expect(choiceValueOf("")).toBeUndefined();
});
