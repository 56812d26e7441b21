// Owns what an installed engine is asked with its own code: its probe, its warm helper, and what it will do with a config.
// Refuses processes.
import type { EncodeSettings } from "../../contract/dataset-scan.ts";
import type { ModelPart } from "../../contract/engine-modules.ts";
import type { OutlookFact } from "../../contract/outlook.ts";
import type { Additions, TemplateDefinition } from "../../contract/template.ts";

/** The engine's own templates as definitions, and what a definition may name. */
export type EngineTemplates = { templates: readonly TemplateDefinition[] } & Pick<
  Additions,
  "pluginNames" | "toolFormats" | "templateClasses"
>;

/** How the host looks at an installation of an engine. */
export type EngineProbe = {
  /** Run by the engine's Python; prints its catalogue and package versions as JSON without importing it. */
  script: string;
  /** Python source that imports what a run imports. */
  imports: string;
};

/** A program that answers with the engine's own code, kept warm: JSON lines in, JSON lines out. */
export type EngineHelperProgram = {
  /** Run by the engine's Python. */
  script: string;
  /** Added to the few inherited variables that an engine may see. */
  env: Readonly<Record<string, string>>;
};

/** What an adapter is put on, as the helper's method `modules` takes it. */
export type ModuleQuestion = {
  /** A folder, or an id of the hub. */
  model: string;
  /** The type to take the usual sizes of, where the model is not on this machine. */
  family: string | null;
  /** A pattern over whole names, or names and ends of names. */
  target: string | readonly string[];
  /** False where the key takes names only. */
  patterns: boolean;
  /** Parts that are left as they are whatever is matched. */
  skip: readonly ModelPart[];
};

export type OutlookContext = { totalSteps: number | null; onCpu: boolean };

/** What an engine does with a config, with everything it takes unasked. */
export type EngineOutlook = {
  warmupSteps: number | null;
  /** As its helper's `schedule` takes it. */
  schedule: { name: string; rate: number; options: Readonly<Record<string, unknown>> };
  facts: OutlookFact[];
  /** The first dataset, by name or by the path of its file, and how a row of it is encoded. */
  sample: {
    dataset: string | null;
    path: string | null;
    dir: string | null;
    settings: Omit<EncodeSettings, "engine">;
  } | null;
};
