// Owns how far a run is, in one line: its place in the queue, a bar with what is left, or how it ended.
"use client";
import { TriangleAlert } from "lucide-react";
import { formatBytes } from "@/client/format/bytes.ts";
import { formatDuration } from "@/client/format/duration.ts";
import { formatCount, formatPercent } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { useReasonWords } from "@/client/reason-words.ts";
import { cn } from "@/components/ui/cn.ts";
import { Progress } from "@/components/ui/progress.tsx";
import type { RunProgress, RunSummary } from "@/contract/run.ts";
import { useQueueWords } from "./queue-words.ts";
import { advanceOf } from "./run-advance.ts";

export function AdvanceCell({ run }: { run: RunSummary }) {
  const t = useT("runs");
  const locale = useLocale();
  const queueWords = useQueueWords();
  const words = useReasonWords();
  const amount = useAmount();
  const advance = advanceOf(run);
  const label = t("progressLabel", { name: run.name });
  switch (advance.type) {
    case "queued":
      return <Line text={queueWords(advance.place, advance.lane)} />;
    case "moving":
      return (
        <span className="flex items-center gap-2">
          <Progress value={advance.share} aria-label={label} className="min-w-12 flex-1" />
          {advance.share === null ? (
            <Line text={words.phase(advance.message ?? "")} className="w-34" />
          ) : (
            <span className="w-34 shrink-0 truncate text-muted md:max-lg:w-fit">
              <span className="text-foreground">{formatPercent(advance.share)}</span>
              {run.stalled ? (
                <Stalled />
              ) : advance.etaMs === null ? null : (
                <span className="md:max-lg:hidden">
                  {" · "}
                  {t("left", { time: formatDuration(advance.etaMs / 1000, locale) })}
                </span>
              )}
            </span>
          )}
        </span>
      );
    case "halted":
      return advance.share === null ? null : (
        <span className="flex items-center gap-2">
          <Progress value={advance.share} tone="neutral" aria-label={label} className="min-w-12 flex-1" />
          <span className="w-34 shrink-0 truncate text-muted md:max-lg:w-fit">
            {amount(advance.progress)}
          </span>
        </span>
      );
    case "done":
      return <Line text={amount(advance.progress)} />;
    case "wrong":
      return (
        <Line
          text={
            advance.state.status === "lost"
              ? words.lost(advance.state)
              : words.failure(advance.state.reason, run.kind).short
          }
          className="text-danger"
        />
      );
  }
}

function Stalled() {
  const t = useT("state");
  return (
    <span title={t("stalledHelp")} className="ml-2 inline-flex items-center gap-1 text-warning">
      <TriangleAlert aria-hidden className="size-3 shrink-0" />
      <span className="md:max-lg:sr-only">{t("stalled")}</span>
    </span>
  );
}

function Line({ text, className }: { text: string; className?: string }) {
  if (text === "") return null;
  return (
    <span title={text} className={cn("block min-w-0 truncate text-muted", className)}>
      {text}
    </span>
  );
}

/** What was done, in the unit it was counted in. */
function useAmount() {
  const t = useT("runs");
  return (progress: RunProgress | null): string => {
    if (!progress) return "";
    const { done, total, unit } = progress;
    if (unit === "bytes") return formatBytes(done);
    if (unit === "steps" && done < total)
      return t("stepOf", { done: formatCount(done), total: formatCount(total) });
    return t(`unit.${unit}`, { count: done });
  };
}
