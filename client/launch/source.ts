// Owns what a launch form starts with, made from a preset, a run or a model folder. Refuses to ask the server.
import { readConfig } from "@/contract/config-document.ts";
import type { EngineDescription } from "@/contract/engine.ts";
import type { LocalModel, Preset, Recipe } from "@/contract/library.ts";
import type { DeviceRequest, RunDetail } from "@/contract/run.ts";
import { type Origin, originKey } from "./origin.ts";
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
};

export type Known = {
  engines: readonly EngineDescription[];
  presets: readonly Preset[];
  models: readonly LocalModel[];
  recipes: readonly Recipe[];
  run: RunDetail | null;
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
  };
}

/** Null when the address names a preset or run that is not there. */
export function makeSource(origin: Origin, known: Known): LaunchSource | null {
  const key = originKey(origin);
  const wanted = origin.kind === "default" ? origin.engine : null;
  // Without another word, the first engine that is ready; while none is, any.
  const ready = known.engines.find(({ health }) => health.status === "ready")?.id ?? null;
  const of = wanted ?? ready;
  const presets = known.presets.filter((preset) => of === null || preset.engine === of);
  if (wanted !== null && presets.length === 0) return null;
  // A run of one's own starts from the plain preset; the demos are asked for by name.
  const plain = presets.find((preset) => !preset.demo) ?? presets[0];
  const engine = plain?.engine ?? of ?? known.engines[0]?.id ?? "";
  const empty = {
    key,
    engine,
    text: "",
    device: auto,
    baseDir: undefined,
    baseName: null,
    preset: null,
    title: null,
    handedBy: null,
    recipe: null,
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
      const { spec } = known.run;
      return {
        ...empty,
        engine: spec.engine,
        text: spec.config,
        device: spec.device,
        baseDir: spec.baseDir,
        baseName: baseOf(spec.name),
        title: spec.name,
      };
    }
    case "dataset": {
      const roles = known.engines.find(({ id }) => id === start.engine)?.roles;
      if (!roles) return start;
      const changes = {
        [roles.datasets]: origin.name,
        ...(origin.dir === null ? {} : { [roles.datasetDir]: origin.dir }),
        ...(origin.stage === null ? {} : { [roles.stage]: origin.stage }),
      };
      return { ...start, text: readConfig(start.text).with(changes).text };
    }
    case "model": {
      const roles = known.engines.find(({ id }) => id === start.engine)?.roles;
      if (!roles) return start;
      const model = known.models.find(({ path }) => path === origin.path);
      const changes = { [roles.model]: origin.path, [roles.template]: model?.template ?? undefined };
      return { ...start, text: readConfig(start.text).with(changes).text };
    }
  }
}
