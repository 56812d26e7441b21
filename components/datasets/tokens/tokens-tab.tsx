// Owns the row as the model will see it, and the whole set against the cutoff. Everything shown is the engine's own word.
"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Cpu, ScanText } from "lucide-react";
import Link from "next/link";
import { useCallback } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { datasetQueries } from "@/client/queries/datasets.ts";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import type { EncodeSettings } from "@/contract/dataset-scan.ts";
import { PageSkeleton } from "../page/page-skeleton.tsx";
import type { DatasetTabProps } from "../page/use-dataset-view.ts";
import { knownRows } from "../rows/known-rows.ts";
import { RowStepper } from "../rows/row-stepper.tsx";
import { EncodedRow } from "./encoded-row.tsx";
import { TokenSet } from "./token-set.tsx";
import { TokenSettings } from "./token-settings.tsx";
import { useEncodeSettings } from "./use-encode-settings.ts";

/** Stands in the key of a question that is not asked. */
const unset: EncodeSettings = {
  engine: "",
  model: "",
  template: "",
  cutoffLen: 1,
  stage: "sft",
  trainOnPrompt: false,
  maskHistory: false,
  options: {},
};

export function TokensTab({ view, detail, go }: DatasetTabProps) {
  const t = useT("dataset");
  const textOf = useFailureText();
  const dataset = { name: view.name, dir: view.dir };
  const choice = useEncodeSettings(detail);
  const { settings } = choice;
  const first = useQuery(datasetQueries.rows(dataset, 0));
  const rows = knownRows(detail.index, first.data);
  const encoding = useQuery({
    ...datasetQueries.encoding(dataset, view.row, settings ?? unset),
    enabled: settings !== null,
    placeholderData: keepPreviousData,
  });
  const onRow = useCallback((row: number) => go({ row }), [go]);
  if (choice.status === "loading") return <PageSkeleton />;
  if (choice.status === "no-engine")
    return (
      <EmptyState
        icon={<Cpu />}
        title={t("tokens.noEngine")}
        body={t("tokens.noEngineBody")}
        action={<Button render={<Link href="/settings/" />}>{t("tokens.toSettings")}</Button>}
      />
    );
  return (
    <div className="flex flex-col gap-4">
      <TokenSettings choice={choice} />
      <RowStepper row={view.row} rows={rows} onRow={onRow} />
      {settings === null ? (
        <EmptyState icon={<ScanText />} title={t("tokens.choose")} className="px-0 sm:px-0" />
      ) : null}
      {settings !== null && encoding.isPending ? (
        <div role="status" className="flex flex-col gap-2">
          <p className="text-muted text-xs">{t("tokens.asking")}</p>
          <Skeleton className="h-48 rounded-lg" />
        </div>
      ) : null}
      {encoding.error ? <ErrorState className="max-w-3xl" {...textOf(encoding.error)} /> : null}
      {encoding.data && !encoding.error && settings !== null ? (
        <div className={encoding.isPlaceholderData ? "opacity-60 transition-opacity" : undefined}>
          <EncodedRow encoding={encoding.data} dataset={dataset} />
        </div>
      ) : null}
      {settings === null ? null : <TokenSet dataset={dataset} settings={settings} />}
    </div>
  );
}
