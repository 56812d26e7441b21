// Shows what the form starts with for each address.
import { expect, it } from "vitest";
import type { Preset } from "@/contract/library.ts";
import { type Known, makeSource } from "./source.ts";

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
  expect(makeSource({ kind: "default" }, known)).toMatchObject({ preset: "lora-sft", baseName: null });
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
