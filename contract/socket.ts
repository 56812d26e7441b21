// Owns the socket: what the server pushes and what a page may ask for. Refuses commands (those are HTTP).
import { z } from "zod";
import { RunId, type RunSummary } from "./run.ts";
import { Cursor, type LogChunk, type StampedEvent } from "./run-event.ts";
import type { HardwareSample } from "./system.ts";

/** Send me this run's events after `events` and, if given, its log after `log`; then go on live. */
export const FollowRequest = z.object({ runId: RunId, events: Cursor, log: Cursor.nullable() });
export type FollowRequest = z.infer<typeof FollowRequest>;

export const UnfollowRequest = z.object({ runId: RunId });
export type UnfollowRequest = z.infer<typeof UnfollowRequest>;

/** Events after `from` up to `to`; a page applies it only when `from` is its own cursor. `more`: the next batch follows at once. */
export type EventBatch = { runId: string; from: Cursor; to: Cursor; items: StampedEvent[]; more: boolean };
export type LogBatch = { runId: string; chunk: LogChunk };

export type Ack = { ok: true } | { ok: false; code: string };

export interface ServerToClientEvents {
  /** To every page: a run's row changed. */
  "run:summary": (run: RunSummary) => void;
  "run:removed": (message: { runId: string }) => void;
  /** To followers of that run. */
  "run:events": (batch: EventBatch) => void;
  "run:log": (batch: LogBatch) => void;
  "hardware:sample": (sample: HardwareSample) => void;
  /** Something listed changed: ask again. */
  "library:changed": (message: { what: "models" | "datasets" | "engines" }) => void;
}

export interface ClientToServerEvents {
  "run:follow": (request: FollowRequest, ack: (result: Ack) => void) => void;
  "run:unfollow": (request: UnfollowRequest, ack: (result: Ack) => void) => void;
}
