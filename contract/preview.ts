// Owns the answer to "what would happen if this config were started now". Refuses side effects.
import { z } from "zod";
import { EngineId } from "./engine.ts";
import { Problem } from "./problem.ts";

/** What the numbers of a config come to. Null where the dataset's size is unknown. */
export const RunEstimate = z.object({
  deviceCount: z.number(),
  perDeviceBatchSize: z.number(),
  gradientAccumulation: z.number(),
  effectiveBatchSize: z.number(),
  examples: z.number().nullable(),
  stepsPerEpoch: z.number().nullable(),
  epochs: z.number().nullable(),
  totalSteps: z.number().nullable(),
  checkpoints: z.number().nullable(),
});
export type RunEstimate = z.infer<typeof RunEstimate>;

export const RunPreview = z.object({
  problems: z.array(Problem),
  estimate: RunEstimate.nullable(),
  /** What plan() would write, the engine's YAML first; empty when the config does not parse. */
  files: z.array(z.object({ name: z.string(), text: z.string() })),
  command: z.array(z.string()),
});
export type RunPreview = z.infer<typeof RunPreview>;

/** A config made from something else: JSON, LlamaBoard's saved file, a pasted command. */
export const ImportedConfig = z.object({
  /** The engine whose keys or command it has; it need not be the one that was asked. */
  engine: EngineId,
  config: z.string(),
  kind: z.enum(["yaml", "json", "llamaboard", "command"]),
  /** What could not be taken over as it was, or has changed upstream. */
  problems: z.array(Problem),
});
export type ImportedConfig = z.infer<typeof ImportedConfig>;
/** What one engine reads out of a text. */
export type ReadImport = Omit<ImportedConfig, "engine">;
