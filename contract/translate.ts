// Owns what becomes of a config on another engine: the new text, and row by row what was carried, changed, added or lost.
// Refuses to start anything.
import { z } from "zod";
import { EngineId } from "./engine.ts";
import { RunSpec } from "./run.ts";
import { LocalText } from "./text.ts";

/** One key with its value as one line of YAML; an empty `value` where the key is left out and the engine's own holds. */
export const Setting = z.object({ key: z.string(), value: z.string() });
export type Setting = z.infer<typeof Setting>;

export const TranslationTopic = z.enum([
  "model",
  "data",
  "method",
  "training",
  "precision",
  "saving",
  "preference",
  "media",
  "devices",
  "other",
]);
export type TranslationTopic = z.infer<typeof TranslationTopic>;

/** carried: the same thing under this engine's name. changed: the nearest thing there is. added: what the first engine does
 * unasked, written out. lost: there is no way to say it. */
export const TranslationOutcome = z.enum(["carried", "changed", "added", "lost"]);
export type TranslationOutcome = z.infer<typeof TranslationOutcome>;

export const TranslationRow = z.object({
  topic: TranslationTopic,
  outcome: TranslationOutcome,
  from: z.array(Setting),
  to: z.array(Setting),
  /** What differs and what to do about it; why it was added. */
  why: LocalText,
  /** Without it the other engine would train something else: there is no twin. */
  stops: z.boolean(),
});
export type TranslationRow = z.infer<typeof TranslationRow>;

export const TranslateRequest = z.object({ spec: RunSpec, to: EngineId });
export type TranslateRequest = z.infer<typeof TranslateRequest>;

export const Translation = z.object({
  from: EngineId,
  to: EngineId,
  config: z.string(),
  rows: z.array(TranslationRow),
  /** Datasets still being written in the other engine's form; ask again until there are none. */
  waiting: z.array(z.object({ dataset: z.string(), done: z.number(), total: z.number().nullable() })),
});
export type Translation = z.infer<typeof Translation>;
