// Owns what every engine must offer. Refuses knowledge of processes, databases and single engines.
import type { DatasetFinding, DatasetFormatId } from "../../contract/dataset.ts";
import type { DatasetMappingValues, DatasetStage } from "../../contract/dataset-for-engine.ts";
import type { EncodeSettings } from "../../contract/dataset-scan.ts";
import type {
  EngineArgument,
  EngineCatalog,
  EngineDescription,
  EngineHealth,
} from "../../contract/engine.ts";
import type { ModelPart } from "../../contract/engine-modules.ts";
import type { FollowForm, FollowKind, FollowValues } from "../../contract/follow.ts";
import type { GpuModel } from "../../contract/gpu-model.ts";
import type { Preset } from "../../contract/library.ts";
import type { OutlookFact } from "../../contract/outlook.ts";
import type { ReadImport, RunEstimate } from "../../contract/preview.ts";
import type { Problem } from "../../contract/problem.ts";
import type { Lane, RunKind, RunSpec } from "../../contract/run.ts";
import type { RunEvent } from "../../contract/run-event.ts";
import type { Additions, ModelGroupDefinition, TemplateDefinition } from "../../contract/template.ts";
import type { LocalText } from "../../contract/text.ts";

/** The engine's own templates as definitions, and what a definition may name. */
export type EngineTemplates = { templates: readonly TemplateDefinition[] } & Pick<
  Additions,
  "pluginNames" | "toolFormats" | "templateClasses"
>;

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

/** What lists show of a config, read from the YAML alone. */
export type ConfigFacts = {
  model: string | null;
  datasets: string[];
  method: string | null;
  template: string | null;
};

/** A dataset as a check sees it. What it holds is left out where nobody looked. */
export type KnownDataset = {
  name: string;
  /** Relative to the list's folder; left out where it is not one file. */
  file?: string | null;
  rows: number | null;
  problem: string | null;
  /** Pairs of a better and a worse answer. */
  ranking?: boolean;
  /** Answers marked good or bad. */
  marked?: boolean;
  /** Text without a column of answers. */
  unanswered?: boolean;
  media?: readonly string[];
};

/** A registered dataset, as an engine sees it when asked for its entry of a config. */
export type DatasetShape = {
  /** Null where nothing here can read its rows. */
  format: DatasetFormatId | null;
  source: "file" | "hub" | "elsewhere";
  /** Absolute, of a file or a folder; the hub's name for what lies there. */
  path: string;
  /** The data files of a folder; empty for a single file. */
  files: readonly string[];
  /** As the engines' loaders call it: json, csv, parquet, arrow, text. */
  fileType: string;
  /** The hub's name of a part of it. */
  subset: string | null;
  split: string | null;
  ranking: boolean;
  /** Names by what they hold, as the entry of dataset_info.json gives them; null where it names none. */
  columns: Readonly<Record<string, string | null>>;
  tags: Readonly<Record<string, string | null>>;
  /** At most so many rows are asked for. */
  limit: number | null;
  /** What the first rows hold; nothing where they cannot be read. */
  seen: {
    columns: ReadonlySet<string>;
    roles: ReadonlySet<string>;
    /** Pictures, videos or sounds. */
    hasMedia: boolean;
    /** Media that are looked for beside the entry, or that stand in columns of their own. */
    needsPaths: boolean;
  };
};

/**
 * What the rows of a translated copy look like. messages: {messages, tools}; parts: the same with contents of parts;
 * pairs: {messages, chosen, rejected}; conversations: {system, chosen, rejected}, each with the question; answers: {system, input,
 * chosen, rejected}; marked: {completion, label}.
 */
export type CopyLayout = "messages" | "parts" | "pairs" | "conversations" | "answers" | "marked";

export type DatasetMapping =
  /** The engine reads the rows as they are, and means the same. */
  | { kind: "as-is"; mapping: DatasetMappingValues; notes: LocalText[] }
  | {
      kind: "translate";
      layout: CopyLayout;
      mapping: (path: string) => DatasetMappingValues;
      notes: LocalText[];
    }
  | { kind: "unfit"; reason: LocalText };

/** The pictures of one row, as a check sees them. */
export type RowPictures = {
  row: number;
  sizes: readonly { width: number; height: number }[];
  /** What the row says before the last of them, where its first question holds them all; null where it does not. */
  before: {
    system: string | null;
    text: string;
    /** The row has no other question. */
    isOnly: boolean;
  } | null;
};

/** A package that some options need and the pinned environment lacks. */
export type OptionalPackage = {
  /** As `installPackages` takes it. */
  name: string;
  /** As the installer takes it: exact versions, with what it needs beside itself. */
  install: readonly string[];
};

