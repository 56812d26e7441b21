// Owns how a failed run tells of it: what, why, what to do, the traceback behind a fold. Never just "failed".
"use client";
import { useT } from "@/client/i18n/use-t.ts";
import { useReasonWords } from "@/client/reason-words.ts";
import { ErrorState } from "@/components/ui/error-state.tsx";
import type { FailureReason, RunDetail } from "@/contract/run.ts";
import { AgainActions } from "./again-actions.tsx";
import type { RunCommands } from "./use-run-commands.ts";

type FailureCardProps = { detail: RunDetail; reason: FailureReason; commands: RunCommands };

export function FailureCard({ detail, reason, commands }: FailureCardProps) {
  const t = useT("run");
  const { why, todo } = useReasonWords().failure(reason, detail.summary.kind);
  const exit =
    reason.signal !== null
      ? t("exit.signal", { signal: reason.signal })
      : reason.exitCode !== null
        ? t("exit.code", { code: reason.exitCode })
        : null;
  const attempt = detail.summary.attempt > 1 ? t("head.attempt", { attempt: detail.summary.attempt }) : null;
  const where = [attempt, exit].filter((part) => part !== null).join(", ");
  return (
    <ErrorState
      what={where === "" ? t(`failure.${reason.code}`) : `${t(`failure.${reason.code}`)} (${where})`}
      why={<span className="font-mono text-xs">{why}</span>}
      todo={todo}
      details={reason.details}
      action={<AgainActions commands={commands} />}
    />
  );
}
