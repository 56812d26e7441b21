// Owns which word, tone and picture a run's state has. Refuses drawing; the badge does that.
import type { RunState } from "@/contract/run.ts";

export type RunStateWord =
  | Exclude<RunState["status"], "running">
  | "preparing"
  | "running"
  | "evaluating"
  | "saving"
  | "merging"
  | "quantizing"
  | "installing";

export type RunStateLook = {
  word: RunStateWord;
  tone: "neutral" | "violet" | "accent" | "warning" | "success" | "danger" | "magenta";
  picture: "clock" | "spinner" | "dot" | "disk" | "bars" | "check" | "square" | "cross" | "question";
};

const looks: Record<RunStateWord, Omit<RunStateLook, "word">> = {
  queued: { tone: "neutral", picture: "clock" },
  starting: { tone: "violet", picture: "spinner" },
  preparing: { tone: "violet", picture: "spinner" },
  running: { tone: "accent", picture: "dot" },
  evaluating: { tone: "accent", picture: "dot" },
  quantizing: { tone: "accent", picture: "dot" },
  merging: { tone: "accent", picture: "dot" },
  installing: { tone: "accent", picture: "dot" },
  saving: { tone: "accent", picture: "disk" },
  pausing: { tone: "neutral", picture: "spinner" },
  stopping: { tone: "neutral", picture: "spinner" },
  paused: { tone: "warning", picture: "bars" },
  succeeded: { tone: "success", picture: "check" },
  stopped: { tone: "neutral", picture: "square" },
  failed: { tone: "danger", picture: "cross" },
  lost: { tone: "magenta", picture: "question" },
};

function wordOf(state: RunState): RunStateWord {
  if (state.status !== "running") return state.status;
  return state.phase === "training" ? "running" : state.phase;
}

export function runStateLook(state: RunState): RunStateLook {
  const word = wordOf(state);
  return { word, ...looks[word] };
}