/** What the path of a mapping is, as a check sees it. */
export type MappedData = {
  /** The registered dataset that it stands for; null for a file that none names. */
  dataset: string | null;
  translated: boolean;
  /** Of a copy: whether it is of the dataset as it is now. */
  state: "current" | "stale" | "unregistered";
  rows: number | null;
  /** What is wrong with the first rows that any engine would stop at: media, parts, rows that are no JSON. */
  faults: readonly Omit<DatasetFinding, "path">[];
};

/** Whether something could be fetched from a host, as far as a connection tells. */
export type HostReach =
  | { status: "reachable" }
  | { status: "unreachable"; why: "no-name" | "refused" | "no-answer" | "no-way" }
  | { status: "not-asked"; why: "proxy" | "private" | "too-many" };

/** What lies where a run is to go on from. */
export type CheckpointState = "whole" | "unfinished" | "missing";

/** What a check may look up; every member but `reach` answers from this machine only. */
export type CheckContext = {
  home: string;
  /** Names and row counts of the dataset_info.json in `dir`; null when it cannot be read. */
  datasets(dir: string): Promise<KnownDataset[] | { broken: string } | null>;
  /** Pictures in the first rows of a dataset; left out where nobody can look. */
  pictures?(dir: string, name: string): Promise<readonly RowPictures[]>;
  /** A file or folder that a mapping names; null where nobody can read it. */
  mapped?(path: string): Promise<MappedData | null>;
  /** Hosts that a run is to fetch from, by origin; left out where nobody may ask. */
  reach?(origins: readonly string[]): Promise<ReadonlyMap<string, HostReach>>;
  /** Of an absolute path; left out where nobody can look. */
  checkpoint?(path: string): Promise<CheckpointState>;
  /** The engine's templates; null or left out until it has told. */
  templates?: readonly TemplateDefinition[] | null;
  /** The catalogue if the engine is installed. */
  catalog: EngineCatalog | null;
  /** What the installed engine told of its keys; null or left out until it has. */
  arguments?: readonly EngineArgument[] | null;
  deviceCount: number;
  hasGpu: boolean;
  /** The environment says to do without the network (HF_HUB_OFFLINE); left out where it does not. */
  isOffline?: boolean;
  /** Name (lower case) and version of everything in the engine's environment; null or left out while that is unknown. */
  packages?: Readonly<Record<string, string>> | null;
  /** Memory of the smallest GPU the run may get; null or left out where there is none or it does not tell. */
  gpuBytes?: number | null;
  /** The GPU it is judged for, where one was named; null or left out where it is this machine. */
  gpu?: GpuModel | null;
};

/** How the host looks at an installation of an engine. */
export type EngineProbe = {
  /** Run by the engine's Python; prints its catalogue and package versions as JSON without importing it. */
  script: string;
  /** Python source that imports what a run imports. */
  imports: string;
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

/** What an engine may use to judge a plan with its own parser. */
export type VerdictContext = {
  ask(method: string, params: unknown): Promise<unknown>;
  /** What the installed engine told of its keys; null until it has. */
  known: readonly EngineArgument[] | null;
  /** Judged as if on it; null for this machine. */
  gpu: GpuModel | null;
};

/** A program that answers with the engine's own code, kept warm: JSON lines in, JSON lines out. */
export type EngineHelperProgram = {
  /** Run by the engine's Python. */
  script: string;
  /** Added to the few inherited variables that an engine may see. */
  env: Readonly<Record<string, string>>;
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

/** The engines of this studio with their state on this machine; what runs and services see of them. */
export interface EngineHost {
  /** Throws StudioError engine.not-found. */
  get(id: string): Engine;
  all(): readonly Engine[];
  /** Cached; `fresh` looks again. */
  health(id: string, fresh?: boolean): Promise<EngineHealth>;
  /** The interpreter a run of this kind needs (setup: the system's); throws engine.not-ready with what to do. */
  python(id: string, kind: RunKind): Promise<string>;
  /** False where the environment was named by the user: it is never changed. Left out where there is none. */
  isOurs?(id: string): boolean;
  /** Null while the engine is not installed. */
  catalog(id: string): Promise<EngineCatalog | null>;
  /** Null while the engine is not installed, or where it tells of none. */
  templates(id: string): Promise<EngineTemplates | null>;
  /** Every key of the engine; waits for the installed one to tell. Throws like ask(). */
  arguments(id: string): Promise<readonly EngineArgument[]>;
  /** The same without waiting: null until the installed engine has told. */
  knownArguments(id: string): Promise<readonly EngineArgument[] | null>;
  /** One question to the engine's own code. Throws engine.not-ready, engine.refused (its words), or engine.failed. */
  ask(id: string, method: string, params: unknown): Promise<unknown>;
  /** What the user and the examples add; a host without such files has none. */
  additions?(id: string): Promise<LaunchAdditions>;
  /** Ends what was started to be asked. */
  close(): Promise<void>;
}
