// Owns turning "evaluate this run" and its like into a run of its own. The engine says what it offers and how.
// Refuses what it does not offer, and runs that have nothing to start from.
import type { FollowForm, FollowRequest } from "../../contract/follow.ts";
import { isFinal } from "../../contract/run-status.ts";
import type { EngineHost } from "../engine-interface/host.ts";
import type { HomePaths } from "../home.ts";
import { isStudioError, StudioError } from "../studio-error.ts";
import type { Creator } from "./create.ts";
import { chooseSource } from "./source.ts";
import type { Run, RunStore } from "./store.ts";
import { freeTarget, refuseOverlap } from "./target.ts";
import { completeWeights } from "./weights.ts";

export function createFollower(context: {
  store: RunStore;
  engines: EngineHost;
  creator: Creator;
  paths: HomePaths;
}) {
  const { store, engines, creator, paths } = context;

  const offered = (run: Run): readonly FollowForm[] => {
    const { spec } = store.asked(run.id);
    return engines.get(spec.engine).follow?.forms(spec) ?? [];
  };

  async function weightsOf(run: Run, asked: string | undefined): Promise<string | null> {
    const { outputDir } = run.standing;
    if (outputDir === null) throw nothing("It has no output folder.");
    if (run.head.kind === "train") return chooseSource(outputDir, asked);
    if ((await completeWeights(outputDir)) === null) throw nothing("Its model is not there, or not whole.");
    return null;
  }

  return {
    /** Forms whose weights are there; of a run that goes on there are none yet. */
    async follows(run: Run): Promise<FollowForm[]> {
      if (!isFinal(run.standing.state) && run.standing.state.status !== "paused") return [];
      const hasWeights = await weightsOf(run, undefined).then(
        () => true,
        (error) => {
          if (isStudioError(error)) return false;
          throw error;
        },
      );
      return offered(run).filter(({ source }) => source === "config" || hasWeights);
    },

    async follow(run: Run, { kind, checkpoint, to, values, key }: FollowRequest): Promise<string> {
      const known = store.byKey(key);
      if (known) return known.id;
      const { spec } = store.asked(run.id);
      const { follow } = engines.get(spec.engine);
      const form = offered(run).find((each) => each.kind === kind);
      if (!follow || !form) throw nothing(`Its engine does not offer this for it (${kind}).`);
      const weights = form.source === "weights" ? await weightsOf(run, checkpoint) : null;
      const { outputDir, name } = run.standing;
      const target = form.asksTarget ? (to ?? freeTarget(store, paths.exports, `${name}-${kind}d`)) : null;
      if (target !== null && outputDir !== null) await refuseOverlap(target, [outputDir]);
      const source = {
        spec: { ...spec, name },
        runId: run.id,
        weights: weights ?? outputDir,
        to: target,
      };
      return creator.create({ ...follow.spec(kind, source, values), parent: run.id }, key);
    },
  };
}

function nothing(reason: string): StudioError {
  return new StudioError({
    code: "run.nothing-to-follow",
    message: "This cannot be made of this run.",
    reason,
    hint: "Wait until it has saved, or choose another run; an adapter may have to be merged first.",
  });
}
