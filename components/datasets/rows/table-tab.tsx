// Owns the rows as a table of any length: a window on them, the keyboard, the chosen row as JSON beside it.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { datasetQueries } from "@/client/queries/datasets.ts";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import type { DatasetTabProps } from "../page/use-dataset-view.ts";
import { knownRows } from "./known-rows.ts";
import { RawRow } from "./raw-row.tsx";
import { RowStepper } from "./row-stepper.tsx";
import { cellClass, TableRow } from "./table-row.tsx";
import { useGridKeys } from "./use-grid-keys.ts";
import { rowHeight, useRowWindow, windowRows } from "./use-row-window.ts";

/** One stop for the keyboard: the rows are moved through inside. */
const focusable = { tabIndex: 0 };
const columns = ["row", "beginning", "answer", "size", "faults"] as const;

export function TableTab({ view, detail, go }: DatasetTabProps) {
  const t = useT("dataset");
  const textOf = useFailureText();
  const dataset = { name: view.name, dir: view.dir };
  const first = useQuery(datasetQueries.rows(dataset, 0));
  const rows = knownRows(detail.index, first.data);
  const { list, region, base, size, rowAt, error } = useRowWindow(dataset, rows.count, view.row);
  const showRow = useCallback(
    (row: number) => {
      go({ row });
      if (Math.floor(row / windowRows) * windowRows === base)
        list.scrollToIndex(row - base, { align: "auto" });
    },
    [go, list, base],
  );
  const open = useCallback((row?: number) => go({ tab: "conversations", row }), [go]);
  const openChosen = useCallback(() => go({ tab: "conversations" }), [go]);
  useGridKeys(region, { row: view.row, last: rows.count - 1, onRow: showRow, onOpen: openChosen });
  const problem = first.error ?? error;
  const items = list.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = Math.max(0, list.getTotalSize() - before - items.length * rowHeight);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <RowStepper row={view.row} rows={rows} onRow={showRow} />
        {rows.count > windowRows ? (
          <WindowStepper base={base} size={size} count={rows.count} onRow={(row) => go({ row })} />
        ) : (
          <p className="text-faint text-xs max-md:hidden">{t("table.keys")}</p>
        )}
      </div>
      {problem ? <ErrorState className="max-w-3xl" {...textOf(problem)} /> : null}
      <div className="grid gap-3 xl:grid-cols-[minmax(0,1fr)_minmax(20rem,28rem)]">
        <Card className="h-[calc(100dvh-14.5rem)] min-h-80 max-xl:h-[50dvh]">
          <section
            ref={region}
            aria-label={t("table.label", { name: view.name })}
            {...focusable}
            className="h-full overflow-auto rounded-lg -outline-offset-2 [overflow-anchor:none] [scroll-padding-top:36px]"
          >
            <table
              aria-rowcount={rows.count + 1}
              className="w-full table-fixed border-separate border-spacing-0"
            >
              <thead className="sticky top-0 z-10 bg-surface">
                <tr aria-rowindex={1} className="h-9 text-left text-faint text-xs">
                  {columns.map((column) => (
                    <th key={column} scope="col" className={`${cellClass[column]} border-b font-normal`}>
                      {t(`table.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {before > 0 ? <tr aria-hidden style={{ height: before }} /> : null}
                {items.map(({ index }) => (
                  <TableRow
                    key={base + index}
                    number={base + index}
                    row={rowAt(base + index)}
                    selected={base + index === view.row}
                    onSelect={showRow}
                    onOpen={open}
                  />
                ))}
                {after > 0 ? <tr aria-hidden style={{ height: after }} /> : null}
              </tbody>
            </table>
          </section>
        </Card>
        <RawRow row={rowAt(view.row)} onOpen={openChosen} />
      </div>
    </div>
  );
}

type WindowStepperProps = { base: number; size: number; count: number; onRow: (row: number) => void };

function WindowStepper({ base, size, count, onRow }: WindowStepperProps) {
  const t = useT("dataset");
  const locale = useLocale();
  return (
    <div className="flex flex-wrap items-center gap-1.5 text-muted text-xs tabular-nums">
      <Button size="sm" disabled={base === 0} onClick={() => onRow(base - windowRows)}>
        {t("row.earlier")}
      </Button>
      {t("table.span", {
        from: (base + 1).toLocaleString(locale),
        to: (base + size).toLocaleString(locale),
      })}
      <Button size="sm" disabled={base + size >= count} onClick={() => onRow(base + windowRows)}>
        {t("row.later")}
      </Button>
    </div>
  );
}
