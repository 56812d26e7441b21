// Owns the two files that are the truth of a run: spec.json (never changes) and state.json (the lifecycle's last word).
// Refuses what can be read from the events.
import { z } from "zod";
import { Lane, RunAttempt, RunId, RunName, RunSpec, RunState } from "../../contract/run.ts";

export const RunAsked = z.object({
  v: z.literal(1),
  id: RunId,
  key: z.string(),
  createdAt: z.number(),
  engineVersion: z.string().nullable(),
  spec: RunSpec,
});
export type RunAsked = z.infer<typeof RunAsked>;

/** What a user wants of a live run; kept until the run ends, so that a restart of the studio forgets nothing. */
export const OpenRequest = z.object({ id: z.string(), action: z.enum(["stop", "pause", "kill"]) });
export type OpenRequest = z.infer<typeof OpenRequest>;

export const KnownAttempt = RunAttempt.extend({ durationMs: z.number().nullable() });
export type KnownAttempt = z.infer<typeof KnownAttempt>;

export const RunStanding = z.object({
  v: z.literal(1),
  state: RunState,
  name: RunName,
  archived: z.boolean(),
  /** The attempt that is queued, runs, or ran last. */
  attempt: z.number().int().positive(),
  /** Runs are started in this order. */
  order: z.number(),
  lane: Lane.nullable(),
  request: OpenRequest.nullable(),
  resumeFrom: z.string().nullable(),
  outputDir: z.string().nullable(),
  command: z.array(z.string()),
  /** Names of the files that the newest attempt was started with. */
  files: z.array(z.string()),
  /** Attempts that were started, oldest first. */
  attempts: z.array(KnownAttempt),
});
export type RunStanding = z.infer<typeof RunStanding>;

/** What lists need of a run and never changes. */
export type RunHead = {
  id: string;
  createdAt: number;
  kind: RunSpec["kind"];
  engine: string;
  device: RunSpec["device"];
  parent: string | null;
  twin?: string | undefined;
  model: string | null;
  datasets: string[];
  method: string | null;
};
