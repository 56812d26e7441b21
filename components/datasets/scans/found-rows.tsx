// Owns a list of row numbers with how each row begins; rows are asked for only as they come into view.
"use client";
import { useQueries } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import Link from "next/link";
import { useRef } from "react";
import { datasetHref } from "@/client/datasets/address.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { type DatasetRef, datasetQueries } from "@/client/queries/datasets.ts";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import { summarize } from "../rows/row-summary.ts";

const rowHeight = 36;

export function FoundRows({ dataset, rows }: { dataset: DatasetRef; rows: readonly number[] }) {
  const t = useT("dataset");
  const locale = useLocale();
  const region = useRef<HTMLDivElement>(null);
  const list = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => region.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const items = list.getVirtualItems();
  const shown = items.flatMap(({ index, start }) => {
    const row = rows[index];
    return row === undefined ? [] : [{ row, start }];
  });
  const answers = useQueries({ queries: shown.map(({ row }) => datasetQueries.rows(dataset, row, 1)) });
  return (
    <div ref={region} className="max-h-[60dvh] overflow-auto rounded-lg border bg-surface">
      <ul className="relative" style={{ height: list.getTotalSize() }}>
        {shown.map(({ row, start }, at) => {
          const found = answers[at]?.data?.rows[0];
          return (
            <li
              key={row}
              style={{ transform: `translateY(${start}px)` }}
              className="absolute inset-x-0 top-0 h-9 border-b last:border-b-0"
            >
              <Link
                href={datasetHref({ ...dataset, row })}
                className="flex h-full items-center gap-3 px-3 text-xs -outline-offset-2 hover:bg-surface-2/60"
              >
                <span className="w-20 shrink-0 text-accent-text tabular-nums">
                  {t("row.number", { row: (row + 1).toLocaleString(locale) })}
                </span>
                <span className="min-w-0 flex-1 truncate">
                  {found ? summarize(found).beginning : <Skeleton className="w-2/3" />}
                </span>
                <span className="min-w-0 flex-1 truncate text-muted max-md:hidden">
                  {found ? summarize(found).answer : null}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
