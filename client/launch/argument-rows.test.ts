// Shows that every key of the engine has a row, with our words where there are some, and that a search finds it by any of them.
import { expect, it } from "vitest";
import { readConfig } from "@/contract/config-document.ts";
import type { EngineArgument, FieldSpec } from "@/contract/engine.ts";
import { argumentRows, argumentSections, changedRows, searchRows } from "./argument-rows.ts";

const argument = (name: string, rest: Partial<EngineArgument> = {}): EngineArgument => ({
  name,
  of: "training",
  section: null,
  kind: "number",
  nullable: false,
  choices: null,
  default: 1,
  help: `The engine's words for ${name}.`,
  ...rest,
});
const rank: FieldSpec = {
  path: "lora_rank",
  group: "lora",
  label: { en: "Rank", zh: "秩" },
  help: { en: "Size of the adapter.", zh: "适配器的大小。" },
  control: { type: "number", integer: true, min: 1 },
  engineDefault: 8,
  level: "basic",
};
const engine = {
  groups: [{ id: "lora", label: { en: "LoRA", zh: "LoRA" }, open: true }],
  fields: [rank],
};
const rows = argumentRows(engine, [
  argument("learning_rate"),
  argument("lora_rank", { of: "finetuning", section: "lora", kind: "integer", default: 8 }),
  argument("adam_beta1"),
  argument("bf16", { kind: "boolean", default: false }),
  argument("eval_strategy", { kind: "text", choices: ["no", "steps"], default: "no" }),
  argument("fsdp_config", { kind: "any", nullable: true, default: null }),
]);
const found = (query: string) => searchRows(rows, query).map(({ spec }) => spec.path);

it("keeps our field for its key and gives the others the control of their kind", () => {
  expect(rows.map(({ spec, curated }) => [spec.path, curated, spec.control.type])).toEqual([
    ["learning_rate", false, "number"],
    ["lora_rank", true, "number"],
    ["adam_beta1", false, "number"],
    ["bf16", false, "switch"],
    ["eval_strategy", false, "choice"],
    ["fsdp_config", false, "value"],
  ]);
  expect(rows[1]?.spec).toBe(rank);
});

it("stands under the engine's headings", () => {
  expect(argumentSections(rows).map(({ id, rows: members }) => [id, members.length])).toEqual([
    ["training/", 5],
    ["finetuning/lora", 1],
  ]);
});

it("is found by name, by words of the name, by label and by help, in both languages", () => {
  expect(found("lora_r")).toEqual(["lora_rank"]);
  expect(found("adam beta1")).toEqual(["adam_beta1"]);
  expect(found("适配器")).toEqual(["lora_rank"]);
  expect(found("size adapter")).toEqual(["lora_rank"]);
  expect(found("engine's words")).toHaveLength(5);
  expect(found("nothing like it")).toEqual([]);
});

it("puts a key that begins so before one that only mentions it", () => {
  const both = argumentRows(engine, [
    argument("warmup", { help: "Before the learning rate." }),
    argument("learning_rate"),
  ]);
  expect(searchRows(both, "learning rate").map(({ spec }) => spec.path)).toEqual(["learning_rate", "warmup"]);
});

it("shows the form's fields alone while the engine has told nothing", () => {
  expect(argumentRows(engine, []).map(({ spec, of }) => [spec.path, of])).toEqual([["lora_rank", "form"]]);
});

it("counts what the config sets to something else", () => {
  expect(changedRows(rows, readConfig("lora_rank: 8\nadam_beta1: 0.8\nbf16: true\n"))).toBe(2);
});
