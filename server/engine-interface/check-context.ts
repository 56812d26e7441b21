// Owns what a check of a config may look up. Of hosts elsewhere it asks only whether they answer.
import type { EngineArgument, EngineCatalog } from "../../contract/engine.ts";
import type { GpuModel } from "../../contract/gpu-model.ts";
import type { TemplateDefinition } from "../../contract/template.ts";
import type { KnownDataset, MappedData, RowPictures } from "./data.ts";

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

/** What an engine may use to judge a plan with its own parser. */
export type VerdictContext = {
  ask(method: string, params: unknown): Promise<unknown>;
  /** What the installed engine told of its keys; null until it has. */
  known: readonly EngineArgument[] | null;
  /** Judged as if on it; null for this machine. */
  gpu: GpuModel | null;
};
