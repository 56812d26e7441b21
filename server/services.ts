// Owns the list of services the edges (http, realtime, cli) may use. Refuses construction: main.ts and studio.ts do that.
import type {
  DatasetDefinition,
  DatasetDetail,
  DatasetDir,
  DatasetGuess,
  DatasetPage,
  Upload,
} from "../contract/dataset.ts";
import type { DatasetForEngine, DatasetForEngineRequest } from "../contract/dataset-for-engine.ts";
import type { EncodeSettings, Encoding, Scan, ScanRequest } from "../contract/dataset-scan.ts";
import type { EngineArgument, EngineCatalog, EngineDescription, EngineVerdict } from "../contract/engine.ts";
import type { EngineModules } from "../contract/engine-modules.ts";
import type { JudgedSpec } from "../contract/gpu-model.ts";
import type { DatasetList, LocalModel, Preset, Recipe } from "../contract/library.ts";
import type { Outlook } from "../contract/outlook.ts";
import type { ImportedConfig } from "../contract/preview.ts";
import type { RunSpec, RunSummary } from "../contract/run.ts";
import type { HardwareSample, Settings, SystemInfo } from "../contract/system.ts";
import type {
  Additions,
  ModelGroupDefinition,
  ModelGroupEntry,
  PluginEntry,
  Rendering,
  RenderRequest,
  TemplateDefinition,
  TemplateEntry,
} from "../contract/template.ts";
import type { TranslateRequest, Translation } from "../contract/translate.ts";
import type { RunService } from "./runs/run-service.ts";

export interface EngineService {
  list(): Promise<EngineDescription[]>;
  check(id: string): Promise<EngineDescription>;
  /** Starts (or answers the one under way) the setup run. */
  install(id: string): Promise<RunSummary>;
  catalog(id: string): Promise<EngineCatalog>;
  arguments(id: string): Promise<EngineArgument[]>;
  /** The engine's own parser; never throws for a config it refuses. */
  verdict(id: string, spec: JudgedSpec): Promise<EngineVerdict>;
  /** Never throws for an engine that cannot be asked. */
  modules(id: string, spec: RunSpec): Promise<EngineModules>;
  importConfig(id: string, text: string): Promise<ImportedConfig>;
  /** Optional packages into the engine's environment: a setup run. */
  installPackages(id: string, packages: readonly string[]): Promise<RunSummary>;
}

/** Templates, model groups and plugins beside the engine's own. */
export interface AdditionsService {
  list(engine: string): Promise<Additions>;
  read(
    engine: string,
    text: string,
  ): Promise<{ templates: TemplateDefinition[]; groups: ModelGroupDefinition[]; problems: string[] }>;
  render(engine: string, request: RenderRequest): Promise<Rendering>;
  saveTemplate(engine: string, name: string, definition: TemplateDefinition): Promise<TemplateEntry>;
  removeTemplate(engine: string, name: string): Promise<void>;
  saveGroup(engine: string, name: string, definition: ModelGroupDefinition): Promise<ModelGroupEntry>;
  removeGroup(engine: string, name: string): Promise<void>;
  savePlugin(engine: string, name: string, plugin: { code: string; consent: boolean }): Promise<PluginEntry>;
  removePlugin(engine: string, name: string): Promise<void>;
}

export interface RecipeService {
  list(): Promise<Recipe[]>;
  save(name: string, recipe: { engine: string; config: string; replace: boolean }): Promise<Recipe>;
  remove(name: string): Promise<void>;
}

export interface LibraryService {
  models(): Promise<LocalModel[]>;
  addModel(path: string): Promise<LocalModel>;
  removeModel(id: string): Promise<void>;
  datasets(dir?: string): Promise<DatasetList>;
  presets(): Promise<Preset[]>;
}

/** The registered dataset that a path of a config stands for. */
export type MappedDataset = {
  name: string;
  dir: string;
  translated: boolean;
  /** Whether the path still says what the dataset does: a copy of how it was before does not. */
  state: "current" | "stale" | "unregistered";
  rows: number | null;
};

/** Registered datasets: their definitions, rows, uploads, and work over whole sets. `dir` undefined: the home's own folder. */
export interface DatasetService {
  dirs(): Promise<DatasetDir[]>;
  addDir(path: string): Promise<DatasetDir>;
  removeDir(path: string): Promise<void>;
  guess(from: {
    dir?: string;
    path?: string;
    text?: string;
    upload?: string;
    definition?: DatasetDefinition;
  }): Promise<DatasetGuess>;
  detail(name: string, dir?: string): Promise<DatasetDetail>;
  save(
    name: string,
    dir: string | undefined,
    change: { definition: DatasetDefinition; text?: string; replace: boolean; rename?: string },
  ): Promise<DatasetDetail>;
  remove(name: string, dir?: string): Promise<void>;
  rows(name: string, dir: string | undefined, range: { from: number; count: number }): Promise<DatasetPage>;
  /** The real path of a media file inside the dataset's folder and its content type. */
  media(name: string, dir: string | undefined, path: string): Promise<{ path: string; type: string }>;
  startScan(name: string, dir: string | undefined, request: ScanRequest): Promise<Scan>;
  scan(id: string): Promise<Scan>;
  cancelScan(id: string): Promise<Scan>;
  encode(
    name: string,
    dir: string | undefined,
    request: { row: number; settings: EncodeSettings },
  ): Promise<Encoding>;
  /** Starts a copy in the engine's layout where one is needed and tells how far it is; ask again until it is ready. */
  forEngine(request: DatasetForEngineRequest): Promise<DatasetForEngine>;
  /** Which registered dataset a path of a mapping stands for: its own file, or a copy of it; null for any other. */
  ofMapping(path: string): Promise<MappedDataset | null>;
  uploads(): Promise<Upload[]>;
  beginUpload(file: { name: string; bytes: number }): Promise<Upload>;
  uploadPiece(id: string, offset: number, bytes: AsyncIterable<Uint8Array>): Promise<Upload>;
  cancelUpload(id: string): Promise<void>;
  finishUpload(id: string, dir?: string): Promise<{ file: string; path: string }>;
  close(): Promise<void>;
}

/** Two engines for one recipe. */
export interface TranslateService {
  translate(request: TranslateRequest): Promise<Translation>;
  outlook(spec: RunSpec, options: { curve: boolean }): Promise<Outlook>;
}

export interface SystemService {
  info(options: { disk: boolean }): Promise<SystemInfo>;
  hardware(): Promise<HardwareSample>;
  saveSettings(changes: Partial<Settings>): Promise<Settings>;
  /** For good: nothing brings it back. */
  emptyTrash(): Promise<{ freedBytes: number }>;
  subscribe(listener: (sample: HardwareSample) => void): () => void;
}

export interface Services {
  runs: RunService;
  engines: EngineService;
  additions: AdditionsService;
  recipes: RecipeService;
  library: LibraryService;
  datasets: DatasetService;
  translator: TranslateService;
  system: SystemService;
}
