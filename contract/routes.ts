// Owns the table of HTTP routes with their shapes. Server, CLI and OpenAPI are made from it; browsers use its types.
import { z } from "zod";
import { EngineCatalog, EngineDescription } from "./engine.ts";
import { DatasetList, LocalModel, Preset } from "./library.ts";
import { RunPreview } from "./preview.ts";
import { type RouteName, routePaths } from "./route-paths.ts";
import { RunDetail, RunId, RunSpec, RunSummary } from "./run.ts";
import { RunAction } from "./run-action.ts";
import { LogChunk, StampedEvent } from "./run-event.ts";
import { HardwareSample, Settings, SystemInfo } from "./system.ts";

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
    response: z.object({ ok: z.literal(true) }),
  },
  datasets: {
    ...routePaths.datasets,
    query: z.object({ dir: z.string().max(4096).optional() }),
    response: DatasetList,
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
  previewRun: {
    ...routePaths.previewRun,
    body: RunSpec,
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
    response: z.object({ ok: z.literal(true) }),
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
