// Owns what one line of a Hugging Face trainer's log tells: progress bars, printed numbers, saved checkpoints. Refuses to guess.
import type { MetricValue, RunEvent } from "../../contract/run-event.ts";

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
const PAIR = /'([^']+)':\s*(?:'([^']*)'|([^,}\s]+))/g;
const WORDS: Record<string, MetricValue> = { nan: "NaN", inf: "Infinity", "-inf": "-Infinity" };
/** A progress bar of tqdm: ` 12%|█▎ | 6/50 [00:12<01:28,  2.01s/it]`. */
const BAR = /^(?:(.*?):)?\s*\d+%\|[^|]*\|\s*(\d+)\/(\d+)\s*\[/;
const SAVED = /Saving model checkpoint to (\S.*checkpoint-(\d+))\s*$/;
const CURSOR_UP = "\u001b[A";

function metric(text: string): MetricValue | null {
  const word = text.trim();
  if (NUMBER.test(word)) return Number(word);
  return WORDS[word.toLowerCase()] ?? null;
}

/** `{'loss': 1.2, 'epoch': 0.5}`; newer transformers write the numbers as strings. */
function dictValues(line: string): Record<string, MetricValue> {
  const values: Record<string, MetricValue> = {};
  for (const [, name, quoted, bare] of line.matchAll(PAIR)) {
    const value = metric(quoted ?? bare ?? "");
    if (name !== undefined && value !== null) values[name] = value;
  }
  return values;
}

export function kindOf(values: Record<string, MetricValue>): "train" | "eval" | "summary" | null {
  if ("train_runtime" in values || "train_loss" in values) return "summary";
  if (Object.keys(values).some((name) => name.startsWith("eval_"))) return "eval";
  return "loss" in values || "learning_rate" in values ? "train" : null;
}

export function metricsEvent(
  values: Record<string, MetricValue>,
  kind: "train" | "eval" | "summary",
  step: number,
  t: number,
) {
  const { epoch, ...rest } = values;
  return {
    v: 1,
    t,
    type: "metrics",
    kind,
    step,
    epoch: typeof epoch === "number" ? epoch : 0,
    values: rest,
  } satisfies RunEvent;
}

/** The newest bar among the pieces of a line. Nested bars (evaluation) move the cursor up; named ones count other things. */
function lastBar(pieces: readonly string[]): { done: number; total: number } | null {
  const bar = pieces
    .filter((piece) => !piece.includes(CURSOR_UP))
    .map((piece) => BAR.exec(piece))
    .findLast((found) => found !== null && !found[1]);
  return bar ? { done: Number(bar[2]), total: Number(bar[3]) } : null;
}

/** What stands last on a line, where it is drawn over and over. */
export function lastPiece(line: string): string {
  return (line.split("\r").findLast((piece) => piece.trim() !== "") ?? "").trim();
}

/**
 * The events in one line of the log, carriage returns and all. A line of numbers does not say its step: it gets the
 * step of the bar drawn before it on the same line, or -1, which whoever keeps the progress can replace.
 */
export function parseTrainerLine(line: string, t: number): RunEvent[] {
  const pieces = line.split("\r");
  const text = lastPiece(line);
  const events: RunEvent[] = [];
  const bar = lastBar(pieces);
  if (bar) events.push({ v: 1, t, type: "progress", ...bar, unit: "steps", message: null });

  const dict = /\{'[^{}]*\}$/.exec(text);
  const values = dict ? dictValues(dict[0]) : {};
  const kind = kindOf(values);
  if (kind !== null) events.push(metricsEvent(values, kind, bar?.done ?? -1, t));

  const saved = SAVED.exec(text);
  if (saved?.[1] && saved[2]) events.push({ v: 1, t, type: "save", step: Number(saved[2]), path: saved[1] });
  return events;
}
