// Shows what the form starts with for each address.
import { expect, it } from "vitest";
import type { Preset } from "@/contract/library.ts";
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
const known: Known = {
  engines: [
    {
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
      stages: [],
      methods: [],
      groups: [],
      fields: [],
    },
  ],
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
  expect(makeSource({ kind: "model", path: "/m/mine" }, known)?.text).toBe(
    "### model\nmodel_name_or_path: /m/mine\n# end\n",
  );
});

it("puts a dataset into the plain preset, with the stage it is made for", () => {
  const origin = { kind: "dataset", name: "pairs", dir: "/d", stage: "dpo" } as const;
  expect(makeSource(origin, known)?.text).toContain("dataset: pairs\ndataset_dir: /d\nstage: dpo\n");
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
