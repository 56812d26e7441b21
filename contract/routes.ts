// Owns the table of HTTP routes: method, path, access, shapes. Server, browser, CLI and OpenAPI are made from it.
import { z } from "zod";
import { EngineCatalog, EngineDescription } from "./engine.ts";
import { DatasetList, LocalModel, Preset } from "./library.ts";
import { RunPreview } from "./preview.ts";
import { RunDetail, RunId, RunSpec, RunSummary } from "./run.ts";
import { RunAction } from "./run-action.ts";
import { LogChunk, StampedEvent } from "./run-event.ts";
import { HardwareSample, Settings, SystemInfo } from "./system.ts";

type RouteShape = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: `/api/${string}`;
  /** public: no token needed. Everything else needs the session cookie or the bearer token. */
  access: "public" | "token";
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  response: z.ZodType;
  /** The answer is a file's bytes, not JSON. */
  download?: boolean;
};

const define = <const T extends Record<string, RouteShape>>(table: T): T => table;

const runParams = z.object({ id: RunId });
const engineParams = z.object({ id: z.string() });
const offset = z.coerce.number().int();

export const routes = define({
  health: {
    method: "GET",
    path: "/api/health",
    access: "public",
    summary: "Is it Anneal, and is it up",
    response: z.object({ ok: z.literal(true), name: z.literal("anneal") }),
  },
  openSession: {
    method: "POST",
    path: "/api/session",
    access: "public",
    summary: "Exchange the token for a session cookie",
    body: z.object({ token: z.string().max(256) }),
    response: z.object({ ok: z.literal(true) }),
  },
  session: {
    method: "GET",
    path: "/api/session",
    access: "token",
    summary: "Is this session known",
    response: z.object({ ok: z.literal(true) }),
  },
  rotateToken: {
    method: "POST",
    path: "/api/session/rotate",
    access: "token",
    summary: "Make a new token; other sessions end",
    response: z.object({ address: z.string() }),
  },

  system: {
    method: "GET",
    path: "/api/system",
    access: "token",
    summary: "Version, home folder, settings",
    query: z.object({ disk: z.enum(["true", "false"]).optional() }),
    response: SystemInfo,
  },
  hardware: {
    method: "GET",
    path: "/api/hardware",
    access: "token",
    summary: "CPU, memory, disk and GPUs now",
    response: HardwareSample,
  },
  saveSettings: {
    method: "PUT",
    path: "/api/settings",
    access: "token",
    summary: "Change settings",
    body: Settings.partial(),
    response: Settings,
  },

  engines: {
    method: "GET",
    path: "/api/engines",
    access: "token",
    summary: "Engines, their health, fields and groups",
    response: z.array(EngineDescription),
  },
  installEngine: {
    method: "POST",
    path: "/api/engines/:id/install",
    access: "token",
    summary: "Install or repair an engine; a run of kind setup",
    params: engineParams,
    response: RunSummary,
  },
  checkEngine: {
    method: "POST",
    path: "/api/engines/:id/check",
    access: "token",
    summary: "Look at an engine's health anew",
    params: engineParams,
    response: EngineDescription,
  },
  catalog: {
    method: "GET",
    path: "/api/engines/:id/catalog",
    access: "token",
    summary: "Model groups and templates the installed engine knows",
    params: engineParams,
    response: EngineCatalog,
  },

  models: {
    method: "GET",
    path: "/api/models",
    access: "token",
    summary: "Models and adapters on this machine",
    response: z.array(LocalModel),
  },
  addModel: {
    method: "POST",
    path: "/api/models",
    access: "token",
    summary: "Register a local model folder",
    body: z.object({ path: z.string().min(1).max(4096) }),
    response: LocalModel,
  },
  removeModel: {
    method: "DELETE",
    path: "/api/models/:id",
    access: "token",
    summary: "Forget a registered folder; its files stay",
    params: engineParams,
    response: z.object({ ok: z.literal(true) }),
  },
  datasets: {
    method: "GET",
    path: "/api/datasets",
    access: "token",
    summary: "Datasets of the dataset folder",
    query: z.object({ dir: z.string().max(4096).optional() }),
    response: DatasetList,
  },
  presets: {
    method: "GET",
    path: "/api/presets",
    access: "token",
    summary: "Configs to start from",
    response: z.array(Preset),
  },

  runs: {
    method: "GET",
    path: "/api/runs",
    access: "token",
    summary: "All runs, newest first",
    query: z.object({ archived: z.enum(["true", "false"]).optional() }),
    response: z.array(RunSummary),
  },
  previewRun: {
    method: "POST",
    path: "/api/runs/preview",
    access: "token",
    summary: "Check a config and show what would be run; changes nothing",
    body: RunSpec,
    response: RunPreview,
  },
  createRun: {
    method: "POST",
    path: "/api/runs",
    access: "token",
    summary: "Start (queue) a run; the same key never starts two",
    body: z.object({ spec: RunSpec, key: z.string().min(8).max(64) }),
    response: RunSummary,
  },
  run: {
    method: "GET",
    path: "/api/runs/:id",
    access: "token",
    summary: "One run with config, environment, checkpoints, artefacts",
    params: runParams,
    response: RunDetail,
  },
  actOnRun: {
    method: "POST",
    path: "/api/runs/:id/actions",
    access: "token",
    summary: "Stop, pause, resume, save, archive …",
    params: runParams,
    body: RunAction,
    response: RunSummary,
  },
  removeRun: {
    method: "DELETE",
    path: "/api/runs/:id",
    access: "token",
    summary: "Move an archived run's folder to the trash folder of the home",
    params: runParams,
    response: z.object({ ok: z.literal(true) }),
  },
  mergeRun: {
    method: "POST",
    path: "/api/runs/:id/merge",
    access: "token",
    summary: "Merge a run's adapter into its base (or export its full model) as a new run",
    params: runParams,
    body: z.object({
      checkpoint: z.string().optional(),
      to: z.string().max(4096).optional(),
      key: z.string().min(8).max(64),
    }),
    response: RunSummary,
  },
  runEvents: {
    method: "GET",
    path: "/api/runs/:id/events",
    access: "token",
    summary: "Events after a cursor, oldest first",
    params: runParams,
    query: z.object({ attempt: offset.default(1), offset: offset.default(0), limit: offset.default(1000) }),
    response: z.object({ items: z.array(StampedEvent), more: z.boolean() }),
  },
  runLog: {
    method: "GET",
    path: "/api/runs/:id/log",
    access: "token",
    summary: "A piece of an attempt's log; a negative offset counts from the end",
    params: runParams,
    query: z.object({ attempt: offset.optional(), offset: offset.default(0), limit: offset.default(262144) }),
    response: LogChunk,
  },
  runFile: {
    method: "GET",
    path: "/api/runs/:id/files/*",
    access: "token",
    summary: "Download one file of the run's output",
    params: z.object({ id: RunId, "*": z.string() }),
    response: z.unknown(),
    download: true,
  },
});

export type Routes = typeof routes;
export type RouteName = keyof Routes;
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
