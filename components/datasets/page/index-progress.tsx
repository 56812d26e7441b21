// Owns the calm line that says how far the rows of a large file are found, and why not to the end.
"use client";
import { formatCount, formatPercent } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { Progress } from "@/components/ui/progress.tsx";
import type { IndexState } from "@/contract/dataset.ts";

export function IndexProgress({ index }: { index: IndexState | null }) {
  const t = useT("dataset");
  const locale = useLocale();
  if (index?.status === "failed")
    return (
      <p className="border-b bg-warning-surface px-4 py-2 text-xs md:px-6">
        <span className="font-medium">{t("index.failed")}</span> {index.message}
      </p>
    );
  if (index?.status !== "building") return null;
  const share = index.total > 0 ? index.bytes / index.total : null;
  const words = t("index.building", {
    rows: formatCount(index.rows, locale),
    share: formatPercent(share),
  });
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-2 text-muted text-xs tabular-nums md:px-6">
      <span>{words}</span>
      <Progress value={share} tone="neutral" aria-label={words} className="w-40" />
      <span className="text-faint">{t("index.buildingHelp")}</span>
    </div>
  );
}
