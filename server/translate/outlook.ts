// Owns what will really happen with a config: the check's numbers, the engine's own words, and the learning rate from its own
// scheduler. Refuses to fill a gap with a guess.
import { existsSync } from "node:fs";
import { z } from "zod";
import { LearningRateCurve, type Outlook } from "../../contract/outlook.ts";
import type { RunSpec } from "../../contract/run.ts";
import type { EngineHost } from "../engine-interface/host.ts";
import type { EngineOutlook } from "../engine-interface/questions.ts";
import { inputPath } from "../engine-kit/places.ts";
import type { RunService } from "../runs/run-service.ts";
import type { DatasetService } from "../services.ts";
import { isStudioError, StudioError } from "../studio-error.ts";

type Parts = {
  home: string;
  engines: Pick<EngineHost, "get" | "ask">;
  datasets: Pick<DatasetService, "ofMapping">;
  runs: Pick<RunService, "preview">;
  hasGpu: () => Promise<boolean>;
};

/** Enough for a line on a page. */
const SAMPLES = 160;
const Rates = z.object({ steps: z.array(z.number()), rates: z.array(z.number()) }).pipe(LearningRateCurve);

export function createOutlook({ home, engines, datasets, runs, hasGpu }: Parts) {
  async function curveOf(engine: string, schedule: EngineOutlook["schedule"], warmup: number, steps: number) {
    const params = { ...schedule, warmup, steps, samples: SAMPLES };
    try {
      return { curve: Rates.parse(await engines.ask(engine, "schedule", params)), curveMissing: null };
    } catch (error) {
      if (!isStudioError(error)) throw error;
      return { curve: null, curveMissing: error.body.message };
    }
  }

  async function sampleOf(spec: RunSpec, sample: EngineOutlook["sample"]): Promise<Outlook["sample"]> {
    if (sample === null) return null;
    const places = { baseDir: spec.baseDir ?? null, home, exists: existsSync };
    const settings = { engine: spec.engine, ...sample.settings };
    if (sample.dataset !== null) {
      const dir = sample.dir === null ? null : inputPath(sample.dir, places);
      return { dataset: sample.dataset, dir, row: 0, settings };
    }
    const found = sample.path === null ? null : await datasets.ofMapping(inputPath(sample.path, places));
    return found && { dataset: found.name, dir: found.dir, row: 0, settings };
  }

  return async (spec: RunSpec, { curve }: { curve: boolean }): Promise<Outlook> => {
    const engine = engines.get(spec.engine);
    if (!engine.outlook)
      throw new StudioError({
        code: "request.invalid",
        message: `${engine.name} tells nothing before a start.`,
      });
    const { estimate, problems } = await runs.preview(spec);
    const onCpu = spec.device.type === "cpu" || (spec.device.type === "auto" && !(await hasGpu()));
    const totalSteps = estimate?.totalSteps ?? null;
    const told = engine.outlook(spec.config, { totalSteps, onCpu });
    const unknown = { curve: null, curveMissing: null };
    return {
      engine: spec.engine,
      estimate,
      errors: problems.filter(({ severity }) => severity === "error").length,
      warnings: problems.filter(({ severity }) => severity === "warning").length,
      warmupSteps: told.warmupSteps,
      ...(!curve || totalSteps === null || told.warmupSteps === null
        ? unknown
        : await curveOf(spec.engine, told.schedule, told.warmupSteps, totalSteps)),
      facts: told.facts,
      sample: await sampleOf(spec, told.sample),
    };
  };
}
