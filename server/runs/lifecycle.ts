// Owns which state follows on what: a pure function. Refuses, as a value, every step that makes no sense.
// Only an observed end of the process ends a live run; requests merely change what is being waited for.
import type { FailureReason, LostWhy, RunState } from "../../contract/run.ts";
import type { RunPhase } from "../../contract/run-event.ts";

/** How an attempt turned out, without the moment it did. */
export type Verdict =
  | { status: "succeeded" }
  | { status: "failed"; reason: FailureReason }
  | { status: "stopped"; step: number | null }
  | { status: "paused"; step: number | null; checkpoint: string | null }
  | { status: "lost"; message: string; why?: LostWhy };

export type LifecycleEvent =
  | { type: "taken" }
  | { type: "started" }
  | { type: "phase"; phase: RunPhase; message: string }
  | { type: "pause" }
  | { type: "stop" }
  | { type: "kill" }
  | { type: "cancel"; step: number | null }
  | { type: "resume" }
  | { type: "ended"; verdict: Verdict };

export type Step =
  | { ok: true; state: RunState }
  | { ok: false; from: RunState["status"]; event: LifecycleEvent["type"] };

export function advance(state: RunState, event: LifecycleEvent, now: number): Step {
  const next = follow(state, event, now);
  return next ? { ok: true, state: next } : { ok: false, from: state.status, event: event.type };
}

function follow(state: RunState, event: LifecycleEvent, now: number): RunState | null {
  switch (state.status) {
    case "queued":
      if (event.type === "taken") return { status: "starting", since: now };
      if (event.type === "cancel") return { status: "stopped", since: now, step: event.step };
      return null;
    case "starting":
      if (event.type === "started") return { status: "running", since: now, phase: "preparing", message: "" };
      return ending(event, now);
    case "running":
      if (event.type === "phase")
        return { status: "running", since: state.since, phase: event.phase, message: event.message };
      if (event.type === "pause") return { status: "pausing", since: now };
      return ending(event, now);
    case "pausing":
      return ending(event, now);
    case "stopping":
      // A request to end at once is final; a second polite one adds nothing.
      return event.type === "stop" ? null : ending(event, now);
    case "paused":
      if (event.type === "cancel") return { status: "stopped", since: now, step: state.step ?? event.step };
      return event.type === "resume" ? { status: "queued", since: now } : null;
    case "failed":
    case "stopped":
    case "lost":
      return event.type === "resume" ? { status: "queued", since: now } : null;
    case "succeeded":
      return null;
  }
}

function ending(event: LifecycleEvent, now: number): RunState | null {
  if (event.type === "stop") return { status: "stopping", since: now, force: false };
  if (event.type === "kill") return { status: "stopping", since: now, force: true };
  return event.type === "ended" ? { ...event.verdict, since: now } : null;
}
