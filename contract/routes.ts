// Owns the table of HTTP routes with their shapes. Server, CLI and OpenAPI are made from it; browsers use its types.
import { z } from "zod";
import { datasetRoutes } from "./dataset-routes.ts";
import { EngineArgument, EngineCatalog, EngineDescription, EngineVerdict } from "./engine.ts";
import { EngineModules } from "./engine-modules.ts";
import { FollowForm, FollowRequest } from "./follow.ts";
import { JudgedSpec } from "./gpu-model.ts";
import { DatasetList, LocalModel, Preset, Recipe } from "./library.ts";
import { Outlook, OutlookRequest } from "./outlook.ts";
import { ImportedConfig, RunPreview } from "./preview.ts";
import { type RouteName, routePaths } from "./route-paths.ts";
import { PastCheckpoint, RunDetail, RunId, RunName, RunSpec, RunSummary } from "./run.ts";
import { RunAction } from "./run-action.ts";
import { LogChunk, StampedEvent } from "./run-event.ts";
import { HardwareSample, Settings, SystemInfo } from "./system.ts";
import {
  Additions,
  ModelGroupDefinition,
  ModelGroupEntry,
  PluginEntry,
  Rendering,
  RenderRequest,
  TemplateDefinition,
  TemplateEntry,
} from "./template.ts";
import { TranslateRequest, Translation } from "./translate.ts";

type RouteShape = {
  path: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  response: z.ZodType;
  /** The answer is a file's bytes, not JSON. */
  download?: boolean;
};

const define = <const T extends Record<RouteName, RouteShape>>(table: T): T => table;

const runParams = z.object({ id: RunId });
const engineParams = z.object({ id: z.string() });
const namedParams = z.object({ id: z.string(), name: z.string().max(64) });
const done = z.object({ ok: z.literal(true) });
const offset = z.coerce.number().int();

