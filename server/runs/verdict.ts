// Owns how an attempt that ended is judged. A pure function of what was observed; refuses to take exit code 0 for success.
import type { FailureReason, LostWhy, RunKind } from "../../contract/run.ts";
import type { ExitRecord } from "../executors/executor.ts";
import { explainFailure } from "./failure.ts";
import type { RunFigures } from "./figures.ts";
import type { Verdict } from "./lifecycle.ts";
import type { OpenRequest } from "./record.ts";

export type Gone = { why: LostWhy; reason: string };

export type Observed = {
  kind: RunKind;
  /** Null: the processes are gone and nobody recorded how. */
  exit: ExitRecord | null;
  /** Why there is no record. */
  gone: Gone | null;
  request: OpenRequest | null;
  figures: Pick<RunFigures, "end" | "failed" | "began" | "progress">;
  /** Events came from the bridge, not from reading the log. */
  bridged: boolean;
  /** Newest checkpoint a resume can use. */
  checkpoint: string | null;
  /** The last part of the log, as it was printed. */
  logTail: string;
};

export function judge(seen: Observed): Verdict {
  const { end, progress } = seen.figures;
  const step = progress?.unit === "steps" ? progress.done : null;
  const clean = seen.exit ? seen.exit.code === 0 : end !== null;

  if (end?.reason === "paused") return { status: "paused", step: end.step, checkpoint: seen.checkpoint };
  if (end?.reason === "stopped") return { status: "stopped", step: end.step };
  if (end?.reason === "completed" && clean) return { status: "succeeded" };
  if (wasAsked(seen)) {
    return seen.request?.action === "pause"
      ? { status: "paused", step, checkpoint: seen.checkpoint }
      : { status: "stopped", step };
  }
  if (!seen.exit)
    return { status: "lost", message: lostMessage(seen), ...(seen.gone && { why: seen.gone.why }) };
  if (!clean)
    return { status: "failed", reason: explainFailure(seen.exit, seen.figures.failed, seen.logTail) };
  return reachedTheEnd(seen) ? { status: "succeeded" } : { status: "failed", reason: endedEarly(seen) };
}

function lostMessage({ gone, kind, checkpoint, request }: Observed): string {
  const unanswered = request ? ` It had not yet done what was asked (${request.action}).` : "";
  const next = kind !== "train" ? "Retry it." : checkpoint ? `Resume it from ${checkpoint}.` : "Retry it.";
  return `${gone?.reason ?? "The run's processes are gone."}${unanswered} ${next}`;
}

/**
 * We asked for an end and it came by our signal, or as a clean exit without another word. A training that vanished without
 * a record after its first step never answered: nothing says that it kept anything.
 */
function wasAsked({ kind, request, exit, figures }: Observed): boolean {
  if (request === null) return false;
  if (exit === null) return request.action === "kill" || kind !== "train" || !figures.began;
  return exit.terminated !== "no" || exit.code === 0;
}

function reachedTheEnd({ kind, figures: { progress }, bridged }: Observed): boolean {
  if (progress !== null && progress.total > 0) return progress.done >= progress.total;
  return kind !== "train" && !bridged;
}

function endedEarly({ figures: { progress }, logTail }: Observed): FailureReason {
  const where =
    progress && progress.total > 0
      ? `after ${progress.done} of ${progress.total} ${progress.unit}`
      : "before any work was seen";
  return {
    code: "ended-early",
    message: `The engine ended without an error, but ${where}.`,
    params: { done: progress?.done ?? 0, total: progress?.total ?? 0, unit: progress?.unit ?? "steps" },
    hint: "Look at the end of the log. Resume it where it left a checkpoint, or retry it.",
    details: logTail,
    exitCode: 0,
    signal: null,
  };
}
