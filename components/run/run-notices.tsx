// Owns what the overview says first: what happened to the run, why, and what to do next. Nothing while all is well.
"use client";
import { CircleCheck, CircleHelp, CirclePause, Clock, Package, Square, TriangleAlert } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import { useReasonWords } from "@/client/reason-words.ts";
import { Button } from "@/components/ui/button.tsx";
import type { RunDetail } from "@/contract/run.ts";
import { FailureCard } from "./failure-card.tsx";
import { Notice } from "./notice.tsx";
import { hasResult, isAdapterMethod } from "./run-results.ts";
import type { RunCommands } from "./use-run-commands.ts";

type RunNoticesProps = { detail: RunDetail; commands: RunCommands; onLog: () => void; onFiles: () => void };

export function RunNotices({ detail, commands, onLog, onFiles }: RunNoticesProps) {
  const t = useT("run");
  const { state, stalled } = detail.summary;
  return (
    <>
      {state.status === "failed" ? (
        <FailureCard detail={detail} reason={state.reason} commands={commands} />
      ) : null}
      <StateNotice detail={detail} commands={commands} onFiles={onFiles} />
      {stalled ? (
        <Notice
          tone="warning"
          icon={<TriangleAlert aria-hidden />}
          title={t("notice.stalled")}
          actions={<Button onClick={onLog}>{t("log.open")}</Button>}
        >
          {t("notice.stalledBody")}
        </Notice>
      ) : null}
    </>
  );
}

function StateNotice({ detail, commands, onFiles }: Omit<RunNoticesProps, "onLog">) {
  const t = useT("run");
  const words = useReasonWords();
  const { summary } = detail;
  const { state, kind } = summary;
  switch (state.status) {
    case "queued":
      return (
        <Notice tone="neutral" icon={<Clock aria-hidden />} title={t("notice.queued")}>
          {t("notice.queuedBody")}
        </Notice>
      );
    case "paused":
      return (
        <Notice
          tone="warning"
          icon={<CirclePause aria-hidden />}
          title={state.step === null ? t("notice.pausedNoStep") : t("notice.paused", { step: state.step })}
        >
          {state.checkpoint
            ? t("notice.pausedBody", { checkpoint: state.checkpoint })
            : t("notice.pausedBodyNone")}
        </Notice>
      );
    case "stopped":
      return (
        <Notice
          tone="neutral"
          icon={<Square aria-hidden />}
          title={
            state.step === null || kind !== "train"
              ? t("notice.stoppedNoStep")
              : t("notice.stopped", { step: state.step })
          }
        >
          {kind !== "train"
            ? t("notice.stoppedWork")
            : commands.mergeable
              ? t("notice.stoppedTrain")
              : t("notice.stoppedNothing")}
        </Notice>
      );
    case "lost":
      return (
        <Notice tone="magenta" icon={<CircleHelp aria-hidden />} title={t("notice.lost")}>
          <p>{words.lost(state)}</p>
          <p>{t("notice.lostTodo")}</p>
        </Notice>
      );
    case "succeeded":
      return kind === "train" && hasResult(detail) ? (
        <FinishedNotice detail={detail} onFiles={onFiles} />
      ) : null;
    default:
      return null;
  }
}

function FinishedNotice({ detail, onFiles }: Pick<RunNoticesProps, "detail" | "onFiles">) {
  const t = useT("run");
  const adapter = isAdapterMethod(detail.summary.method);
  return (
    <Notice
      tone="success"
      icon={<CircleCheck aria-hidden />}
      title={t("notice.finished")}
      actions={
        <Button onClick={onFiles}>
          <Package aria-hidden />
          {t("notice.files")}
        </Button>
      }
    >
      {t(adapter ? "notice.finishedBody" : "notice.finishedFull")}
    </Notice>
  );
}
