// Owns what starting an engine takes and gives: the input of plan() and the files, words and variables that come of it.
// Refuses whatever is not plain data.
import type { Lane, RunKind, RunSpec } from "../../contract/run.ts";
import type { ModelGroupDefinition, TemplateDefinition } from "../../contract/template.ts";

/** Definitions beside the engine's own that a run may use: each of them whole and without a problem. */
export type LaunchAdditions = {
  templates: readonly TemplateDefinition[];
  groups: readonly ModelGroupDefinition[];
  /** Python files that a person agreed to. */
  plugins: readonly { name: string; code: string; sha256: string; registers: readonly string[] }[];
};

/** Everything plan() may depend on. All paths absolute. */
export type PlanInput = {
  spec: RunSpec;
  /** The run's folder; relative paths of the config that baseDir does not settle end up here. */
  runDir: string;
  home: string;
  /** The engine's interpreter. */
  python: string;
  lane: Lane;
  attempt: number;
  /** Checkpoint folder to go on from, for attempt > 1. */
  resumeFrom: string | null;
  /** Left out where there are none. */
  additions?: LaunchAdditions | undefined;
};

/** What is written and started for one attempt. Pure data: Preview, snapshot tests and the run itself use the same. */
export type LaunchPlan = {
  kind: RunKind;
  /** Written into the run's folder; the engine's YAML first. */
  files: { name: string; text: string }[];
  argv: string[];
  /** Added to the few inherited variables the executor allows. No secret in here is ever stored. */
  env: Record<string, string>;
  /** What a shell could run to the same effect. */
  command: string[];
  /** Where the engine saves checkpoints and the adapter, or the exported model. */
  outputDir: string | null;
};
