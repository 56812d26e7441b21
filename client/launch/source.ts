// Owns what a launch form starts with, made from a preset, a run or a model folder. Refuses to ask the server.
import { readConfig } from "@/contract/config-document.ts";
import type { EngineDescription } from "@/contract/engine.ts";
import type { LocalModel, Preset, Recipe } from "@/contract/library.ts";
import type { DeviceRequest, RunDetail } from "@/contract/run.ts";

import { firstEngine } from "./first-engine.ts";
import { hintedFolder } from "./lent-models.ts";
import { type Origin, originKey, withEngine } from "./origin.ts";
import { baseOf } from "./run-name.ts";
import type { TakenText } from "./taken-text.ts";

export type LaunchSource = {
  key: string;
  engine: string;
  text: string;
  device: DeviceRequest;
  baseDir: string | undefined;
  /** Null: the name is made from model and method. */
  baseName: string | null;
  /** The preset on show in the picker; null for a copied run or a model. */
  preset: string | null;
  /** What the page started from when it is not a preset. */
  title: string | null;
  /** What handed the text over: an import, a translation. */
  handedBy: string | null;
  /** The recipe it started from: what saving it again is called. */
  recipe: string | null;
  /** A registered dataset that is still to be put into the config, in the engine's own words. */
  dataset: { name: string; dir: string | null } | null;
};

export type Known = {
  engines: readonly EngineDescription[];
  /** The one a person used last. */
  lastEngine: string | null;
  presets: readonly Preset[];
  models: readonly LocalModel[];
  recipes: readonly Recipe[];
  run: Pick<RunDetail, "spec" | "outputDir"> | null;
  taken?: TakenText | null;
};

const auto: DeviceRequest = { type: "auto" };

function fromPreset(key: string, preset: Preset): LaunchSource {
  return {
    key,
    engine: preset.engine,
    text: preset.config,
    device: auto,
    baseDir: undefined,
    baseName: preset.demo ? preset.name.replaceAll(" ", "-") : null,
    preset: preset.id,
    title: null,
    handedBy: null,
    recipe: null,
    dataset: null,
  };
}

/** Null when the address names a preset or run that is not there. */
export function makeSource(origin: Origin, known: Known): LaunchSource | null {
  const wanted = "engine" in origin ? origin.engine : null;
  const of = wanted ?? firstEngine(known.engines, known.lastEngine)?.id ?? "";
  const key = originKey(withEngine(origin, of));
  const presets = known.presets.filter((preset) => preset.engine === of);
  if (wanted !== null && presets.length === 0) return null;
  // A run of one's own starts from the plain preset; the demos are asked for by name.
  const plain = presets.find((preset) => !preset.demo) ?? presets[0];
  const engine = known.engines.find(({ id }) => id === of);
  const empty = {
    key,
    engine: of,
    text: "",
    device: auto,
    baseDir: undefined,
    baseName: null,
    preset: null,
    title: null,
    handedBy: null,
    recipe: null,
    dataset: null,
  };
  const start: LaunchSource = plain ? fromPreset(key, plain) : empty;
  switch (origin.kind) {
    case "default":
      return start;
    case "taken": {
      const { taken } = known;
      if (!taken) return start;
      const { engine: id, text, baseDir, title } = taken;
      return { ...empty, engine: id, text, baseDir, handedBy: title };
    }
    case "preset": {
      const preset = known.presets.find(({ id }) => id === origin.id);
      return preset ? fromPreset(key, preset) : null;
    }
    case "recipe": {
      const recipe = known.recipes.find(({ name }) => name === origin.name);
      if (!recipe) return null;
      const { name, config } = recipe;
      return {
        ...empty,
        engine: recipe.engine,
        text: config,
        baseName: name.replaceAll(" ", "-"),
        title: name,
        recipe: name,
      };
    }
    case "run": {
      if (!known.run) return null;
      const { spec, outputDir } = known.run;
      const copy = {
        ...empty,
        engine: spec.engine,
        text: spec.config,
        baseDir: spec.baseDir,
        title: spec.name,
      };
      if (spec.kind !== "preprocess") return { ...copy, device: spec.device, baseName: baseOf(spec.name) };
      // Trained with what was prepared, wherever a training would like to run.
      const prepared = known.engines.find(({ id }) => id === spec.engine)?.roles.preparedDir;
      if (prepared === undefined || outputDir === null) return copy;
      return { ...copy, text: readConfig(spec.config).with({ [prepared]: outputDir }).text };
    }
    case "dataset": {
      if (!engine) return start;
      const { roles, stages, datasetForm } = engine;
      const { name, dir } = origin;
      const stage = stages.find(({ data, value }) => (data ?? value) === origin.stage)?.value;
      const changes = {
        ...(datasetForm === "names" ? { [roles.datasets]: name } : {}),
        ...(datasetForm === "names" && dir !== null ? { [roles.datasetDir]: dir } : {}),
        ...(stage ? { [roles.stage]: stage } : {}),
      };
      return {
        ...start,
        text: readConfig(start.text).with(changes).text,
        dataset: datasetForm === "names" ? null : { name, dir },
      };
    }
    case "model": {
      if (!engine) return start;
      const { roles, templateHints } = engine;
      const found = known.models.find(({ path }) => path === origin.path);
      const model = found && templateHints ? hintedFolder(templateHints, found) : found;
      const changes = { [roles.model]: origin.path, [roles.template]: model?.template ?? undefined };
      return { ...start, text: readConfig(start.text).with(changes).text };
    }
  }
}
