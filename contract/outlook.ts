// Owns the answer to "what will really happen with this config": numbers, the course of the learning rate, what the engine
// takes where nothing is said, and which row to look at as tokens. Refuses guesses: null is what nobody knows before a start.
import { z } from "zod";
import { EncodeSettings } from "./dataset-scan.ts";
import { EngineId } from "./engine.ts";
import { outlookFacts } from "./outlook-facts.ts";
import { RunEstimate } from "./preview.ts";
import { RunSpec } from "./run.ts";
import { LocalText } from "./text.ts";

export const OutlookFactId = z.enum(outlookFacts);
export type OutlookFactId = z.infer<typeof OutlookFactId>;

/** What the engine will do in one respect, whether the config says so or not. */
export const OutlookFact = z.object({ id: OutlookFactId, value: LocalText });
export type OutlookFact = z.infer<typeof OutlookFact>;

/** The learning rate at steps of the run, from the engine's own scheduler. */
export const LearningRateCurve = z.object({
  steps: z.array(z.number()),
  rates: z.array(z.number()),
});
export type LearningRateCurve = z.infer<typeof LearningRateCurve>;

export const OutlookRequest = z.object({
  spec: RunSpec,
  /** Without it the answer comes at once; with it the engine's own scheduler is asked, which may have to be woken. */
  curve: z.boolean().default(true),
});

export const Outlook = z.object({
  engine: EngineId,
  estimate: RunEstimate.nullable(),
  /** Errors and warnings of the check. */
  errors: z.number(),
  warnings: z.number(),
  warmupSteps: z.number().nullable(),
  /** Null while the number of steps is unknown or the engine cannot be asked; `curveMissing` says why. */
  curve: LearningRateCurve.nullable(),
  curveMissing: z.string().nullable(),
  facts: z.array(OutlookFact),
  /** A row of the first dataset, and how this engine would be asked to encode it. */
  sample: z
    .object({ dataset: z.string(), dir: z.string().nullable(), row: z.number(), settings: EncodeSettings })
    .nullable(),
});
export type Outlook = z.infer<typeof Outlook>;
