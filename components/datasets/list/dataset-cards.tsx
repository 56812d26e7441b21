// Owns the datasets of a folder as cards, for windows too narrow for a table.
"use client";
import Link from "next/link";
import { datasetHref } from "@/client/datasets/address.ts";
import { formatBytes } from "@/client/format/bytes.ts";
import { formatCount } from "@/client/format/number.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { DatasetActions } from "./dataset-actions.tsx";
import type { DatasetListProps } from "./dataset-table.tsx";
import { FitnessBadge, FormatWords, MediaBadges, ProblemMark } from "./entry-words.tsx";

export function DatasetCards({ entries, dir, onRename, onRemove }: DatasetListProps) {
  const t = useT("datasets");
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.name} className="flex flex-col gap-1.5 border-b px-4 py-2.5">
          <div className="flex items-center gap-2">
            <h3 className="min-w-0 flex-1 truncate font-medium text-sm">
              <Link
                data-row-link
                href={datasetHref({ name: entry.name, dir })}
                className="block truncate py-1"
              >
                {entry.name}
              </Link>
            </h3>
            <span className="-mr-2">
              <DatasetActions entry={entry} dir={dir} onRename={onRename} onRemove={onRemove} />
            </span>
          </div>
          <div className="flex flex-wrap items-center gap-1.5">
            <FitnessBadge entry={entry} />
            <MediaBadges entry={entry} />
          </div>
          <p className="text-muted text-xs tabular-nums">
            {entry.rows === null ? null : `${t("rows", { count: formatCount(entry.rows) })} · `}
            {entry.bytes === null ? null : `${formatBytes(entry.bytes)} · `}
            <FormatWords entry={entry} />
          </p>
          <ProblemMark entry={entry} />
        </li>
      ))}
    </ul>
  );
}
