// Shows which fields are on the form and which of them count as changed.
import { expect, it } from "vitest";
import { readConfig } from "@/contract/config-document.ts";
import type { FieldSpec } from "@/contract/engine.ts";
import { groupViews, isModified } from "./field-view.ts";

const text = { en: "", zh: "" };
const number = (path: string, group: string, rest: Partial<FieldSpec> = {}): FieldSpec => ({
  path,
  group,
  label: text,
  help: text,
  control: { type: "number", integer: false },
  engineDefault: 1,
  level: "basic",
  ...rest,
});
const engine = {
  stages: [{ value: "sft", label: text, help: text }],
  methods: [{ value: "lora", label: text, help: text }],
  roles: {
    model: "model_name_or_path",
    template: "template",
    datasets: "dataset",
    datasetDir: "dataset_dir",
    stage: "stage",
    method: "finetuning_type",
    outputDir: "output_dir",
  },
  groups: [
    { id: "essentials", label: text, open: true },
    { id: "lora", label: text, open: false },
    { id: "empty", label: text, open: false },
  ],
  fields: [
    number("learning_rate", "essentials"),
    number("stage", "essentials"),
    number("lora_rank", "lora", { when: { path: "finetuning_type", oneOf: ["lora"] } }),
    number("eval_steps", "empty", { when: { path: "eval_strategy", oneOf: ["steps"] } }),
    number("eval_strategy", "lora", {
      control: { type: "choice", options: [] },
      engineDefault: "no",
      when: { path: "finetuning_type", oneOf: ["lora"] },
    }),
  ],
};

it("shows a field while its condition holds and leaves out groups with nothing in them", () => {
  const views = groupViews(
    engine,
    readConfig("finetuning_type: lora\nlearning_rate: 1\nlora_rank: 8\n"),
    "advanced",
  );
  expect(views.map((view) => [view.group.id, view.fields.map((field) => field.path), view.changed])).toEqual([
    ["essentials", ["learning_rate"], 0],
    ["lora", ["lora_rank", "eval_strategy"], 1],
  ]);
  expect(
    groupViews(engine, readConfig("finetuning_type: full\n"), "advanced").map((view) => view.group.id),
  ).toEqual(["essentials"]);
});

it("takes the first method for the one in force when none is given", () => {
  expect(groupViews(engine, readConfig(""), "advanced").map((view) => view.group.id)).toEqual([
    "essentials",
    "lora",
  ]);
});

it("counts a switch without a default as off", () => {
  const packing = number("packing", "lora", { control: { type: "switch" }, engineDefault: null });
  expect(isModified(packing, readConfig("packing: false"))).toBe(false);
  expect(isModified(packing, readConfig("packing: true"))).toBe(true);
});

it("takes the engine's default of the other field for a condition", () => {
  const on = {
    ...engine,
    fields: [number("a", "lora", { when: { path: "b", oneOf: [1] } }), number("b", "lora")],
  };
  expect(
    groupViews(on, readConfig(""), "advanced").flatMap((view) => view.fields.map((field) => field.path)),
  ).toEqual(["a", "b"]);
});
