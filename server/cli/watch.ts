// Owns following a run in a terminal until it is over: one live line, plain lines where nothing can be redrawn, or
// JSON lines. Reads from a cursor, so nothing is shown twice.
import { setTimeout as pause } from "node:timers/promises";
import { streamStart } from "../../contract/cursor.ts";
import type { RunSummary } from "../../contract/run.ts";
import type { Cursor, RunEvent, StampedEvent } from "../../contract/run-event.ts";
import { isFinal } from "../../contract/run-status.ts";
import type { Client } from "./client.ts";
import { formatDuration, formatNumber, formatProgress } from "./format.ts";
import { type Output, tellError } from "./output.ts";

export const POLL_MS = 500;

type Watch = {
  /** Events before it are not shown. */
  from?: Cursor;
  /** Asked each round with the events that came in it. */
  isOver?: (run: RunSummary, news: readonly StampedEvent[]) => boolean;
};

export async function watchRun(
  call: Client,
  id: string,
  out: Output,
  { from = streamStart, isOver = isDone }: Watch = {},
): Promise<RunSummary> {
  let cursor = from;
  let said = "";
  for (;;) {
    // The state is read first: events that come after it belong to a run that is not over.
    const run = await summaryOf(call, id);
    const news = await eventsAfter(call, id, cursor);
    for (const item of news) {
      tellEvent(item, out);
      cursor = { attempt: item.attempt, offset: item.offset };
    }
    const state = JSON.stringify(run.state);
    if (state !== said) out.data({ run });
    said = state;
    if (isOver(run, news)) {
      out.live("");
      return run;
    }
    out.live(progressLine(run));
    await pause(POLL_MS);
  }
}

export async function eventsAfter(call: Client, id: string, from: Cursor): Promise<StampedEvent[]> {
  const all: StampedEvent[] = [];
  for (;;) {
    const query = all.at(-1) ?? from;
    const { items, more } = await call("runEvents", {
      params: { id },
      query: { attempt: query.attempt, offset: query.offset },
    });
    all.push(...items);
    if (!more || items.length === 0) return all;
  }
}

export async function summaryOf(call: Client, id: string): Promise<RunSummary> {
  return (await call("run", { params: { id } })).summary;
}

export function isDone({ state }: RunSummary): boolean {
  return isFinal(state) || state.status === "paused";
}

/** Says how it ended; true when it did what was asked. */
export function tellEnd({ name, id, state }: RunSummary, out: Output): boolean {
  if (state.status === "succeeded") out.line(`✓ ${name} (${id}) succeeded.`);
  else if (state.status === "failed") tellError(state.reason);
  else if (state.status === "lost") tellError({ message: state.message });
  else out.line(`■ ${name} (${id}) is ${state.status}.`);
  return state.status === "succeeded";
}

function tellEvent(item: StampedEvent, out: Output): void {
  out.data(item);
  const text = eventLine(item.event);
  if (text !== null && !out.live("")) out.line(text);
}

function eventLine(event: RunEvent): string | null {
  switch (event.type) {
    case "phase":
      return event.message || event.phase;
    case "begin":
      return `training ${event.step}/${event.maxSteps} steps, effective batch ${event.effectiveBatchSize}`;
    case "metrics": {
      if (event.kind === "summary") return null;
      const values = Object.entries(event.values).map(([key, value]) => `${key} ${formatNumber(value)}`);
      return `step ${event.step}  ${event.kind === "eval" ? "eval  " : ""}${values.join("  ")}`;
    }
    case "save":
      return `saved step ${event.step} to ${event.path}`;
    default:
      return null;
  }
}

export function progressLine(run: RunSummary): string {
  const { state, progress, lastLoss, etaMs } = run;
  const parts: string[] = [state.status === "running" ? state.phase : state.status];
  if (progress) {
    const unit = progress.unit === "bytes" ? "" : `${progress.unit} `;
    const share = progress.total > 0 ? ` (${Math.floor((100 * progress.done) / progress.total)} %)` : "";
    parts.push(`${unit}${formatProgress(progress)}${share}`);
    if (progress.message) parts.push(progress.message);
  } else if (state.status === "running" && state.message) parts.push(state.message);
  if (lastLoss !== null) parts.push(`loss ${formatNumber(lastLoss)}`);
  if (etaMs !== null) parts.push(`${formatDuration(etaMs)} left`);
  return parts.join(" · ");
}
