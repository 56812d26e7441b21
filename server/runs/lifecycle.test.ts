// Shows the whole table: every state with every event, what follows or that it is refused.
import { describe, expect, it } from "vitest";
import type { RunState } from "../../contract/run.ts";
import { advance, type LifecycleEvent } from "./lifecycle.ts";

const reason = { code: "exited", message: "x", exitCode: 1, signal: null } as const;
const states: RunState[] = [
  { status: "queued", since: 1 },
  { status: "starting", since: 1 },
  { status: "running", since: 1, phase: "training", message: "" },
  { status: "pausing", since: 1 },
  { status: "stopping", since: 1, force: false },
  { status: "succeeded", since: 1 },
  { status: "failed", since: 1, reason },
  { status: "stopped", since: 1, step: 3 },
  { status: "paused", since: 1, step: 3, checkpoint: "checkpoint-3" },
  { status: "lost", since: 1, message: "x" },
];
const events: LifecycleEvent[] = [
  { type: "taken" },
  { type: "started" },
  { type: "phase", phase: "saving", message: "m" },
  { type: "pause" },
  { type: "stop" },
  { type: "kill" },
  { type: "cancel", step: null },
  { type: "resume" },
  { type: "ended", verdict: { status: "succeeded" } },
];
const table = `
            taken     started  phase    pause    stop      kill      cancel   resume  ended
queued      starting  -        -        -        -         -         stopped  -       -
starting    -         running  -        -        stopping  stopping  -        -       succeeded
running     -         -        running  pausing  stopping  stopping  -        -       succeeded
pausing     -         -        -        -        stopping  stopping  -        -       succeeded
stopping    -         -        -        -        -         stopping  -        -       succeeded
succeeded   -         -        -        -        -         -         -        -       -
failed      -         -        -        -        -         -         -        queued  -
stopped     -         -        -        -        -         -         -        queued  -
paused      -         -        -        -        -         -         stopped  queued  -
lost        -         -        -        -        -         -         -        queued  -`;
const rows = table
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.trim().split(/\s+/));

describe("advance", () => {
  it.each(states.map((state) => [state.status, state] as const))("from %s", (status, state) => {
    const got = events.map((event) => {
      const step = advance(state, event, 9);
      return step.ok ? step.state.status : "-";
    });
    expect(got).toEqual(rows.find((row) => row[0] === status)?.slice(1));
  });

  it("names what it refused", () => {
    expect(advance({ status: "succeeded", since: 1 }, { type: "resume" }, 2)).toEqual({
      ok: false,
      from: "succeeded",
      event: "resume",
    });
  });

  it("keeps the time a run began running through its phases, and the step a pause stopped at", () => {
    const running = advance(
      { status: "running", since: 1, phase: "preparing", message: "" },
      { type: "phase", phase: "training", message: "Training" },
      9,
    );
    expect(running).toMatchObject({ state: { since: 1, phase: "training", message: "Training" } });
    const cancelled = advance(
      { status: "paused", since: 1, step: 7, checkpoint: null },
      { type: "cancel", step: 5 },
      9,
    );
    expect(cancelled).toMatchObject({ state: { status: "stopped", step: 7 } });
  });

  it("turns a polite stop into one by force", () => {
    expect(advance({ status: "stopping", since: 1, force: false }, { type: "kill" }, 2)).toMatchObject({
      state: { status: "stopping", force: true },
    });
  });
});
