// Owns judging data that was prepared before: the engine knows it again by the config alone, not by what the files hold.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { inputPath } from "../../../engine-kit/places.ts";
import { textOf } from "../../../engine-kit/values.ts";
import { datasetsIn } from "../dataset-entries.ts";
import { dataPath } from "../plan-train.ts";
import type { Rule } from "./subject.ts";

const KEY = "dataset_prepared_path";

/** When the newest of what lies in a folder was prepared; null where nothing was. */
function preparedAt(folder: string): number | null {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return null;
  const times = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return times.length === 0 ? null : Math.max(...times);
}

const changedSince: Rule = ({ doc, places, warning }) => {
  const value = textOf(doc, KEY);
  const at = value === null ? null : preparedAt(inputPath(value, places));
  if (at === null) return [];
  const files = ["datasets", "test_datasets"].flatMap((key) => datasetsIn(doc, key));
  const changed = files.flatMap(({ path }) => {
    const file = path === null ? null : dataPath(path, places);
    const found = file === null ? undefined : statSync(file, { throwIfNoEntry: false });
    return path !== null && found?.isFile() && found.mtimeMs > at ? [path] : [];
  });
  return [...new Set(changed)].map((path) =>
    warning(
      KEY,
      "axolotl.prepared-before",
      `${path} was changed after this data was prepared; the engine would not notice, and train on what it held before.`,
      "Remove the key to have it prepared anew, or prepare it again.",
      { params: { path }, fix: { value: null } },
    ),
  );
};

export const preparedRules: readonly Rule[] = [changedSince];
