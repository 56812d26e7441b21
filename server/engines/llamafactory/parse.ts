// Owns what one line of LLaMA-Factory's log tells: the fallback for runs without a bridge. Refuses to guess.
import type { MetricValue, RunEvent } from "../../../contract/run-event.ts";
import { kindOf, lastPiece, metricsEvent, parseTrainerLine } from "../../engine-kit/trainer-lines.ts";

const TRAINER_LOG = /^\{"current_steps":/;

/** A line of trainer_log.jsonl, as some setups print it. */
function trainerLog(line: string, t: number): RunEvent[] {
  try {
    const row: Record<string, unknown> = JSON.parse(line);
    const { current_steps: done, total_steps: total } = row;
    if (typeof done !== "number" || typeof total !== "number") return [];
    const events: RunEvent[] = [{ v: 1, t, type: "progress", done, total, unit: "steps", message: null }];
    const names = { loss: "loss", eval_loss: "eval_loss", lr: "learning_rate", epoch: "epoch" };
    const values: Record<string, MetricValue> = {};
    for (const [from, to] of Object.entries(names)) {
      const value = row[from];
      if (typeof value === "number") values[to] = value;
    }
    const kind = kindOf(values);
    return kind === null ? events : [...events, metricsEvent(values, kind, done, t)];
  } catch {
    return [];
  }
}

export function parseLine(line: string, t: number): RunEvent[] {
  const text = lastPiece(line);
  return TRAINER_LOG.test(text) ? trainerLog(text, t) : parseTrainerLine(line, t);
}
