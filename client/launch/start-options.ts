// Owns what a run can be started from, in groups to choose from: presets, recipes, earlier runs, demos.
import type { Preset, Recipe } from "@/contract/library.ts";
import type { RunSummary } from "@/contract/run.ts";
import { originAddress } from "./origin.ts";

export type StartOption = {
  address: string;
  title: string;
  hint: string;
  engine: string;
  /** The name of a recipe, which can be removed. */
  recipe: string | null;
  /** When it was made, where that helps to tell it from others. */
  at: number | null;
};
export type StartGroup = { id: "presets" | "recipes" | "runs" | "demos"; options: StartOption[] };

const RUNS_SHOWN = 8;

type Known = {
  presets: readonly Preset[];
  recipes: readonly Recipe[];
  /** Newest first. */
  runs: readonly RunSummary[];
  locale: "en" | "zh";
};

export function startGroups({ presets, recipes, runs, locale }: Known): StartGroup[] {
  const ofPreset = (preset: Preset): StartOption => ({
    address: originAddress({ kind: "preset", id: preset.id }),
    title: preset.title[locale],
    hint: preset.description[locale],
    engine: preset.engine,
    recipe: null,
    at: null,
  });
  const ofRecipe = ({ name, engine, savedAt }: Recipe): StartOption => ({
    address: originAddress({ kind: "recipe", name }),
    title: name,
    hint: "",
    engine,
    recipe: name,
    at: savedAt,
  });
  const ofRun = (run: RunSummary): StartOption => ({
    address: originAddress({ kind: "run", id: run.id }),
    title: run.name,
    hint: [run.model?.split(/[/\\]/).at(-1), run.datasets.join(", "), run.method].filter(Boolean).join(" · "),
    engine: run.engine,
    recipe: null,
    at: run.createdAt,
  });
  const trained = runs.filter(({ kind }) => kind === "train").slice(0, RUNS_SHOWN);
  const groups: StartGroup[] = [
    { id: "recipes", options: recipes.map(ofRecipe) },
    { id: "presets", options: presets.filter(({ demo }) => !demo).map(ofPreset) },
    { id: "runs", options: trained.map(ofRun) },
    { id: "demos", options: presets.filter(({ demo }) => demo).map(ofPreset) },
  ];
  return groups.filter(({ options }) => options.length > 0);
}

/** Of one engine, or of all. */
export function ofEngine(groups: readonly StartGroup[], engine: string | null): StartGroup[] {
  return groups
    .map(({ id, options }) => ({
      id,
      options: options.filter((option) => engine === null || option.engine === engine),
    }))
    .filter(({ options }) => options.length > 0);
}

/** Every word must be found in title or hint. */
export function searchStart(groups: readonly StartGroup[], query: string): StartGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ title, hint }: StartOption) => {
    const text = `${title}\n${hint}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return groups
    .map(({ id, options }) => ({ id, options: options.filter(fits) }))
    .filter(({ options }) => options.length > 0);
}
