// Owns finding the datasets that a config names in the list it uses. Refuses lists that are not files here.

import type { KnownDataset } from "../../../engine-interface/data.ts";
import { inputPath } from "../../../engine-kit/places.ts";
import { listOf, textOf } from "../../../engine-kit/values.ts";
import { defaultDatasetDir } from "../places.ts";
import type { Subject } from "./subject.ts";

const KEYS = ["dataset", "eval_dataset"] as const;
export type DatasetKey = (typeof KEYS)[number];

/** Datasets by name as the engine will see them; null when their list is not a file here. */
export async function readList({ doc, context, places }: Subject) {
  const given = doc.get("dataset_dir");
  if (typeof given === "object" && given !== null) return null;
  const value = textOf(doc, "dataset_dir");
  if (value === "ONLINE" || value?.startsWith("REMOTE:")) return null;
  const dir = value === null ? defaultDatasetDir(places) : inputPath(value, places);
  return { dir, list: await context.datasets(dir) };
}

/** Those that are there and can be used. */
export async function namedDatasets(subject: Subject): Promise<{ key: DatasetKey; dataset: KnownDataset }[]> {
  const found = await readList(subject);
  const list = Array.isArray(found?.list) ? found.list : [];
  return KEYS.flatMap((key) =>
    listOf(subject.doc, key).flatMap((name) => {
      const dataset = list.find((candidate) => candidate.name === name && candidate.problem === null);
      return dataset ? [{ key, dataset }] : [];
    }),
  );
}
