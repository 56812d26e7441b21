// Owns the lines of a run's events.jsonl: what an engine's bridge tells us. Refuses untyped numbers.
import { z } from "zod";

/** A number as training code may produce it; JSON has no NaN, so the three others travel as words. */
export const MetricValue = z.union([z.number(), z.enum(["NaN", "Infinity", "-Infinity"])]);
export type MetricValue = z.infer<typeof MetricValue>;

export const RunPhase = z.enum([
  "preparing",
  "training",
  "evaluating",
  "saving",
  "merging",
  "quantizing",
  "installing",
]);
export type RunPhase = z.infer<typeof RunPhase>;

export const ControlAction = z.enum(["save", "evaluate", "pause", "stop"]);
export type ControlAction = z.infer<typeof ControlAction>;

export const ProgressUnit = z.enum(["steps", "bytes", "tensors", "packages", "shards"]);
export type ProgressUnit = z.infer<typeof ProgressUnit>;

/** `t`: unix time in ms at the engine. Unknown fields are kept out, unknown types are skipped by the recorder. */
const base = { v: z.literal(1), t: z.number() };
const metricValues = z.record(z.string(), MetricValue);

export const RunEvent = z.discriminatedUnion("type", [
  z.object({
    ...base,
    type: z.literal("environment"),
    engine: z.string(),
    versions: z.record(z.string(), z.string()),
    device: z.string(),
    devices: z.array(z.string()),
  }),
  z.object({ ...base, type: z.literal("phase"), phase: RunPhase, message: z.string() }),
  z.object({
    ...base,
    type: z.literal("begin"),
    step: z.number(),
    maxSteps: z.number(),
    epochs: z.number(),
    resumedFrom: z.number().nullable(),
    trainableParams: z.number(),
    totalParams: z.number(),
    effectiveBatchSize: z.number(),
    examples: z.number().nullable(),
  }),
  z.object({
    ...base,
    type: z.literal("metrics"),
    kind: z.enum(["train", "eval", "summary"]),
    step: z.number(),
    epoch: z.number(),
    values: metricValues,
  }),
  z.object({
    ...base,
    type: z.literal("progress"),
    done: z.number(),
    total: z.number(),
    unit: ProgressUnit,
    message: z.string().nullable(),
  }),
  z.object({ ...base, type: z.literal("save"), step: z.number(), path: z.string() }),
  z.object({ ...base, type: z.literal("acted"), id: z.string(), action: ControlAction, step: z.number() }),
  z.object({
    ...base,
    type: z.literal("failed"),
    errorType: z.string(),
    message: z.string(),
    traceback: z.string(),
  }),
  z.object({
    ...base,
    type: z.literal("end"),
    step: z.number(),
    reason: z.enum(["completed", "paused", "stopped"]),
    values: metricValues,
  }),
]);
export type RunEvent = z.infer<typeof RunEvent>;

/** A position in a run's event stream: everything up to byte `offset` of attempt `attempt` is known. Start: {1, 0}. */
export const Cursor = z.object({
  attempt: z.number().int().positive(),
  offset: z.number().int().nonnegative(),
});
export type Cursor = z.infer<typeof Cursor>;

/** An event with its place: `offset` is the byte just after its line in attempt-N/events.jsonl. */
export const StampedEvent = z.object({ attempt: z.number(), offset: z.number(), event: RunEvent });
export type StampedEvent = z.infer<typeof StampedEvent>;

/** A piece of an attempt's output.log: the bytes [offset, end) as text; `size` is the file's size when read. */
export const LogChunk = z.object({
  attempt: z.number(),
  offset: z.number(),
  end: z.number(),
  size: z.number(),
  text: z.string(),
});
export type LogChunk = z.infer<typeof LogChunk>;
