// Owns one run as a card, for windows too narrow for a table.
"use client";
import Link from "next/link";
import { memo } from "react";
import { formatDuration } from "@/client/format/duration.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { RunStateBadge } from "@/components/run-state/run-state-badge.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { RelativeTime } from "@/components/ui/relative-time.tsx";
import { AdvanceCell } from "./advance-cell.tsx";
import { LossCell } from "./loss-cell.tsx";
import { runHref } from "./run-links.ts";
import type { RunRowProps } from "./run-row.tsx";
import { RunRowMenu } from "./run-row-menu.tsx";
import { SubjectCell } from "./subject-cell.tsx";

export const RunCard = memo(function RunCard({ run, selected, onSelect, onRequest }: RunRowProps) {
  const t = useT("runs");
  const locale = useLocale();
  return (
    <li
      data-selected={selected || undefined}
      className="relative flex flex-col gap-1 border-b px-4 py-2.5 text-xs tabular-nums has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-ring has-[a:focus-visible]:-outline-offset-2 data-selected:bg-accent-surface"
    >
      <div className="flex items-center gap-2.5">
        <span className="relative z-10 flex">
          <Checkbox
            checked={selected}
            onCheckedChange={(checked) => onSelect(run.id, checked)}
            aria-label={t("selectRun", { name: run.name })}
          />
        </span>
        <Link
          href={runHref(run.id)}
          prefetch={false}
          data-row-link
          className="min-w-0 flex-1 truncate font-medium text-sm outline-none after:absolute after:inset-0"
        >
          {run.name}
        </Link>
        <RunStateBadge run={{ state: run.state, stalled: false }} plain />
        <span className="relative z-10 -mr-2">
          <RunRowMenu run={run} onRequest={onRequest} />
        </span>
      </div>
      <SubjectCell run={run} />
      <div className="flex min-h-5 items-center gap-4">
        <span className="min-w-0 flex-1">
          <AdvanceCell run={run} />
        </span>
        <LossCell run={run} />
      </div>
      {run.startedAt === null ? null : (
        <p className="flex justify-between text-faint">
          <RelativeTime value={run.startedAt} />
          <span>{run.durationMs === null ? null : formatDuration(run.durationMs / 1000, locale)}</span>
        </p>
      )}
    </li>
  );
});
