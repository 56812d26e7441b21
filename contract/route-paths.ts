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
  emptyTrash: {
    method: "POST",
    path: "/api/trash/empty",
    access: "token",
    summary: "Delete for good what was removed",
  },
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
  engineArguments: {
    method: "GET",
    path: "/api/engines/:id/arguments",
    access: "token",
    summary: "Every key the engine knows, with type, choices, default and help",
  },
  engineVerdict: {
    method: "POST",
    path: "/api/engines/:id/verdict",
    access: "token",
    summary: "Ask the engine's own parser about a config; changes nothing",
  },
  engineModules: {
    method: "POST",
    path: "/api/engines/:id/modules",
    access: "token",
    summary: "Which modules of its model a config puts an adapter on; changes nothing",
  },
  importConfig: {
    method: "POST",
    path: "/api/engines/:id/import",
    access: "token",
    summary: "Make a config of JSON, a LlamaBoard file, or a pasted command",
  },
  installPackages: {
    method: "POST",
    path: "/api/engines/:id/packages",
    access: "token",
    summary: "Install optional packages into the engine's environment; a run of kind setup",
  },
  additions: {
    method: "GET",
    path: "/api/engines/:id/additions",
    access: "token",
    summary: "Templates, model groups and plugins, the engine's and the user's",
  },
  readAddition: {
    method: "POST",
    path: "/api/engines/:id/additions/read",
    access: "token",
    summary: "Read definitions from pasted YAML or from the engine's own Python calls, without running them",
  },
  saveTemplate: {
    method: "PUT",
    path: "/api/engines/:id/templates/:name",
    access: "token",
    summary: "Add or change a template of the user's",
  },
  removeTemplate: {
    method: "DELETE",
    path: "/api/engines/:id/templates/:name",
    access: "token",
    summary: "Remove a template of the user's",
  },
  renderTemplate: {
    method: "POST",
    path: "/api/engines/:id/render",
    access: "token",
    summary: "Show how a conversation is written by a template",
  },
  saveModelGroup: {
    method: "PUT",
    path: "/api/engines/:id/model-groups/:name",
    access: "token",
    summary: "Add or change a model group of the user's",
  },
  removeModelGroup: {
    method: "DELETE",
    path: "/api/engines/:id/model-groups/:name",
    access: "token",
    summary: "Remove a model group of the user's",
  },
  savePlugin: {
    method: "PUT",
    path: "/api/engines/:id/plugins/:name",
    access: "token",
    summary: "Add or change a Python plugin; it runs only after consent to this very text",
  },
  removePlugin: {
    method: "DELETE",
    path: "/api/engines/:id/plugins/:name",
    access: "token",
    summary: "Remove a Python plugin",
  },
  recipes: { method: "GET", path: "/api/recipes", access: "token", summary: "Configs saved under a name" },
  saveRecipe: {
    method: "PUT",
    path: "/api/recipes/:name",
    access: "token",
    summary: "Save a config under a name",
  },
  removeRecipe: {
    method: "DELETE",
    path: "/api/recipes/:name",
    access: "token",
    summary: "Move a saved config to the trash folder of the home",
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
  datasetDirs: {
    method: "GET",
    path: "/api/dataset-dirs",
    access: "token",
    summary: "Dataset folders in use",
  },
  addDatasetDir: {
    method: "POST",
    path: "/api/dataset-dirs",
    access: "token",
    summary: "Use another dataset folder",
  },
  removeDatasetDir: {
    method: "DELETE",
    path: "/api/dataset-dirs",
    access: "token",
    summary: "Stop using a dataset folder; its files stay",
  },
  guessDataset: {
    method: "POST",
    path: "/api/datasets/guess",
    access: "token",
    summary: "Look at a file or text and tell its format; registers nothing",
  },
  datasetForEngine: {
    method: "POST",
    path: "/api/datasets/for-engine",
    access: "token",
    summary: "A dataset as an entry of an engine's config, translated where the engine cannot read it",
  },
  dataset: {
    method: "GET",
    path: "/api/datasets/:name",
    access: "token",
    summary: "One dataset with its definition, files and columns",
  },
  saveDataset: {
    method: "PUT",
    path: "/api/datasets/:name",
    access: "token",
    summary: "Register or change a dataset; unknown keys and order stay",
  },
  removeDataset: {
    method: "DELETE",
    path: "/api/datasets/:name",
    access: "token",
    summary: "Take a dataset off the list; its files stay",
  },
  datasetRows: {
    method: "GET",
    path: "/api/datasets/:name/rows",
    access: "token",
    summary: "Rows from a position",
  },
  datasetMedia: {
    method: "GET",
    path: "/api/datasets/:name/media",
    access: "token",
    summary: "A picture, video or audio file of the dataset's own folder",
  },
  startScan: {
    method: "POST",
    path: "/api/datasets/:name/scans",
    access: "token",
    summary: "Check, search, count or rewrite a whole dataset in the background",
  },
  scan: {
    method: "GET",
    path: "/api/scans/:id",
    access: "token",
    summary: "How far a scan is, and its result",
  },
  cancelScan: { method: "DELETE", path: "/api/scans/:id", access: "token", summary: "Cancel a scan" },
  encodeRow: {
    method: "POST",
    path: "/api/datasets/:name/encode",
    access: "token",
    summary: "A row as the model will see it: tokens, what is learned, media, the cut",
  },
  uploads: { method: "GET", path: "/api/uploads", access: "token", summary: "Uploads under way" },
  beginUpload: {
    method: "POST",
    path: "/api/uploads",
    access: "token",
    summary: "Begin an upload; bytes follow in pieces",
  },
  uploadPiece: {
    method: "PUT",
    path: "/api/uploads/:id",
    access: "token",
    summary: "The bytes from an offset on (application/octet-stream)",
  },
  cancelUpload: {
    method: "DELETE",
    path: "/api/uploads/:id",
    access: "token",
    summary: "Forget an upload and its bytes",
  },
  finishUpload: {
    method: "POST",
    path: "/api/uploads/:id/finish",
    access: "token",
    summary: "Put a whole upload into the dataset folder; nothing there is replaced",
  },
  translate: {
    method: "POST",
    path: "/api/translate",
    access: "token",
    summary: "A config in another engine's keys, with what is carried, changed, added and lost",
  },
  outlook: {
    method: "POST",
    path: "/api/outlook",
    access: "token",
    summary: "What will really happen with a config: steps, learning rate, the engine's own defaults",
  },
  presets: { method: "GET", path: "/api/presets", access: "token", summary: "Configs to start from" },
  runs: { method: "GET", path: "/api/runs", access: "token", summary: "All runs, newest first" },
  checkpoints: {
    method: "GET",
    path: "/api/checkpoints",
    access: "token",
    summary: "Whole checkpoints of an engine's runs, newest first, for another run to go on from",
  },
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
  runFollows: {
    method: "GET",
    path: "/api/runs/:id/follows",
    access: "token",
    summary: "What else its engine can make of a run, and what it wants to know",
  },
  followRun: {
    method: "POST",
    path: "/api/runs/:id/follows",
    access: "token",
    summary: "Prepare a run's data, evaluate its weights or quantize its model, as a new run",
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
