// Owns how the installation of an engine shows outside its own page: bar, amount, speed, what is left.
"use client";
import { formatBytes } from "@/client/format/bytes.ts";
import { formatDuration } from "@/client/format/duration.ts";
import { formatPercent } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { useReasonWords } from "@/client/reason-words.ts";
import { Progress } from "@/components/ui/progress.tsx";
import type { RunSummary } from "@/contract/run.ts";
import { shareOf, speedOf } from "./run-share.ts";

export function SetupProgress({ run, label }: { run: RunSummary; label: string }) {
  const t = useT("runs");
  const locale = useLocale();
  const { progress, etaMs } = run;
  const words = useReasonWords();
  const share = shareOf(progress);
  const speed = speedOf(run);
  const bytes = progress?.unit === "bytes";
  const amounts = [
    progress && bytes
      ? t("ofBytes", { done: formatBytes(progress.done), total: formatBytes(progress.total) })
      : null,
    speed !== null && bytes ? `${formatBytes(speed)}/s` : null,
    etaMs === null ? null : t("left", { time: formatDuration(etaMs / 1000, locale) }),
  ].filter((part) => part !== null);
  const said = run.state.status === "running" ? run.state.message : "";
  return (
    <div className="flex min-w-0 flex-col gap-1 text-xs tabular-nums">
      <div className="flex items-center gap-3">
        <Progress value={share} aria-label={label} />
        {share === null ? null : <span className="w-9 shrink-0 text-right">{formatPercent(share)}</span>}
      </div>
      <p className="flex min-h-4 justify-between gap-4 text-muted">
        <span className="truncate">{words.phase(progress?.message ?? said)}</span>
        <span className="shrink-0">{amounts.join(" · ")}</span>
      </p>
    </div>
  );
}
