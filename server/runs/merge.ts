// Owns turning "merge this run" into a run of its own. Refuses runs without a whole result and targets that are not free.
import { join, resolve } from "node:path";
import type { EngineHost } from "../engines/engine.ts";
import { isWithin } from "../files/inside.ts";
import type { HomePaths } from "../home.ts";
import { StudioError } from "../studio-error.ts";
import { listCheckpoints } from "./checkpoints.ts";
import type { Creator } from "./create.ts";
import type { Run, RunStore } from "./store.ts";
import { freeTarget, refuseOverlap } from "./target.ts";
import { completeWeights } from "./weights.ts";

export type MergeOptions = { checkpoint?: string; to?: string; key: string };

export function createMerger(context: {
  store: RunStore;
  engines: EngineHost;
  creator: Creator;
  paths: HomePaths;
}) {
  const { store, engines, creator, paths } = context;

  /** The id of the run that merges `run`'s result. */
  return async function merge(run: Run, { checkpoint: asked, to, key }: MergeOptions): Promise<string> {
    const known = store.byKey(key);
    if (known) return known.id;
    const { spec } = store.asked(run.id);
    const { outputDir } = run.standing;
    if (spec.kind !== "train" || outputDir === null) throw nothingToMerge("It is not a training.");
    const checkpoint = await chooseSource(outputDir, asked);
    const target = to ?? freeTarget(store, paths.exports, run.standing.name);
    const engine = engines.get(spec.engine);
    const { model } = engine.facts(spec.config);
    const base = model === null ? [] : [resolve(spec.baseDir ?? paths.run(run.id), model)];
    await refuseOverlap(target, [outputDir, ...base]);
    const source = {
      spec: { ...spec, name: run.standing.name },
      runId: run.id,
      outputDir,
      checkpoint,
      to: target,
    };
    return creator.create({ ...engine.mergeSpec(source), parent: run.id }, key);
  };
}

/** Null: the final result in the output folder itself; else the checkpoint to merge, which is whole. */
async function chooseSource(outputDir: string, asked: string | undefined): Promise<string | null> {
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

function nothingToMerge(reason: string): StudioError {
  return new StudioError({
    code: "run.nothing-to-merge",
    message: "This run has nothing to merge.",
    reason,
    hint: "Wait until it has saved, or choose another checkpoint.",
  });
}
