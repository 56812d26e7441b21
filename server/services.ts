// Owns the list of services the edges (http, realtime, cli) may use. Refuses construction: main.ts and studio.ts do that.
import type { EngineCatalog, EngineDescription } from "../contract/engine.ts";
import type { DatasetList, LocalModel, Preset } from "../contract/library.ts";
import type { RunSummary } from "../contract/run.ts";
import type { HardwareSample, Settings, SystemInfo } from "../contract/system.ts";
import type { RunService } from "./runs/run-service.ts";

export interface EngineService {
  list(): Promise<EngineDescription[]>;
  check(id: string): Promise<EngineDescription>;
  /** Starts (or answers the one under way) the setup run. */
  install(id: string): Promise<RunSummary>;
  catalog(id: string): Promise<EngineCatalog>;
}

export interface LibraryService {
  models(): Promise<LocalModel[]>;
  addModel(path: string): Promise<LocalModel>;
  removeModel(id: string): Promise<void>;
  datasets(dir?: string): Promise<DatasetList>;
  presets(): Promise<Preset[]>;
}

export interface SystemService {
  info(options: { disk: boolean }): Promise<SystemInfo>;
  hardware(): Promise<HardwareSample>;
  saveSettings(changes: Partial<Settings>): Promise<Settings>;
  subscribe(listener: (sample: HardwareSample) => void): () => void;
}

export interface Services {
  runs: RunService;
  engines: EngineService;
  library: LibraryService;
  system: SystemService;
}