export const routes = define({
  health: {
    ...routePaths.health,
    response: z.object({ ok: z.literal(true), name: z.literal("anneal") }),
  },
  openSession: {
    ...routePaths.openSession,
    body: z.object({ token: z.string().max(256) }),
    response: z.object({ ok: z.literal(true) }),
  },
  session: {
    ...routePaths.session,
    response: z.object({ ok: z.literal(true) }),
  },
  rotateToken: {
    ...routePaths.rotateToken,
    response: z.object({ address: z.string() }),
  },

  system: {
    ...routePaths.system,
    query: z.object({ disk: z.enum(["true", "false"]).optional() }),
    response: SystemInfo,
  },
  hardware: {
    ...routePaths.hardware,
    response: HardwareSample,
  },
  saveSettings: {
    ...routePaths.saveSettings,
    body: Settings.partial(),
    response: Settings,
  },
  emptyTrash: {
    ...routePaths.emptyTrash,
    response: z.object({ freedBytes: z.number() }),
  },

  engines: {
    ...routePaths.engines,
    response: z.array(EngineDescription),
  },
  installEngine: {
    ...routePaths.installEngine,
    params: engineParams,
    response: RunSummary,
  },
  checkEngine: {
    ...routePaths.checkEngine,
    params: engineParams,
    response: EngineDescription,
  },
  catalog: {
    ...routePaths.catalog,
    params: engineParams,
    response: EngineCatalog,
  },

  engineArguments: {
    ...routePaths.engineArguments,
    params: engineParams,
    response: z.array(EngineArgument),
  },
  engineVerdict: {
    ...routePaths.engineVerdict,
    params: engineParams,
    body: JudgedSpec,
    response: EngineVerdict,
  },
  engineModules: {
    ...routePaths.engineModules,
    params: engineParams,
    body: RunSpec,
    response: EngineModules,
  },
  importConfig: {
    ...routePaths.importConfig,
    params: engineParams,
    body: z.object({ text: z.string().max(1_000_000) }),
    response: ImportedConfig,
  },
  installPackages: {
    ...routePaths.installPackages,
    params: engineParams,
    body: z.object({ packages: z.array(z.string().max(64)).min(1).max(16) }),
    response: RunSummary,
  },
  additions: {
    ...routePaths.additions,
    params: engineParams,
    response: Additions,
  },
  readAddition: {
    ...routePaths.readAddition,
    params: engineParams,
    body: z.object({ text: z.string().max(200_000) }),
    response: z.object({
      templates: z.array(TemplateDefinition),
      groups: z.array(ModelGroupDefinition),
      problems: z.array(z.string()),
    }),
  },
  saveTemplate: {
    ...routePaths.saveTemplate,
    params: namedParams,
    body: TemplateDefinition,
    response: TemplateEntry,
  },
  removeTemplate: {
    ...routePaths.removeTemplate,
    params: namedParams,
    response: done,
  },
  renderTemplate: {
    ...routePaths.renderTemplate,
    params: engineParams,
    body: RenderRequest,
    response: Rendering,
  },
  saveModelGroup: {
    ...routePaths.saveModelGroup,
    params: namedParams,
    body: ModelGroupDefinition,
    response: ModelGroupEntry,
  },
  removeModelGroup: {
    ...routePaths.removeModelGroup,
    params: namedParams,
    response: done,
  },
  savePlugin: {
    ...routePaths.savePlugin,
    params: namedParams,
    body: z.object({ code: z.string().max(200_000), consent: z.boolean() }),
    response: PluginEntry,
  },
  removePlugin: {
    ...routePaths.removePlugin,
    params: namedParams,
    response: done,
  },
  recipes: {
    ...routePaths.recipes,
    response: z.array(Recipe),
  },
  saveRecipe: {
    ...routePaths.saveRecipe,
    params: z.object({ name: RunName }),
    body: z.object({ engine: z.string().max(64), config: z.string().max(1_000_000), replace: z.boolean() }),
    response: Recipe,
  },
  removeRecipe: {
    ...routePaths.removeRecipe,
    params: z.object({ name: RunName }),
    response: done,
  },

  models: {
    ...routePaths.models,
    response: z.array(LocalModel),
  },
  addModel: {
    ...routePaths.addModel,
    body: z.object({ path: z.string().min(1).max(4096) }),
    response: LocalModel,
  },
  removeModel: {
    ...routePaths.removeModel,
    params: engineParams,
    response: done,
  },
  datasets: {
    ...routePaths.datasets,
    query: z.object({ dir: z.string().max(4096).optional() }),
    response: DatasetList,
  },
  ...datasetRoutes,
  translate: {
    ...routePaths.translate,
    body: TranslateRequest,
    response: Translation,
  },
  outlook: {
    ...routePaths.outlook,
    body: OutlookRequest,
    response: Outlook,
  },
  presets: {
    ...routePaths.presets,
    response: z.array(Preset),
  },

  runs: {
    ...routePaths.runs,
    query: z.object({ archived: z.enum(["true", "false"]).optional() }),
    response: z.array(RunSummary),
  },
  checkpoints: {
    ...routePaths.checkpoints,
    query: z.object({ engine: z.string().max(64) }),
    response: z.array(PastCheckpoint),
  },
  previewRun: {
    ...routePaths.previewRun,
    body: JudgedSpec,
    response: RunPreview,
  },
  createRun: {
    ...routePaths.createRun,
    body: z.object({ spec: RunSpec, key: z.string().min(8).max(64) }),
    response: RunSummary,
  },
  run: {
    ...routePaths.run,
    params: runParams,
    response: RunDetail,
  },
  actOnRun: {
    ...routePaths.actOnRun,
    params: runParams,
    body: RunAction,
    response: RunSummary,
  },
  removeRun: {
    ...routePaths.removeRun,
    params: runParams,
    response: done,
  },
  mergeRun: {
    ...routePaths.mergeRun,
    params: runParams,
    body: z.object({
      checkpoint: z.string().optional(),
      to: z.string().max(4096).optional(),
      key: z.string().min(8).max(64),
    }),
    response: RunSummary,
  },
  runFollows: {
    ...routePaths.runFollows,
    params: runParams,
    response: z.array(FollowForm),
  },
  followRun: {
    ...routePaths.followRun,
    params: runParams,
    body: FollowRequest,
    response: RunSummary,
  },
  runEvents: {
    ...routePaths.runEvents,
    params: runParams,
    query: z.object({ attempt: offset.default(1), offset: offset.default(0), limit: offset.default(1000) }),
    response: z.object({ items: z.array(StampedEvent), more: z.boolean() }),
  },
  runLog: {
    ...routePaths.runLog,
    params: runParams,
    query: z.object({ attempt: offset.optional(), offset: offset.default(0), limit: offset.default(262144) }),
    response: LogChunk,
  },
  runFile: {
    ...routePaths.runFile,
    params: z.object({ id: RunId, "*": z.string() }),
    response: z.unknown(),
    download: true,
  },
});

export type Routes = typeof routes;
type Part<N extends RouteName, K extends "params" | "query" | "body"> =
  Routes[N] extends Record<K, infer S extends z.ZodType> ? z.input<S> : undefined;
type Given<N extends RouteName> = {
  params: Part<N, "params">;
  query: Part<N, "query">;
  body: Part<N, "body">;
};
/** What a caller must give: only the parts this route has; a query is optional. */
export type RouteInput<N extends RouteName> = {
  [K in keyof Given<N> as Given<N>[K] extends undefined ? never : K extends "query" ? never : K]: Given<N>[K];
} & { query?: Given<N>["query"] };
export type RouteOutput<N extends RouteName> = z.output<Routes[N]["response"]>;
