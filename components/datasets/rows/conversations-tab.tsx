// Owns rows as conversations, one at a time or a page of them.
"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { MessagesSquare } from "lucide-react";
import { useCallback, useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { datasetQueries, pageRows } from "@/client/queries/datasets.ts";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import type { DatasetTabProps } from "../page/use-dataset-view.ts";
import { knownRows } from "./known-rows.ts";
import { RowCard } from "./row-card.tsx";
import { RowStepper } from "./row-stepper.tsx";

const LISTED = 10;

export function ConversationsTab({ view, detail, go }: DatasetTabProps) {
  const t = useT("dataset");
  const textOf = useFailureText();
  const locale = useLocale();
  const [many, setMany] = useState(false);
  const { row } = view;
  const dataset = { name: view.name, dir: view.dir };
  const from = row - (row % pageRows);
  const page = useQuery({ ...datasetQueries.rows(dataset, from), placeholderData: keepPreviousData });
  const rows = knownRows(detail.index, page.data);
  const onRow = useCallback((next: number) => go({ row: next }), [go]);
  const start = many ? row - (row % LISTED) : row;
  const shown = (page.data?.rows ?? []).filter(
    (each) => each.row >= start && each.row < start + (many ? LISTED : 1),
  );
  const isHere = page.data !== undefined && !page.isPlaceholderData;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <RowStepper row={start} rows={rows} step={many ? LISTED : 1} onRow={onRow} />
        <Segmented
          value={many ? "list" : "one"}
          onValueChange={(value) => setMany(value === "list")}
          aria-label={t("row.view")}
          items={[
            { value: "one", label: t("row.one") },
            { value: "list", label: t("row.list") },
          ]}
        />
      </div>
      {page.isPending || (page.isPlaceholderData && shown.length === 0) ? (
        <Skeleton className="h-48 rounded-lg" />
      ) : null}
      {page.isLoadingError ? <ErrorState className="max-w-3xl" {...textOf(page.error)} /> : null}
      {shown.map((each) => (
        <RowCard key={each.row} row={each} dataset={dataset} />
      ))}
      {isHere && shown.length === 0 ? (
        rows.count === 0 ? (
          <EmptyState icon={<MessagesSquare />} title={t("row.none")} body={t("row.noneBody")} />
        ) : (
          <EmptyState
            icon={<MessagesSquare />}
            title={t("row.beyond", { row: (row + 1).toLocaleString(locale) })}
            body={t("row.beyondBody", { last: rows.count.toLocaleString(locale) })}
            action={<Button onClick={() => go({ row: rows.count - 1 })}>{t("row.toLast")}</Button>}
          />
        )
      ) : null}
    </div>
  );
}
