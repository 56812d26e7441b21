// Owns what a run is: what was asked, its states, and what lists and pages show of it. Refuses states as booleans.
import { z } from "zod";
import { ProgressUnit, type RunEvent, RunPhase } from "./run-event.ts";
import { TextParams } from "./text.ts";

/** A ULID: sorts by creation time. */
export const RunId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
export type RunId = z.infer<typeof RunId>;

export const RunKind = z.enum(["train", "preprocess", "evaluate", "merge", "export", "quantize", "setup"]);
export type RunKind = z.infer<typeof RunKind>;

export const RunName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[^\p{Cc}/\\]+$/u, "A name cannot contain slashes or control characters.");

/** Which devices a run asks for. `auto`: the first free GPU, or the CPU where there is none. */
export const DeviceRequest = z.discriminatedUnion("type", [
  z.object({ type: z.literal("auto") }),
  z.object({ type: z.literal("cpu") }),
  z.object({ type: z.literal("gpu"), ids: z.array(z.number().int().nonnegative()).min(1).max(64) }),
]);
export type DeviceRequest = z.infer<typeof DeviceRequest>;

/** The queue a run stands in once its devices are known. Runs whose lanes overlap never run together. */
export const Lane = z.discriminatedUnion("type", [
  z.object({ type: z.literal("cpu") }),
  z.object({ type: z.literal("gpu"), ids: z.array(z.number().int()) }),
  z.object({ type: z.literal("setup") }),
]);
export type Lane = z.infer<typeof Lane>;

/** No config is longer; what is, is a dataset or a vocabulary. */
export const MAX_CONFIG_LENGTH = 1_000_000;

/** What was asked. `config` is the engine's YAML as the user wrote it; `baseDir` resolves its relative paths. */
export const RunSpec = z.object({
  kind: RunKind,
  engine: z.string().min(1).max(64),
  name: RunName,
  config: z.string().max(MAX_CONFIG_LENGTH),
  device: DeviceRequest,
  baseDir: z.string().max(4096).optional(),
  /** Where ids of models and datasets in the config are downloaded from; Hugging Face when left out. */
  hub: z.enum(["modelscope", "modelers"]).optional(),
  /** The run this one continues from (merge of a run's adapter, a retry). */
  parent: RunId.optional(),
  /** The run that this one repeats on another engine, to be compared with. */
  twin: RunId.optional(),
});
export type RunSpec = z.infer<typeof RunSpec>;

export const FailureReason = z.object({
  code: z.enum([
    "engine-error",
    "out-of-memory",
    "killed",
    "exited",
    "not-started",
    "disk-full",
    "ended-early",
  ]),
  /** One line, taken from the engine's own error where there is one. */
  message: z.string(),
  /** Given where the line is ours: what fills its words in another language. */
  params: TextParams.optional(),
  hint: z.string().optional(),
  /** Traceback or the last lines of the log. */
  details: z.string().optional(),
  exitCode: z.number().nullable(),
  signal: z.string().nullable(),
});
export type FailureReason = z.infer<typeof FailureReason>;

/** How a run went without a record: what its message says first. */
export const LostWhy = z.enum(["restarted", "killed", "not-started", "folder-deleted"]);
export type LostWhy = z.infer<typeof LostWhy>;

const at = z.number();
export const RunState = z.discriminatedUnion("status", [
  z.object({ status: z.literal("queued"), since: at }),
  z.object({ status: z.literal("starting"), since: at }),
  z.object({ status: z.literal("running"), since: at, phase: RunPhase, message: z.string() }),
  z.object({ status: z.literal("pausing"), since: at }),
  z.object({ status: z.literal("stopping"), since: at, force: z.boolean() }),
  z.object({ status: z.literal("succeeded"), since: at }),
  z.object({ status: z.literal("failed"), since: at, reason: FailureReason }),
  z.object({ status: z.literal("stopped"), since: at, step: z.number().nullable() }),
  z.object({
    status: z.literal("paused"),
    since: at,
    step: z.number().nullable(),
    checkpoint: z.string().nullable(),
  }),
  z.object({ status: z.literal("lost"), since: at, message: z.string(), why: LostWhy.optional() }),
]);
export type RunState = z.infer<typeof RunState>;
export type RunStatus = RunState["status"];

export const RunProgress = z.object({
  done: z.number(),
  total: z.number(),
  unit: ProgressUnit,
  message: z.string().nullable(),
});
export type RunProgress = z.infer<typeof RunProgress>;

/** One row of the runs list. Times in unix ms, durations in ms, `etaMs` null while unknown. */
export const RunSummary = z.object({
  id: RunId,
  name: z.string(),
  kind: RunKind,
  engine: z.string(),
  state: RunState,
  lane: Lane.nullable(),
  /** 1 = next in its lane; null when not queued. */
  queuePosition: z.number().nullable(),
  attempt: z.number(),
  model: z.string().nullable(),
  datasets: z.array(z.string()),
  method: z.string().nullable(),
  progress: RunProgress.nullable(),
  epoch: z.number().nullable(),
  etaMs: z.number().nullable(),
  lastLoss: z.number().nullable(),
  lastEvalLoss: z.number().nullable(),
  /** At most 48 train losses, evenly thinned, oldest first. */
  sparkline: z.array(z.number().nullable()),
  /** No sign of life for long although the process is there. */
  stalled: z.boolean(),
  createdAt: z.number(),
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  /** Time spent running over all attempts. */
  durationMs: z.number().nullable(),
  archived: z.boolean(),
  parent: RunId.nullable(),
  /** Left out where it repeats none. */
  twin: RunId.optional(),
});
export type RunSummary = z.infer<typeof RunSummary>;

export const Checkpoint = z.object({
  name: z.string(),
  path: z.string(),
  step: z.number(),
  bytes: z.number(),
  savedAt: z.number(),
  /** False while files that a resume needs are missing. */
  complete: z.boolean(),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

/** A whole checkpoint of a run that is there, for another run to go on from. */
export const PastCheckpoint = Checkpoint.pick({ name: true, path: true, step: true, savedAt: true }).extend({
  runId: RunId,
  run: z.string(),
});
export type PastCheckpoint = z.infer<typeof PastCheckpoint>;

export const Artifact = z.object({
  kind: z.enum([
    "adapter",
    "model",
    "modelfile",
    "tokenizer",
    "chat-template",
    "data",
    "log",
    "plot",
    "other",
  ]),
  /** Relative to the run's output folder (or the export folder), with forward slashes. */
  name: z.string(),
  path: z.string(),
  bytes: z.number(),
});
export type Artifact = z.infer<typeof Artifact>;

export const RunAttempt = z.object({
  attempt: z.number(),
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  exitCode: z.number().nullable(),
  signal: z.string().nullable(),
  maxRssBytes: z.number().nullable(),
});
export type RunAttempt = z.infer<typeof RunAttempt>;

/** Everything the run page shows besides the two streams. */
export const RunDetail = z.object({
  summary: RunSummary,
  spec: RunSpec,
  /** The files plan() wrote for the newest attempt, the engine's YAML first. */
  files: z.array(z.object({ name: z.string(), text: z.string() })),
  /** The command a shell could run to the same effect. */
  command: z.array(z.string()),
  folder: z.string(),
  outputDir: z.string().nullable(),
  environment: z.custom<Extract<RunEvent, { type: "environment" }>>().nullable(),
  begin: z.custom<Extract<RunEvent, { type: "begin" }>>().nullable(),
  attempts: z.array(RunAttempt),
  checkpoints: z.array(Checkpoint),
  artifacts: z.array(Artifact),
});
export type RunDetail = z.infer<typeof RunDetail>;
