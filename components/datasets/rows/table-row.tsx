// Owns one line of the table of rows; a row that is not read yet has its place.
"use client";
import { memo } from "react";
import { formatBytes } from "@/client/format/bytes.ts";
import { useLocale } from "@/client/i18n/use-t.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { cn } from "@/components/ui/cn.ts";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import type { DatasetRow } from "@/contract/dataset.ts";
import { summarize } from "./row-summary.ts";

export const cellClass = {
  row: "w-20 px-3 text-right",
  beginning: "px-2",
  answer: "px-2 max-md:hidden",
  size: "w-24 px-2 text-right max-sm:hidden",
  faults: "w-16 px-3 text-right",
} as const;

type TableRowProps = {
  number: number;
  row: DatasetRow | undefined;
  selected: boolean;
  onSelect: (row: number) => void;
  onOpen: (row: number) => void;
};

export const TableRow = memo(function TableRow({ number, row, selected, onSelect, onOpen }: TableRowProps) {
  const locale = useLocale();
  const said = row ? summarize(row) : null;
  const hasError = row?.findings.some(({ severity }) => severity === "error");
  return (
    <tr
      aria-rowindex={number + 2}
      aria-current={selected ? "true" : undefined}
      className={cn(
        "relative h-9 text-xs hover:bg-surface-2/60 [&>td]:border-b",
        selected && "bg-accent-surface hover:bg-accent-surface",
      )}
    >
      <td className={cn(cellClass.row, "text-muted tabular-nums")}>{(number + 1).toLocaleString(locale)}</td>
      <td className={cn(cellClass.beginning, "truncate")}>
        {/* Covers the line for the mouse; the keyboard moves the choice from outside. */}
        <button
          type="button"
          tabIndex={-1}
          onClick={() => onSelect(number)}
          onDoubleClick={() => onOpen(number)}
          className="block w-full truncate text-left after:absolute after:inset-0"
        >
          {said ? said.beginning || "–" : <Skeleton className="w-3/4" />}
        </button>
      </td>
      <td className={cn(cellClass.answer, "truncate text-muted")}>{said?.answer}</td>
      <td className={cn(cellClass.size, "text-muted tabular-nums")}>{row ? formatBytes(row.bytes) : null}</td>
      <td className={cellClass.faults}>
        {row && row.findings.length > 0 ? (
          <Badge tone={hasError ? "danger" : "warning"}>{row.findings.length}</Badge>
        ) : null}
      </td>
    </tr>
  );
});
