// Owns the address of every HTTP route and who may call it. Refuses shapes (routes.ts adds those), so that a page can
// carry this table without zod.

type RoutePath = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: `/api/${string}`;
  /** public: no token needed. Everything else needs the session cookie or the bearer token. */
  access: "public" | "token";
  summary: string;
};

const define = <const T extends Record<string, RoutePath>>(table: T): T => table;

export const routePaths = define({
  health: { method: "GET", path: "/api/health", access: "public", summary: "Is it Anneal, and is it up" },
  openSession: {
    method: "POST",
    path: "/api/session",
    access: "public",
    summary: "Exchange the token for a session cookie",
  },
  session: { method: "GET", path: "/api/session", access: "token", summary: "Is this session known" },
  rotateToken: {
    method: "POST",
    path: "/api/session/rotate",
    access: "token",
    summary: "Make a new token; other sessions end",
  },
  system: { method: "GET", path: "/api/system", access: "token", summary: "Version, home folder, settings" },
  hardware: {
    method: "GET",
    path: "/api/hardware",
    access: "token",
    summary: "CPU, memory, disk and GPUs now",
  },
  saveSettings: { method: "PUT", path: "/api/settings", access: "token", summary: "Change settings" },
  engines: {
    method: "GET",
    path: "/api/engines",
    access: "token",
    summary: "Engines, their health, fields and groups",
  },
  installEngine: {
    method: "POST",
    path: "/api/engines/:id/install",
    access: "token",
    summary: "Install or repair an engine; a run of kind setup",
  },
  checkEngine: {
    method: "POST",
    path: "/api/engines/:id/check",
    access: "token",
    summary: "Look at an engine's health anew",
  },
  catalog: {
    method: "GET",
    path: "/api/engines/:id/catalog",
    access: "token",
    summary: "Model groups and templates the installed engine knows",
  },
  models: {
    method: "GET",
    path: "/api/models",
    access: "token",
    summary: "Models and adapters on this machine",
  },
  addModel: {
    method: "POST",
    path: "/api/models",
    access: "token",
    summary: "Register a local model folder",
  },
  removeModel: {
    method: "DELETE",
    path: "/api/models/:id",
    access: "token",
    summary: "Forget a registered folder; its files stay",
  },
  datasets: {
    method: "GET",
    path: "/api/datasets",
    access: "token",
    summary: "Datasets of the dataset folder",
  },
  presets: { method: "GET", path: "/api/presets", access: "token", summary: "Configs to start from" },
  runs: { method: "GET", path: "/api/runs", access: "token", summary: "All runs, newest first" },
  previewRun: {
    method: "POST",
    path: "/api/runs/preview",
    access: "token",
    summary: "Check a config and show what would be run; changes nothing",
  },
  createRun: {
    method: "POST",
    path: "/api/runs",
    access: "token",
    summary: "Start (queue) a run; the same key never starts two",
  },
  run: {
    method: "GET",
    path: "/api/runs/:id",
    access: "token",
    summary: "One run with config, environment, checkpoints, artefacts",
  },
  actOnRun: {
    method: "POST",
    path: "/api/runs/:id/actions",
    access: "token",
    summary: "Stop, pause, resume, save, archive …",
  },
  removeRun: {
    method: "DELETE",
    path: "/api/runs/:id",
    access: "token",
    summary: "Move an archived run's folder to the trash folder of the home",
  },
  mergeRun: {
    method: "POST",
    path: "/api/runs/:id/merge",
    access: "token",
    summary: "Merge a run's adapter into its base (or export its full model) as a new run",
  },
  runEvents: {
    method: "GET",
    path: "/api/runs/:id/events",
    access: "token",
    summary: "Events after a cursor, oldest first",
  },
  runLog: {
    method: "GET",
    path: "/api/runs/:id/log",
    access: "token",
    summary: "A piece of an attempt's log; a negative offset counts from the end",
  },
  runFile: {
    method: "GET",
    path: "/api/runs/:id/files/*",
    access: "token",
    summary: "Download one file of the run's output",
  },
});

export type RouteName = keyof typeof routePaths;
