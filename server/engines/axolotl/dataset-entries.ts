// Owns reading the lists of datasets in a config: each is a mapping with a path. Refuses to look at the disk.
import type { ConfigDocument, ConfigValue } from "../../../contract/config-document.ts";

/** Keys that hold datasets. */
export const DATASET_KEYS = ["datasets", "test_datasets", "pretraining_dataset"] as const;

export type DatasetMapping = { key: string; at: number; path: string | null; value: ConfigValue };

/** In their order; `at` is the place in the list. */
export function datasetsIn(doc: ConfigDocument, key: string): DatasetMapping[] {
  const value = doc.get(key);
  if (!Array.isArray(value)) return [];
  return value.map((item, at) => ({ key, at, path: wordOf(item, "path"), value: item }));
}

/** A word of a mapping; null where it is none. */
export function wordOf(value: ConfigValue, key: string): string | null {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
  const word = value[key];
  return typeof word === "string" && word.trim() !== "" ? word.trim() : null;
}

/** What lists call a dataset: the file's name without its ending, or the hub's name. */
export function datasetName(path: string): string {
  return (path.split(/[\\/]/).findLast((part) => part !== "") ?? path).replace(
    /\.(?:jsonl?|csv|parquet|arrow|txt)$/i,
    "",
  );
}

/** A type of plain text, whose rows become as many examples as they fill. */
export const isPlainText = ({ value }: Pick<DatasetMapping, "value">): boolean =>
  wordOf(value, "type")?.startsWith("completion") ?? false;

/** No word of the config says so but the types of its datasets. */
export function learnsText(doc: ConfigDocument): boolean {
  const datasets = datasetsIn(doc, "datasets");
  return (
    datasetsIn(doc, "pretraining_dataset").length > 0 || (datasets.length > 0 && datasets.every(isPlainText))
  );
}
