// Owns `anneal stop|pause|resume|save`: asks, then waits until it has happened.

import { streamStart } from "../../../contract/cursor.ts";
import type { RunSummary } from "../../../contract/run.ts";
import { isFinal } from "../../../contract/run-status.ts";
import type { Command } from "../command.ts";
import { connect } from "../connect.ts";
import { findRun } from "../find-run.ts";
import { eventsAfter, isDone, watchRun } from "../watch.ts";

type Wish = {
  name: "stop" | "pause" | "resume" | "save";
  summary: string;
  /** What was wished for is the case now. */
  isTrue: (run: RunSummary, saved: boolean) => boolean;
};

const wishes: readonly Wish[] = [
  { name: "stop", summary: "End a run; what it has learnt is kept", isTrue: ({ state }) => isFinal(state) },
  {
    name: "pause",
    summary: "Write a checkpoint and end; `resume` goes on from it",
    isTrue: ({ state }) => state.status === "paused",
  },
  {
    name: "resume",
    summary: "Go on from the newest checkpoint",
    isTrue: ({ state }) => state.status === "running" || state.status === "succeeded",
  },
  { name: "save", summary: "Write a checkpoint now and go on", isTrue: (_, saved) => saved },
];

export const actCommands: readonly Command[] = wishes.map(
  ({ name, summary, isTrue }): Command => ({
    name,
    summary,
    usage: name === "stop" ? "RUN [--force]" : "RUN",
    help: name === "stop" ? "  --force    end it now, without saving" : "",
    words: { min: 1, max: 1 },
    options: name === "stop" ? { force: { type: "boolean" } } : {},
    async run({ home, values, words: [text = ""], out }) {
      await using studio = await connect(home, { start: name === "resume" ? "full" : "quiet" });
      const { call } = studio;
      const { id } = await findRun(call, text);
      const from = (await eventsAfter(call, id, streamStart)).at(-1) ?? streamStart;
      const action = values.force === true ? "force-stop" : name;
      const asked = await call("actOnRun", { params: { id }, body: { action } });
      let saved = false;
      const run = await watchRun(call, id, out, {
        from,
        isOver(now, news) {
          saved ||= news.some(({ event }) => event.type === "save");
          // A resumed run is still in its old state until it stands in the queue.
          return isTrue(now, saved) || (isDone(now) && now.attempt >= asked.attempt && name !== "resume");
        },
      });
      const happened = isTrue(run, saved);
      out.line(`${happened ? "✓" : "✗"} ${run.name} (${run.id}) is ${saved ? "saved" : run.state.status}.`);
      return happened;
    },
  }),
);
