// Owns the interface through which http, realtime and the CLI use runs. Refuses to show how runs are kept.

import type { FollowForm, FollowRequest } from "../../contract/follow.ts";
import type { JudgedSpec } from "../../contract/gpu-model.ts";
import type { RunPreview } from "../../contract/preview.ts";
import type { PastCheckpoint, RunDetail, RunSpec, RunSummary } from "../../contract/run.ts";
import type { RunAction } from "../../contract/run-action.ts";
import type { Cursor, LogChunk, StampedEvent } from "../../contract/run-event.ts";
import type { LaunchPlan } from "../engine-interface/plan.ts";

/** What happens to runs, as it happens. Several summaries of one run may be folded into its newest. */
export type RunChange =
  | { type: "summary"; run: RunSummary }
  | { type: "removed"; runId: string }
  /** New events are in the database up to `cursor`. */
  | { type: "events"; runId: string; items: StampedEvent[]; from: Cursor; to: Cursor }
  /** The log of an attempt has grown (or shrunk) to `size`. */
  | { type: "log"; runId: string; attempt: number; size: number }
  /** A run that ended may have made something that lists show. */
  | { type: "library"; what: "models" | "engines" };

export interface RunService {
  list(options: { archived: boolean }): RunSummary[];
  summary(id: string): RunSummary;
  detail(id: string): Promise<RunDetail>;
  preview(spec: JudgedSpec): Promise<RunPreview>;
  /** What would be started if every device were free; throws where the config cannot be read. */
  plan(spec: RunSpec): Promise<LaunchPlan>;
  /** The same key always answers the same run. Throws StudioError run.config-invalid with problems. */
  create(spec: RunSpec, key: string): Promise<RunSummary>;
  act(id: string, action: RunAction): Promise<RunSummary>;
  merge(id: string, options: { checkpoint?: string; to?: string; key: string }): Promise<RunSummary>;
  /** Whole ones of this engine's runs, newest first. */
  checkpoints(engine: string): Promise<PastCheckpoint[]>;
  /** What its engine offers for this run besides merging. */
  follows(id: string): Promise<FollowForm[]>;
  follow(id: string, request: FollowRequest): Promise<RunSummary>;
  remove(id: string): Promise<void>;
  events(id: string, after: Cursor, limit: number): { items: StampedEvent[]; more: boolean };
  log(id: string, where: { attempt?: number; offset: number; limit: number }): Promise<LogChunk>;
  /** A file of the run's output, resolved inside its folder; throws file.not-found or path.not-allowed. */
  file(id: string, name: string): Promise<{ path: string; bytes: number }>;
  subscribe(listener: (change: RunChange) => void): () => void;
}
