// Owns the datasets of a folder as a table, for windows with room for one.
"use client";
import Link from "next/link";
import { useRef } from "react";
import { datasetHref } from "@/client/datasets/address.ts";
import { formatBytes } from "@/client/format/bytes.ts";
import { formatCount } from "@/client/format/number.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { useRowKeys } from "@/client/use-row-keys.ts";
import { cn } from "@/components/ui/cn.ts";
import type { DatasetEntry } from "@/contract/library.ts";
import { DatasetActions } from "./dataset-actions.tsx";
import { FitnessBadge, FormatWords, MediaBadges, ProblemMark } from "./entry-words.tsx";

export type DatasetListProps = {
  entries: readonly DatasetEntry[];
  dir: string | undefined;
  onRename: (entry: DatasetEntry) => void;
  onRemove: (entry: DatasetEntry) => void;
};

const columnClass = {
  name: "pr-2 pl-4 md:pl-6",
  fitness: "w-36 px-2",
  format: "w-40 px-2 hidden lg:table-cell",
  rows: "w-24 px-2 text-right",
  size: "w-24 px-2 text-right",
  media: "w-40 px-2 hidden lg:table-cell",
  problem: "w-44 px-2 hidden xl:table-cell",
  actions: "w-10 pr-1.5 text-right",
} as const;
const columns = ["name", "fitness", "format", "rows", "size", "media", "problem"] as const;

export function DatasetTable({ entries, dir, onRename, onRemove }: DatasetListProps) {
  const t = useT("datasets");
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  return (
    <table aria-label={t("table")} className="w-full table-fixed">
      <thead>
        <tr className="h-9 border-b text-left text-faint text-xs">
          {columns.map((column) => (
            <th key={column} scope="col" className={cn(columnClass[column], "font-normal")}>
              {t(`column.${column}`)}
            </th>
          ))}
          <th scope="col" className={columnClass.actions}>
            <span className="sr-only">{t("column.actions")}</span>
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {entries.map((entry) => (
          <tr key={entry.name} className="h-9 border-b text-xs tabular-nums hover:bg-surface-2/60">
            <th scope="row" className={cn(columnClass.name, "text-left font-medium text-sm")}>
              <span className="flex min-w-0 items-center gap-2">
                <Link
                  data-row-link
                  href={datasetHref({ name: entry.name, dir })}
                  title={entry.file ?? entry.name}
                  className="min-w-0 truncate rounded-sm hover:underline"
                >
                  {entry.name}
                </Link>
                <span className="xl:hidden">
                  <ProblemMark entry={entry} short />
                </span>
              </span>
            </th>
            <td className={columnClass.fitness}>
              <FitnessBadge entry={entry} />
            </td>
            <td className={cn(columnClass.format, "truncate text-muted")}>
              <FormatWords entry={entry} />
            </td>
            <td className={cn(columnClass.rows, "text-muted")} title={entry.rows?.toLocaleString()}>
              {entry.rows === null ? "–" : formatCount(entry.rows)}
            </td>
            <td className={cn(columnClass.size, "text-muted")}>{formatBytes(entry.bytes)}</td>
            <td className={columnClass.media}>
              <MediaBadges entry={entry} />
            </td>
            <td className={columnClass.problem}>
              <ProblemMark entry={entry} />
            </td>
            <td className={columnClass.actions}>
              <DatasetActions entry={entry} dir={dir} onRename={onRename} onRemove={onRemove} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
