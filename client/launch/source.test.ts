// Shows what the form starts with for each address.
import { expect, it } from "vitest";
import type { DatasetStage } from "@/contract/dataset-for-engine.ts";
import type { EngineDescription } from "@/contract/engine.ts";
import type { LocalModel, Preset } from "@/contract/library.ts";
import type { RunDetail } from "@/contract/run.ts";
import { type Known, makeSource } from "./source.ts";
import { counterpart } from "./switch-engine.ts";

const text = { en: "", zh: "" };
const preset = (id: string, demo: boolean): Preset => ({
  id,
  engine: "llamafactory",
  title: text,
  description: text,
  name: "demo vision",
  demo,
  config: "### model\nmodel_name_or_path:\ntemplate:\n# end\n",
});
const stage = (value: string, data: DatasetStage) => ({ value, data, label: text, help: text });
const llamafactory: EngineDescription = {
  id: "llamafactory",
  name: "LLaMA-Factory",
  pinnedVersion: "0.9.5",
  health: { status: "missing" },
  roles: {
    model: "model_name_or_path",
    template: "template",
    datasets: "dataset",
    datasetDir: "dataset_dir",
    stage: "stage",
    method: "finetuning_type",
    outputDir: "output_dir",
  },
  kinds: [],
  datasetForm: "names",
  trainCommand: [],
  stages: [stage("sft", "sft"), stage("dpo", "dpo")],
  methods: [],
  groups: [],
  fields: [],
};
const ready = { status: "ready", python: "", version: "1", packages: {} } as const;
const axolotl: EngineDescription = {
  ...llamafactory,
  id: "axolotl",
  health: ready,
  roles: { ...llamafactory.roles, stage: "rl", datasetDir: "", preparedDir: "dataset_prepared_path" },
  datasetForm: "mappings",
  templateHints: [{ model: "qwen", template: "qwen3" }],
  stages: [stage("", "sft"), stage("dpo", "dpo")],
};
const known: Known = {
  engines: [llamafactory],
  lastEngine: null,
  presets: [preset("demo-text", true), preset("lora-sft", false)],
  models: [],
  recipes: [],
  run: null,
};

it("starts from the plain preset, a named one, or says that there is none", () => {
  expect(makeSource({ kind: "default", engine: null }, known)).toMatchObject({
    preset: "lora-sft",
    baseName: null,
  });
  expect(makeSource({ kind: "preset", id: "demo-text" }, known)).toMatchObject({
    preset: "demo-text",
    baseName: "demo-vision",
  });
  expect(makeSource({ kind: "preset", id: "gone" }, known)).toBeNull();
  expect(makeSource({ kind: "run", id: "01J" }, known)).toBeNull();
});

it("puts a model folder into the plain preset", () => {
  expect(makeSource({ kind: "model", path: "/m/mine", engine: null }, known)?.text).toBe(
    "### model\nmodel_name_or_path: /m/mine\n# end\n",
  );
});

it("puts a dataset into the plain preset, with the stage it is made for", () => {
  const origin = { kind: "dataset", name: "pairs", dir: "/d", stage: "dpo", engine: null } as const;
  expect(makeSource(origin, known)?.text).toContain("dataset: pairs\ndataset_dir: /d\nstage: dpo\n");
});

const both: Known = {
  ...known,
  engines: [{ ...llamafactory, health: ready }, axolotl],
  presets: [...known.presets, { ...preset("ax", false), engine: "axolotl" }],
};
const unsaid = { kind: "default", engine: null } as const;

it("begins with the engine used last if it can train, else with one that can, unless the address says which", () => {
  expect(makeSource(unsaid, both)?.engine).toBe("llamafactory");
  expect(makeSource(unsaid, { ...both, lastEngine: "axolotl" })).toMatchObject({
    engine: "axolotl",
    key: "default:axolotl",
    preset: "ax",
  });
  const alone = { ...both, engines: [llamafactory, axolotl] };
  expect(makeSource(unsaid, { ...alone, lastEngine: "llamafactory" })?.engine).toBe("axolotl");
  expect(makeSource({ kind: "model", path: "/m", engine: "llamafactory" }, alone)?.engine).toBe(
    "llamafactory",
  );
});

it("puts a dataset and a model into another engine's config in its own words", () => {
  const origin = { kind: "dataset", name: "pairs", dir: null, stage: "dpo", engine: "axolotl" } as const;
  const source = makeSource(origin, both);
  expect(source).toMatchObject({ key: "dataset@axolotl::pairs", dataset: { name: "pairs", dir: null } });
  expect(source?.text).toContain("rl: dpo");
  expect(source?.text).not.toContain("pairs");
  const model: LocalModel = {
    id: "m",
    name: "Qwen3-8B",
    path: "/m",
    source: "folder",
    kind: "model",
    architecture: null,
    parameters: null,
    dtype: null,
    bytes: 1,
    multimodal: false,
    template: "qwen3_nothink",
    base: null,
    runId: null,
    modifiedAt: 1,
  };
  const made = makeSource({ kind: "model", path: "/m", engine: "axolotl" }, { ...both, models: [model] });
  expect(made?.text).toContain("template: qwen3\n");
});

it("trains with what a run has prepared, on any device", () => {
  const spec = {
    kind: "preprocess",
    engine: "axolotl",
    name: "a prepared",
    config: "base_model: a\n",
    device: { type: "cpu" },
  } as const;
  const run = { spec, outputDir: "/runs/1/prepared" } satisfies Partial<RunDetail>;
  const source = makeSource({ kind: "run", id: "1" }, { ...both, run });
  expect(source).toMatchObject({
    text: "base_model: a\ndataset_prepared_path: /runs/1/prepared\n",
    device: { type: "auto" },
    baseName: null,
  });
});

it("starts from the plain preset of the engine that is asked for, and from a text handed over", () => {
  const own = { ...known, presets: [...known.presets, { ...preset("ax", false), engine: "axolotl" }] };
  expect(makeSource({ kind: "default", engine: "axolotl" }, own)).toMatchObject({ preset: "ax" });
  expect(makeSource({ kind: "default", engine: "none" }, own)).toBeNull();
  const taken = { engine: "axolotl", text: "base_model: a\n", title: "theirs", baseDir: undefined };
  expect(makeSource({ kind: "taken", id: "1" }, { ...own, taken })).toMatchObject({
    engine: "axolotl",
    text: taken.text,
    handedBy: "theirs",
    preset: null,
  });
  expect(makeSource({ kind: "taken", id: "1" }, own)?.preset).toBe(known.presets[1]?.id);
});

it("goes to the preset of the same purpose on the other engine", () => {
  const named = (id: string, name: string, engine: string) => ({
    ...preset(id, /demo/.test(name)),
    name,
    engine,
  });
  const presets = [
    named("demo", "demo", "llamafactory"),
    named("dpo", "dpo", "llamafactory"),
    named("ax-lora", "lora", "axolotl"),
    named("ax-demo", "axolotl demo", "axolotl"),
    named("ax-dpo", "dpo", "axolotl"),
  ];
  const to = (id: string) =>
    counterpart(
      presets.find((one) => one.id === id),
      "axolotl",
      presets,
    )?.id;
  expect([to("demo"), to("dpo"), to("none")]).toEqual(["ax-demo", "ax-dpo", "ax-lora"]);
});
