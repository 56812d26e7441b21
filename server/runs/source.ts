// Owns what of a run's output the next run starts from: its result, or a whole checkpoint. Refuses half-written ones.
import { join, resolve } from "node:path";
import { isWithin } from "../files/inside.ts";
import { StudioError } from "../studio-error.ts";
import { listCheckpoints } from "./checkpoints.ts";
import { completeWeights } from "./weights.ts";

/** Null: the final result in the output folder itself; else the checkpoint to merge, which is whole. */
export async function chooseSource(outputDir: string, asked: string | undefined): Promise<string | null> {
  if (asked === undefined && (await completeWeights(outputDir)) !== null) return null;
  for (const { name, path } of await listCheckpoints(outputDir)) {
    const wanted = asked === undefined || asked === name || resolve(outputDir, asked) === path;
    if (wanted && isWithin(outputDir, path) && (await completeWeights(path)) !== null)
      return join(outputDir, name);
  }
  throw nothingToMerge(
    asked === undefined ? "It has not saved an adapter or a model." : `${asked} is missing or half-written.`,
  );
}

export function nothingToMerge(reason: string): StudioError {
  return new StudioError({
    code: "run.nothing-to-merge",
    message: "This run has nothing to merge.",
    reason,
    hint: "Wait until it has saved, or choose another checkpoint.",
  });
}
