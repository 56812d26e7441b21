// Owns a run as the list shows it, put together from what is stored. Pure but for the places it is given.
import type { RunSummary } from "../../contract/run.ts";
import { isLive } from "../../contract/run-status.ts";
import { forAttempt, timeLeft } from "./figures.ts";
import type { Waiting } from "./queue.ts";
import type { Run } from "./store.ts";

export type SummaryContext = { now: number; position: number | null; stalled: boolean };

export function summarize(run: Run, context: SummaryContext): RunSummary {
  const { head, standing, figures } = run;
  const live = isLive(standing.state);
  return {
    id: run.id,
    name: standing.name,
    kind: head.kind,
    engine: head.engine,
    state: standing.state,
    lane: standing.lane,
    queuePosition: context.position,
    attempt: standing.attempt,
    model: head.model,
    datasets: head.datasets,
    method: head.method,
    progress: figures.progress,
    epoch: figures.epoch,
    etaMs: live ? timeLeft(forAttempt(figures, standing.attempt)) : null,
    lastLoss: figures.lastLoss,
    lastEvalLoss: figures.lastEvalLoss,
    sparkline: figures.spark.points.map(([, loss]) => loss),
    stalled: context.stalled,
    createdAt: head.createdAt,
    startedAt: standing.attempts[0]?.startedAt ?? null,
    endedAt: live || standing.state.status === "queued" ? null : (standing.attempts.at(-1)?.endedAt ?? null),
    durationMs: duration(run, context.now),
    archived: standing.archived,
    parent: head.parent,
    ...(head.twin && { twin: head.twin }),
  };
}

/** Time spent running over all attempts; of a live one up to now. */
function duration({ standing }: Run, now: number): number | null {
  if (standing.attempts.length === 0) return null;
  return standing.attempts.reduce((sum, { startedAt, endedAt, durationMs }) => {
    if (durationMs !== null) return sum + durationMs;
    return startedAt === null ? sum : sum + Math.max(0, (endedAt ?? now) - startedAt);
  }, 0);
}

export function waitingOf({ id, head, standing }: Run): Waiting {
  return { id, kind: head.kind, device: head.device, order: standing.order };
}
