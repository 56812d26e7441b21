// Owns the line of numbers beside the name: step, epoch, time, rate, or how it ended. Each keeps its width.
"use client";
import { formatDuration } from "@/client/format/duration.ts";
import { formatRate } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import type { RunSummary } from "@/contract/run.ts";
import { isLive } from "@/contract/run-status.ts";
import { useLiveProgress } from "./use-live-progress.ts";
import { useProgressWords } from "./use-progress-words.ts";

export function RunFigures({ run }: { run: RunSummary }) {
  const t = useT("run");
  const locale = useLocale();
  const live = isLive(run.state);
  const { record, progress, epoch, perSecond } = useLiveProgress(run);
  const words = useProgressWords();
  const figures = new Map<string, string>();

  if (run.state.status === "queued" && run.queuePosition !== null)
    figures.set("queue", t("head.queue", { place: run.queuePosition }));
  if (progress) {
    const pair = words.pair(progress);
    figures.set(
      "amount",
      run.kind === "train" ? t("head.step", pair) : t(`head.amount.${progress.unit}`, pair),
    );
  }
  if (run.kind === "train" && epoch !== null)
    figures.set("epoch", t("head.epoch", { epoch: epoch.toFixed(2) }));
  if (live && run.etaMs !== null)
    figures.set("left", t("head.left", { time: formatDuration(run.etaMs / 1000, locale) }));
  if (!live && run.durationMs !== null)
    figures.set("ran", t("head.ran", { time: formatDuration(run.durationMs / 1000, locale) }));
  if (live && run.kind === "train") {
    const tokens = record.train.latest("tokens_per_second");
    const samples = record.train.latest("samples_per_second");
    if (tokens !== null) figures.set("rate", formatRate(tokens, t("unit.token"), locale));
    else if (samples !== null) figures.set("rate", formatRate(samples, t("unit.sample"), locale));
  } else if (live && perSecond !== null && progress) {
    figures.set("rate", words.rate(perSecond, progress.unit));
  }
  if (run.attempt > 1) figures.set("attempt", t("head.attempt", { attempt: run.attempt }));
  if (run.archived) figures.set("archived", t("head.archived"));

  return (
    <span className="flex flex-wrap">
      {[...figures].map(([key, figure], index) => (
        <span key={key} className="whitespace-nowrap">
          {index > 0 ? (
            <span aria-hidden className="mx-1.5">
              ·
            </span>
          ) : null}
          {figure}
        </span>
      ))}
    </span>
  );
}
