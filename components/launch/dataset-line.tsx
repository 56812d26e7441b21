// Owns the line that says what a chosen dataset holds, or why it cannot be used.
"use client";
import { CircleAlert } from "lucide-react";
import { formatBytes } from "@/client/format/bytes.ts";
import { formatCount } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { Badge } from "@/components/ui/badge.tsx";
import type { DatasetEntry } from "@/contract/library.ts";
import { DatasetHealth } from "./dataset-health.tsx";

type DatasetLineProps = { name: string; entry: DatasetEntry | undefined; dir: string; stage: unknown };

const STAGES = ["pt", "sft", "rm", "dpo", "kto"] as const;

export function DatasetLine({ name, entry, dir, stage }: DatasetLineProps) {
  const t = useT("launch");
  const locale = useLocale();
  const problem = entry ? entry.problem : t("data.unknown");
  return (
    <li className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5 text-muted text-xs">
      <span className="font-medium text-foreground">{name}</span>
      {problem ? (
        <span className="flex min-w-0 items-start gap-1 text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
          {problem}
        </span>
      ) : null}
      {entry && !problem ? (
        <>
          {entry.rows !== null ? (
            <span className="tabular-nums">{t("data.rows", { rows: formatCount(entry.rows, locale) })}</span>
          ) : null}
          <span>{entry.formatting}</span>
          {entry.ranking ? <Badge tone="outline">{t("data.ranking")}</Badge> : null}
          {entry.media.map((kind) => (
            <Badge key={kind} tone="info">
              {t(`data.${kind}`)}
            </Badge>
          ))}
          {entry.source === "file" ? (
            <span className="min-w-0 truncate font-mono">{entry.file}</span>
          ) : (
            <span>{t("data.hub")}</span>
          )}
          {entry.bytes !== null ? <span className="tabular-nums">{formatBytes(entry.bytes)}</span> : null}
          <DatasetHealth entry={entry} dir={dir} stage={STAGES.find((known) => known === stage) ?? "sft"} />
        </>
      ) : null}
    </li>
  );
}
