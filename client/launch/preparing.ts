// Owns what is asked for when only the data of a config is to be prepared. Refuses to change the config.
import type { RunSpec } from "@/contract/run.ts";

const LONGEST_NAME = 70;

/** Tokenizing needs no GPU, so it waits for none. */
export function preparingSpec(spec: RunSpec): RunSpec {
  return {
    ...spec,
    kind: "preprocess",
    name: `${spec.name.slice(0, LONGEST_NAME)} prepared`,
    device: { type: "cpu" },
  };
}
