// Owns writing a dataset in another format: the target, a row as it is carried over, what cannot be.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { datasetQueries } from "@/client/queries/datasets.ts";
import { Card, CardBody, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { Field, FieldLabel } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import type { DatasetFormatId } from "@/contract/dataset.ts";
import type { DatasetTabProps } from "../page/use-dataset-view.ts";
import { knownRows } from "../rows/known-rows.ts";
import { RowCard } from "../rows/row-card.tsx";
import { RowStepper } from "../rows/row-stepper.tsx";
import { RewriteForm } from "./rewrite-form.tsx";

const formats = ["alpaca", "sharegpt", "openai", "axolotl", "text"] as const satisfies DatasetFormatId[];

export function TranslateTab({ view, detail, go }: DatasetTabProps) {
  const t = useT("dataset");
  const words = useT("datasets");
  const dataset = { name: view.name, dir: view.dir };
  const [format, setFormat] = useState<DatasetFormatId>(
    formats.find((each) => each !== detail.format && each !== "alpaca") ?? "sharegpt",
  );
  const page = useQuery(datasetQueries.rows(dataset, view.row, 1));
  const row = page.data?.rows[0];
  const rows = knownRows(detail.index, page.data);
  const onRow = useCallback((next: number) => go({ row: next }), [go]);
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <Card>
        <CardHeader>
          <CardTitle>{t("translate.title")}</CardTitle>
        </CardHeader>
        <CardBody className="flex flex-col gap-3">
          <p className="max-w-prose text-muted text-sm">{t("translate.body")}</p>
          <Field className="w-72 max-w-full">
            <FieldLabel>{t("translate.target")}</FieldLabel>
            <Select
              aria-label={t("translate.target")}
              value={format}
              onValueChange={setFormat}
              items={formats.map((value) => ({ value, label: words(`confirm.format.${value}`) }))}
            />
          </Field>
          {format === detail.format ? <p className="text-warning text-xs">{t("translate.same")}</p> : null}
          <div className="text-sm">
            <p className="font-medium text-xs">{t("translate.cannot")}</p>
            <p className="max-w-prose text-muted text-xs">{t(`translate.limits.${format}`)}</p>
            <p className="max-w-prose text-muted text-xs">{t("translate.columns")}</p>
          </div>
          <RewriteForm
            dataset={dataset}
            suggested={`${view.name}-${format}`}
            request={{ fixes: [], format }}
          />
        </CardBody>
      </Card>
      <section className="flex min-w-0 flex-col gap-2">
        <h2 className="font-medium text-sm">{t("translate.preview", { row: view.row + 1 })}</h2>
        <RowStepper row={view.row} rows={rows} onRow={onRow} />
        <p className="text-muted text-xs">{t("translate.previewBody")}</p>
        {row ? <RowCard row={row} dataset={dataset} /> : <Skeleton className="h-48 rounded-lg" />}
      </section>
    </div>
  );
}
