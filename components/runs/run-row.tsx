// Owns one run as a row of the table. All of it leads to the run; the name is the link that takes the focus.
"use client";
import Link from "next/link";
import { memo, type ReactNode } from "react";
import { formatDuration } from "@/client/format/duration.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { RunStateBadge } from "@/components/run-state/run-state-badge.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { cn } from "@/components/ui/cn.ts";
import { RelativeTime } from "@/components/ui/relative-time.tsx";
import type { RunSummary } from "@/contract/run.ts";
import { AdvanceCell } from "./advance-cell.tsx";
import { LossCell } from "./loss-cell.tsx";
import { runHref } from "./run-links.ts";
import type { RowAction } from "./run-menu-items.ts";
import { RunRowMenu } from "./run-row-menu.tsx";
import { SubjectCell } from "./subject-cell.tsx";
import { columnClass } from "./table-columns.ts";

export type RunRowProps = {
  run: RunSummary;
  selected: boolean;
  onSelect: (id: string, selected: boolean) => void;
  onRequest: (run: RunSummary, action: RowAction) => void;
};

export const RunRow = memo(function RunRow({ run, selected, onSelect, onRequest }: RunRowProps) {
  const t = useT("runs");
  const locale = useLocale();
  return (
    <tr
      data-selected={selected || undefined}
      className="relative h-9 border-b text-xs tabular-nums last:border-b-0 hover:bg-surface-2/60 has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-ring has-[a:focus-visible]:-outline-offset-2 data-selected:bg-accent-surface"
    >
      <td className={cn(columnClass.select, "relative z-10")}>
        <Checkbox
          checked={selected}
          onCheckedChange={(checked) => onSelect(run.id, checked)}
          aria-label={t("selectRun", { name: run.name })}
        />
      </td>
      <td className={columnClass.state}>
        <RunStateBadge run={{ state: run.state, stalled: false }} plain />
      </td>
      <th scope="row" className={cn(columnClass.name, "text-left font-medium text-sm")}>
        <Link
          href={runHref(run.id)}
          prefetch={false}
          data-row-link
          title={run.name}
          className="block truncate outline-none after:absolute after:inset-0"
        >
          {run.name}
        </Link>
      </th>
      <td className={columnClass.what}>
        <Over run={run}>
          <SubjectCell run={run} />
        </Over>
      </td>
      <td className={columnClass.progress}>
        <Over run={run}>
          <AdvanceCell run={run} />
        </Over>
      </td>
      <td className={columnClass.loss}>
        <Over run={run}>
          <LossCell run={run} />
        </Over>
      </td>
      <td className={cn(columnClass.started, "text-muted")}>
        {run.startedAt === null ? null : <RelativeTime value={run.startedAt} />}
      </td>
      <td className={cn(columnClass.duration, "text-muted")}>
        {run.durationMs === null ? null : formatDuration(run.durationMs / 1000, locale)}
      </td>
      <td className={cn(columnClass.actions, "relative z-10")}>
        <RunRowMenu run={run} onRequest={onRequest} />
      </td>
    </tr>
  );
});

/** A cell with a tooltip lies above the row's link, and leads to the same place. */
function Over({ run, children }: { run: RunSummary; children: ReactNode }) {
  return (
    <Link href={runHref(run.id)} prefetch={false} tabIndex={-1} className="relative z-10 block empty:hidden">
      {children}
    </Link>
  );
}
