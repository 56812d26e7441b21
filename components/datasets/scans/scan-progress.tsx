// Owns how far work over a whole dataset is: share, speed, time left, cancelling; and why it ended early.
"use client";
import { X } from "lucide-react";
import { scanRate, scanShare } from "@/client/datasets/scan-rate.ts";
import { useFailureText } from "@/client/failure-text.ts";
import { formatBytes } from "@/client/format/bytes.ts";
import { formatDuration } from "@/client/format/duration.ts";
import { formatCount, formatPercent } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import type { ScanHandle, ScanKind } from "./use-scan.ts";

type ScanProgressProps = { handle: Pick<ScanHandle<ScanKind>, "scan" | "problem" | "cancel">; label: string };

export function ScanProgress({ handle: { scan, problem, cancel }, label }: ScanProgressProps) {
  const t = useT("dataset");
  const textOf = useFailureText();
  const locale = useLocale();
  if (problem?.kind === "refused") return <ErrorState className="max-w-3xl" {...textOf(problem.error)} />;
  if (problem?.kind === "lost") return <p className="text-muted text-xs">{t("scan.lost")}</p>;
  if (scan === null || scan.state.status === "done") return null;
  if (scan.state.status === "failed")
    return (
      <ErrorState
        className="max-w-3xl"
        what={t("scan.failed")}
        why={scan.state.message}
        todo={scan.state.hint}
      />
    );
  if (scan.state.status === "cancelled") return <p className="text-muted text-xs">{t("scan.cancelled")}</p>;
  const share = scanShare(scan);
  const rate = scanRate(scan, Date.now());
  const counts = (value: number) =>
    scan.kind === "tokens" ? formatCount(value, locale) : formatBytes(value);
  const words = [
    `${counts(scan.done)} / ${counts(scan.total)}`,
    formatPercent(share),
    rate === null
      ? null
      : scan.kind === "tokens"
        ? t("scan.rowRate", { rate: formatCount(rate, locale) })
        : t("scan.rate", { rate: formatBytes(rate) }),
    scan.etaMs === null ? null : t("scan.left", { time: formatDuration(scan.etaMs / 1000, locale) }),
  ].filter((part) => part !== null);
  return (
    <div className="flex max-w-3xl flex-col gap-1.5 rounded-lg border bg-surface p-3">
      <div className="flex items-center gap-3">
        <span className="font-medium text-sm">{label}</span>
        <span className="min-w-0 flex-1 truncate text-muted text-xs tabular-nums">{words.join(" · ")}</span>
        <Button size="sm" onClick={cancel}>
          <X aria-hidden />
          {t("scan.cancel")}
        </Button>
      </div>
      <Progress value={share} aria-label={label} />
    </div>
  );
}
