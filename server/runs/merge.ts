// Owns turning "merge this run" into a run of its own. Refuses runs without a whole result and targets that are not free.
import { resolve } from "node:path";
import type { EngineHost } from "../engine-interface/host.ts";
import type { HomePaths } from "../home.ts";
import type { Creator } from "./create.ts";
import { chooseSource, nothingToMerge } from "./source.ts";
import type { Run, RunStore } from "./store.ts";
import { freeTarget, refuseOverlap } from "./target.ts";

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
    const target = to ?? freeTarget(store, paths.exports, `${run.standing.name}-merged`);
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
