// Owns the answer to: which modules of its model would a config put an adapter on. Refuses to know any engine's keys.
import { z } from "zod";
import { ErrorCode } from "./errors.ts";

/** Parts of a model, as people speak of them. */
export const ModelPart = z.enum(["language", "vision", "audio", "projector", "head"]);
export type ModelPart = z.infer<typeof ModelPart>;

const Target = z.union([z.string(), z.array(z.string())]);

export const EngineModules = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("matched"),
    /** The model's own type, and whether its sizes are only the usual ones of that type. */
    model: z.string(),
    usual: z.boolean(),
    /** Linear layers of the whole model, and what is matched of all modules that can take an adapter. */
    linear: z.number(),
    matched: z.number(),
    groups: z.array(z.object({ part: ModelPart, kind: z.string(), count: z.number(), first: z.string() })),
    parts: z.array(z.object({ part: ModelPart, linear: z.number(), matched: z.number() })),
    /** Matched, but no adapter can be put on them: the engine stops there. */
    unfit: z.object({ count: z.number(), first: z.string() }).nullable(),
    /** Names of a list that nothing has. */
    idle: z.array(z.string()),
    /** What was probably meant. */
    proposal: z.object({ value: Target, matched: z.number() }).nullable(),
  }),
  /** The pattern cannot be read; `at` counts characters. */
  z.object({ status: z.literal("bad-pattern"), message: z.string(), at: z.number().nullable() }),
  /** It was stopped after so many seconds. */
  z.object({ status: z.literal("endless"), seconds: z.number() }),
  z.object({ status: z.literal("unknown-model"), message: z.string() }),
  /** The config names no model, or nothing to match. */
  z.object({ status: z.literal("nothing-to-match") }),
  /** The engine is missing or broken, or could not be asked. */
  z.object({ status: z.literal("unavailable"), message: z.string(), code: ErrorCode.optional() }),
]);
export type EngineModules = z.infer<typeof EngineModules>;
