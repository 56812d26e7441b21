// Owns what every executor must offer: starting, looking at, signalling and reading an attempt. Refuses to interpret output.
import type { LaunchPlan } from "../engine-interface/plan.ts";

/** attempt-N/exit.json, written once by the supervisor. Times in unix ms. */
export type ExitRecord = {
  code: number | null;
  signal: string | null;
  startedAt: number;
  endedAt: number;
  durationMs: number;
  maxRssBytes: number;
  userSeconds: number;
  systemSeconds: number;
  oomKills: number;
  terminated: "no" | "asked" | "killed";
  leftovers: number;
  /** Nothing more fitted on the disk of the run's folder when the engine ended. */
  diskFull?: boolean;
};

/** State of an attempt as its files and the process table tell; never remembered. */
export type ProcessState =
  | { state: "absent" }
  | { state: "alive"; pid: number; since: number }
  | { state: "exited"; exit: ExitRecord }
  /** It was started, it is not there, and it left no exit record: the machine or the supervisor died. */
  | { state: "gone"; why: "restarted" | "killed" | "not-started"; reason: string };

export type AttemptFile = "events.jsonl" | "output.log";

export interface Executor {
  readonly id: string;
  /** Writes the plan's files and starts the supervisor. Idempotent: the same attempt folder is never started twice. */
  start(plan: LaunchPlan, place: { runDir: string; attemptDir: string; key: string }): Promise<void>;
  probe(attemptDir: string): Promise<ProcessState>;
  /** ask: let it end; kill: the whole process group, now, and what is left of it where it is gone. Never signals a process that is not provably this attempt's. */
  signal(attemptDir: string, how: "ask" | "kill"): Promise<void>;
  /** Hands a request to the bridge inside the engine (control.json, atomically). */
  control(
    attemptDir: string,
    request: { id: string; action: "save" | "evaluate" | "pause" | "stop" },
  ): Promise<void>;
  /** Bytes [offset, offset+max) of a file of the attempt; empty when it is not there yet. */
  read(
    attemptDir: string,
    file: AttemptFile,
    offset: number,
    max: number,
  ): Promise<{ bytes: Buffer; size: number }>;
  /** Calls back soon after any of the attempt's files changed. Returns the way to stop. */
  watch(attemptDir: string, onChange: () => void): () => void;
}
