// Owns the datasets of a folder as dataset_info.json names them: listed, registered, changed, taken off the list.
// Refuses to touch their files.
import { isDeepStrictEqual } from "node:util";
import { DatasetDefinition } from "../../../contract/dataset.ts";
import type { DatasetList } from "../../../contract/library.ts";
import { homePaths } from "../../home.ts";
import { StudioError } from "../../studio-error.ts";
import type { Reading } from "../records/open-records.ts";
import { createCountRows } from "./count-rows.ts";
import { createDirs, type Dirs } from "./dirs.ts";
import { readEntry } from "./entry.ts";
import { changeInfo, readInfo } from "./info-file.ts";
import { removeEntry, setEntry } from "./info-text.ts";
import { filesOf, sourceOf } from "./source.ts";

export type Change = { definition: DatasetDefinition; replace: boolean; rename?: string };

export type Registry = {
  dirs: Dirs;
  list(dir?: string): Promise<DatasetList>;
  /** Throws dataset.not-found, dataset.info-broken or dataset.invalid. */
  find(name: string, dir?: string): Promise<{ dir: string; definition: DatasetDefinition }>;
  save(name: string, dir: string | undefined, change: Change): Promise<void>;
  remove(name: string, dir?: string): Promise<void>;
};

const KNOWN: readonly string[] = Object.keys(DatasetDefinition.shape);

/** Keys in the order they had; those the engine does not know stay, new ones come last. */
function merged(before: unknown, next: DatasetDefinition): Record<string, unknown> {
  const old = typeof before === "object" && before !== null ? Object.entries(before) : [];
  const kept = old
    .filter(([key]) => key in next || !KNOWN.includes(key))
    .map(([key, value]) => [key, key in next ? next[key] : value]);
  const names = new Set(kept.map(([key]) => key));
  const added = Object.entries(next).filter(([key, value]) => !names.has(key) && value !== undefined);
  return Object.fromEntries([...kept, ...added]);
}

const notFound = (name: string, dir: string) =>
  new StudioError({
    code: "dataset.not-found",
    message: `There is no dataset ${name} in ${dir}.`,
    hint: "It may have been renamed or removed; reload the list.",
  });

export function createRegistry(home: string, reading: Reading): Registry {
  const dirs = createDirs(home);
  const { trash } = homePaths(home);
  const countRows = createCountRows(reading);

  async function refuseBadSource(dir: string, definition: DatasetDefinition): Promise<void> {
    const source = sourceOf(definition);
    const { problem } =
      source?.file != null && source.source === "file"
        ? await filesOf(dir, source.file)
        : { problem: source === null ? "It names no source: a file, a folder or a hub id." : null };
    if (problem !== null)
      throw new StudioError({
        code: "dataset.invalid",
        message: problem,
        hint: "Give the path of a data file or of a folder of one kind of them.",
      });
  }

  return {
    dirs,
    async list(given) {
      const dir = dirs.resolve(given);
      const info = await readInfo(dir);
      if (info.status !== "read") return { dir, datasets: [], problem: info.problem };
      const entries = [...info.entries];
      const datasets = await Promise.all(entries.map(([name, raw]) => readEntry(dir, name, raw, countRows)));
      return { dir, datasets, problem: null };
    },

    async find(name, given) {
      const dir = dirs.resolve(given);
      const info = await readInfo(dir);
      if (info.status === "broken")
        throw new StudioError({
          code: "dataset.info-broken",
          message: info.problem,
          hint: "Correct the file.",
        });
      if (info.status === "missing" || !info.entries.has(name)) throw notFound(name, dir);
      const parsed = DatasetDefinition.safeParse(info.entries.get(name));
      if (parsed.success) return { dir, definition: parsed.data };
      const issue = parsed.error.issues[0];
      throw new StudioError({
        code: "dataset.invalid",
        message: `The entry of ${name} in dataset_info.json is not valid.`,
        reason: `${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim(),
        hint: "Correct it in the file, or register the dataset again.",
      });
    },

    async save(name, given, { definition, replace, rename }) {
      const dir = dirs.resolve(given);
      await changeInfo(dir, trash, async (text, entries) => {
        const before = entries.get(name);
        const taken =
          (entries.has(name) && !replace) || (rename !== undefined && rename !== name && entries.has(rename));
        if (taken)
          throw new StudioError({
            code: "dataset.name-taken",
            message: `There is a dataset ${rename ?? name} already.`,
            hint: "Choose another name, or change that dataset.",
          });
        const next = merged(before, definition);
        if (isDeepStrictEqual(before, next) && (rename ?? name) === name) return text;
        if (before === undefined || !isDeepStrictEqual(sourceOf(definition), pastSource(before)))
          await refuseBadSource(dir, definition);
        return setEntry(text, name, next, rename);
      });
    },

    async remove(name, given) {
      const dir = dirs.resolve(given);
      await changeInfo(dir, trash, (text, entries) => {
        if (!entries.has(name)) throw notFound(name, dir);
        return removeEntry(text, name);
      });
    },
  };
}

function pastSource(before: unknown) {
  const parsed = DatasetDefinition.safeParse(before);
  return parsed.success ? sourceOf(parsed.data) : null;
}
