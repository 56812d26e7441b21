// Owns what a run's events come to: progress, pace, last losses, the sparkline, how the engine said it ended.
// A pure fold, one event at a time; refuses to look at clocks, files or states.
import type { RunProgress } from "../../contract/run.ts";
import type { MetricValue, RunEvent, StampedEvent } from "../../contract/run-event.ts";

type EventOf<T extends RunEvent["type"]> = Extract<RunEvent, { type: T }>;
/** [step, loss]; a loss that is no finite number is a gap. */
type Point = [number, number | null];

export type RunFigures = {
  attempt: number;
  /** Of the whole run. */
  environment: EventOf<"environment"> | null;
  begin: EventOf<"begin"> | null;
  progress: RunProgress | null;
  epoch: number | null;
  lastLoss: number | null;
  lastEvalLoss: number | null;
  spark: { every: number; seen: number; points: Point[] };
  /** Unix ms of the newest event. */
  lastEventAt: number | null;
  /** Of the newest attempt: [time, done] of recent progress, whether training began, and its last words. */
  pace: [number, number][];
  began: boolean;
  end: { step: number; reason: EventOf<"end">["reason"] } | null;
  failed: { errorType: string; message: string; traceback: string } | null;
};

export const noFigures: RunFigures = {
  attempt: 1,
  environment: null,
  begin: null,
  progress: null,
  epoch: null,
  lastLoss: null,
  lastEvalLoss: null,
  spark: { every: 1, seen: 0, points: [] },
  lastEventAt: null,
  pace: [],
  began: false,
  end: null,
  failed: null,
};

const SPARK_POINTS = 48;
const PACE_POINTS = 16;

/** What is known when `attempt` begins: its predecessor's last words do not count for it. */
export function forAttempt(figures: RunFigures, attempt: number): RunFigures {
  if (figures.attempt === attempt) return figures;
  return { ...figures, attempt, pace: [], began: false, end: null, failed: null };
}

export function addEvent(before: RunFigures, { attempt, event }: StampedEvent): RunFigures {
  const now = { ...forAttempt(before, attempt), lastEventAt: event.t };
  switch (event.type) {
    case "environment":
      return { ...now, environment: event };
    case "begin":
      return {
        ...now,
        begin: event,
        began: true,
        pace: [],
        progress: { done: event.step, total: event.maxSteps, unit: "steps", message: null },
        spark: rewind(now.spark, event.step),
      };
    case "metrics":
      return addMetrics(now, event);
    case "progress":
      return addProgress(now, event);
    case "end":
      return {
        ...now,
        end: { step: event.step, reason: event.reason },
        // Work that is no training has no steps to have reached.
        progress: now.began ? lastStep(now.progress, event.step) : now.progress,
      };
    case "failed":
      // Of several processes the first to die is the one that knows.
      return now.failed
        ? now
        : {
            ...now,
            failed: { errorType: event.errorType, message: event.message, traceback: event.traceback },
          };
    default:
      return now;
  }
}

/** Progress is told now and then; the end knows the step that was reached. */
function lastStep(progress: RunProgress | null, step: number): RunProgress | null {
  return progress?.unit === "steps" && step <= progress.total ? { ...progress, done: step } : progress;
}

/** Time left in ms at the pace of the last steps; null while nothing can be said. */
export function timeLeft({ pace, progress }: Pick<RunFigures, "pace" | "progress">): number | null {
  const [first, last] = [pace[0], pace.at(-1)];
  if (!first || !last || !progress || last[1] <= first[1] || last[0] <= first[0]) return null;
  const left = Math.max(0, progress.total - last[1]);
  return Math.round((left * (last[0] - first[0])) / (last[1] - first[1]));
}

/** Typical time in ms between two steps; null while unknown. */
export function stepTime({ pace }: Pick<RunFigures, "pace">): number | null {
  const [first, last] = [pace[0], pace.at(-1)];
  return first && last && last[1] > first[1] ? (last[0] - first[0]) / (last[1] - first[1]) : null;
}

function addProgress(now: RunFigures, event: EventOf<"progress">): RunFigures {
  const { done, total, unit, message } = event;
  const same = now.progress?.unit === unit && now.progress.total === total;
  const last = now.pace.at(-1);
  // A clock that was set back, or work that began anew, starts a new measurement.
  const goesOn = same && last !== undefined && event.t >= last[0] && done >= last[1];
  const pace: RunFigures["pace"] = goesOn ? [...now.pace, [event.t, done]] : [[event.t, done]];
  return { ...now, progress: { done, total, unit, message }, pace: pace.slice(-PACE_POINTS) };
}

function addMetrics(now: RunFigures, { kind, step, epoch, values }: EventOf<"metrics">): RunFigures {
  // A summary with one is about the best checkpoint, which became the result.
  if (kind !== "train")
    return values.eval_loss === undefined ? now : { ...now, epoch, lastEvalLoss: finite(values.eval_loss) };
  if (values.loss === undefined) return { ...now, epoch };
  const loss = finite(values.loss);
  return { ...now, epoch, lastLoss: loss, spark: addPoint(now.spark, [step, loss]) };
}

/** Keeps every n-th point; when full, every second one goes and n doubles. */
function addPoint(spark: RunFigures["spark"], point: Point): RunFigures["spark"] {
  const seen = spark.seen + 1;
  if (spark.seen % spark.every !== 0) return { ...spark, seen };
  const points = [...spark.points, point];
  if (points.length <= SPARK_POINTS) return { ...spark, seen, points };
  return { every: spark.every * 2, seen, points: points.filter((_, index) => index % 2 === 0) };
}

/** A resumed attempt repeats the steps after its checkpoint: the older ones of those make room. */
function rewind(spark: RunFigures["spark"], step: number): RunFigures["spark"] {
  const points = spark.points.filter(([at]) => at <= step);
  return points.length === spark.points.length
    ? spark
    : { ...spark, seen: points.length * spark.every, points };
}

function finite(value: MetricValue): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
