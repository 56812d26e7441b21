// Owns what every engine must offer. Refuses knowledge of processes, databases and single engines.
import type { DatasetStage } from "../../contract/dataset-for-engine.ts";
import type {
  EngineArgument,
  EngineCatalog,
  EngineDescription,
  EngineHealth,
} from "../../contract/engine.ts";
import type { FollowForm, FollowKind, FollowValues } from "../../contract/follow.ts";
import type { Preset } from "../../contract/library.ts";
import type { ReadImport, RunEstimate } from "../../contract/preview.ts";
import type { Problem } from "../../contract/problem.ts";
import type { RunKind, RunSpec } from "../../contract/run.ts";
import type { RunEvent } from "../../contract/run-event.ts";
import type { CheckContext, VerdictContext } from "./check-context.ts";
import type { DatasetMapping, DatasetShape } from "./data.ts";
import type { LaunchPlan, PlanInput } from "./plan.ts";
import type {
  EngineHelperProgram,
  EngineOutlook,
  EngineProbe,
  ModuleQuestion,
  OutlookContext,
} from "./questions.ts";

/** What lists show of a config, read from the YAML alone. */
export type ConfigFacts = {
  model: string | null;
  datasets: string[];
  method: string | null;
  template: string | null;
};

/** A package that some options need and the pinned environment lacks. */
export type OptionalPackage = {
  /** As `installPackages` takes it. */
  name: string;
  /** As the installer takes it: exact versions, with what it needs beside itself. */
  install: readonly string[];
};

/** What a following run starts from. */
export type FollowSource = {
  spec: RunSpec;
  runId: string;
  /** The folder of the result or the chosen checkpoint; of a run without weights its output folder. */
  weights: string | null;
  /** Where a model goes, for kinds that write one. */
  to: string | null;
};

export interface Engine {
  readonly id: string;
  readonly name: string;
  readonly kinds: readonly RunKind[];
  /** Left out by engines that need no environment of their own. */
  readonly probe?: EngineProbe;
  readonly helper?: EngineHelperProgram;
  /** What the engine would find by decoding a picture, from its size alone; null where only decoding tells. */
  pictureGrids?(
    modelFolder: string,
    options: Readonly<Record<string, unknown>>,
  ): ((size: { width: number; height: number }) => Readonly<Record<string, number>> | null) | null;
  /** The keys of the pinned version, for as long as no installed engine has told its own. */
  pinnedArguments?(): readonly EngineArgument[];
  /** A registered dataset as an entry of a config; left out by engines that take datasets by name. */
  datasetMapping?(shape: DatasetShape, stage: DatasetStage): DatasetMapping;
  /** What the engine's own parser refuses in a plan, in its words: an error; remarks on what it takes are none. */
  verdict?(spec: RunSpec, plan: LaunchPlan, context: VerdictContext): Promise<Problem[]>;
  /** What a planned config looks for among the modules of its model; null where it names none. */
  moduleQuestion?(config: string): ModuleQuestion | null;
  /** What it will really do with a config, apart from the check's findings. */
  outlook?(config: string, context: OutlookContext): EngineOutlook;
  describe(health: EngineHealth): Omit<EngineDescription, "kinds">;
  presets(home: string): Promise<Preset[]>;
  facts(config: string): ConfigFacts;
  plan(input: PlanInput): LaunchPlan;
  check(spec: RunSpec, context: CheckContext): Promise<{ problems: Problem[]; estimate: RunEstimate | null }>;
  /** The run that merges `source`'s result (or the given checkpoint of it) into a full model at `to`. */
  mergeSpec(source: {
    spec: RunSpec;
    runId: string;
    outputDir: string;
    checkpoint: string | null;
    to: string;
  }): RunSpec;
  /** What else can be made of a run; left out by engines that offer nothing. */
  readonly follow?: {
    forms(spec: RunSpec): readonly FollowForm[];
    spec(kind: FollowKind, source: FollowSource, values: FollowValues): RunSpec;
  };
  /** A config made from JSON, another tool's saved file, or a pasted command. */
  importConfig?(text: string, catalog: EngineCatalog | null): ReadImport;
  readonly optionalPackages?: readonly OptionalPackage[];
  /** Fallback when no bridge wrote events: what one line of the log tells. `t` is when it was read. */
  parseLine(line: string, t: number): RunEvent[];
}
