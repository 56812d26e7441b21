// Owns where LLaMA-Factory's datasets lie without a word from the config, and our programs for it. Refuses to look at the disk itself.
import { join } from "node:path";
import { engineFiles, type Places, shipped } from "../../engine-kit/places.ts";

export const ours = { ...shipped, ...engineFiles("llamafactory") };

/** Without a `dataset_dir`: the engine's own `data` beside a config from elsewhere, else the datasets of this studio. */
export function defaultDatasetDir({ baseDir, home, exists }: Places): string {
  const beside = baseDir === null ? null : join(baseDir, "data");
  return beside !== null && exists(join(beside, "dataset_info.json")) ? beside : join(home, "datasets");
}
