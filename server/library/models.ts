// Owns the list of models on this machine: demo, registered folders, results of runs. Refuses to change model folders.
import { readdir, realpath, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { z } from "zod";
import type { LocalModel } from "../../contract/library.ts";
import { RunId, RunKind } from "../../contract/run.ts";
import { writeJson } from "../files/atomic.ts";
import { readJson } from "../files/read-json.ts";
import { homePaths } from "../home.ts";
import { StudioError } from "../studio-error.ts";
import { readModelFolder, whatIsMissing } from "./model-folder.ts";

const Registered = z.object({ folders: z.array(z.string()) });
const Asked = z.object({ spec: z.object({ kind: RunKind, name: z.string() }) });
const Standing = z.object({ name: z.string(), outputDir: z.string().nullable().optional() });

async function subfolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !/^\.|\.partial-/.test(entry.name))
    .map((entry) => join(folder, entry.name));
}

export function createModels(home: string) {
  const paths = homePaths(home);

  const registered = () => readJson(paths.modelFolders, Registered)?.folders ?? [];

  /** The folder itself, or the models one level below. */
  async function inFolder(path: string): Promise<LocalModel[]> {
    const itself = await readModelFolder(path, { source: "folder", runId: null });
    if (itself) return [itself];
    const below = await Promise.all(
      (await subfolders(path)).map((child) => readModelFolder(child, { source: "folder", runId: null })),
    );
    return below.filter((model) => model !== null);
  }

  /** Where a run's result lies was noted when it was started. */
  async function ofRun(folder: string): Promise<LocalModel | null> {
    const id = RunId.safeParse(folder.slice(-26));
    const spec = readJson(join(folder, "spec.json"), Asked)?.spec;
    if (!id.success || !spec || spec.kind === "setup") return null;
    const standing = readJson(join(folder, "state.json"), Standing);
    const result = standing?.outputDir ?? "";
    if (!isAbsolute(result)) return null;
    const name = standing?.name ?? spec.name;
    return readModelFolder(result, { source: "run", runId: id.data, name });
  }

  async function list(): Promise<LocalModel[]> {
    const [demo, folders, runs, exports] = await Promise.all([
      subfolders(paths.models).then((found) =>
        Promise.all(found.map((folder) => readModelFolder(folder, { source: "demo", runId: null }))),
      ),
      Promise.all(registered().map(inFolder)),
      subfolders(paths.runs).then((found) => Promise.all(found.map(ofRun))),
      subfolders(paths.exports).then((found) =>
        Promise.all(found.map((folder) => readModelFolder(folder, { source: "run", runId: null }))),
      ),
    ]);
    const unique = new Map<string, LocalModel>();
    for (const model of [...demo, ...runs.toReversed(), ...exports, ...folders.flat()])
      if (model && !unique.has(model.path)) unique.set(model.path, model);
    return [...unique.values()];
  }

  async function add(given: string): Promise<LocalModel> {
    const spelled = given.trim().replace(/^~(?=\/|$)/, homedir());
    const path = isAbsolute(spelled) ? await realpath(spelled).catch(() => null) : null;
    if (path === null)
      throw new StudioError({
        code: "path.not-found",
        message: `There is no folder ${given.trim()} on this machine.`,
        hint: "Give the full path of a model folder, as it is on the machine that runs Anneal.",
      });
    const found = (await stat(path)).isDirectory() ? await inFolder(path) : [];
    const first = found[0];
    if (!first)
      throw new StudioError({
        code: "path.not-a-model",
        message: `${path} is not a model folder.`,
        reason: await whatIsMissing(path),
        hint: "Choose the folder that holds config.json and the weights, or one whose subfolders do.",
      });
    const folders = registered();
    if (!folders.includes(path)) writeJson(paths.modelFolders, { folders: [...folders, path] });
    return first;
  }

  async function remove(id: string): Promise<void> {
    const folders = registered();
    const owned = await Promise.all(folders.map(inFolder));
    const at = owned.findIndex((models) => models.some((model) => model.id === id));
    if (at < 0)
      throw new StudioError({
        code: "model.not-found",
        message: "This model is not among the registered folders.",
        hint: "Only folders that were added here can be removed; demo models and results of runs stay.",
      });
    writeJson(paths.modelFolders, { folders: folders.toSpliced(at, 1) });
  }

  return { list, add, remove };
}
