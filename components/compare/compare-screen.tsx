// Owns the page of runs on one chart: which runs the address names, and what is shown of them.
"use client";
import { useQueries, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { lazy, Suspense } from "react";
import { comparedIds } from "@/client/compare/twin-address.ts";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { useEventsOfRuns } from "@/client/live/use-run-feed.ts";
import { engineQueries } from "@/client/queries/engines.ts";
import { runQueries } from "@/client/queries/runs.ts";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { CompareCharts } from "./compare-charts.tsx";
import { CompareSkeleton } from "./compare-skeleton.tsx";
import { NumbersTable } from "./numbers-table.tsx";

/** Last on the page, and the only one that reads configs. */
const RunDifferences = lazy(() =>
  import("./run-differences.tsx").then((file) => ({ default: file.RunDifferences })),
);

export function CompareScreen() {
  const t = useT("compare");
  const textOf = useFailureText();
  const asked = comparedIds(useSearchParams());
  const { data: engines } = useQuery(engineQueries.list());
  const answers = useQueries({ queries: asked.map((id) => runQueries.detail(id)) });
  const details = answers.flatMap(({ data }) => (data ? [data] : []));
  const feeds = useEventsOfRuns(details.map(({ summary }) => summary.id));
  const missing = answers.filter(({ isError }) => isError);
  const [failure] = missing;
  const nameOf = (id: string) => engines?.find((engine) => engine.id === id)?.name ?? id;
  const runs = details.flatMap((detail, at) => {
    const feed = feeds[at];
    return feed ? [{ detail, feed, engine: nameOf(detail.spec.engine) }] : [];
  });
  const none = asked.length === 0;
  return (
    <>
      <PageHeader
        title={t("runs.title")}
        meta={runs.length > 0 ? t("runs.meta", { count: runs.length }) : null}
      />
      {none ? (
        <EmptyState
          className="m-4 md:m-6"
          title={t("runs.empty")}
          body={t("runs.emptyBody")}
          action={<Button render={<Link href="/" />}>{t("runs.toRuns")}</Button>}
        />
      ) : null}
      {failure && details.length === 0 ? (
        <ErrorState
          className="m-4 md:m-6"
          {...textOf(failure.error)}
          action={<Button render={<Link href="/" />}>{t("runs.toRuns")}</Button>}
        />
      ) : null}
      {answers.some(({ isPending }) => isPending) && runs.length === 0 ? <CompareSkeleton /> : null}
      {runs.length > 0 ? (
        <div className="flex flex-col gap-4 p-4 md:p-6">
          {missing.length > 0 ? (
            <p role="status" className="text-sm text-warning">
              {t("runs.missing", { count: missing.length })}
            </p>
          ) : null}
          <CompareCharts runs={runs} />
          <NumbersTable runs={runs} />
          <Suspense>
            <RunDifferences runs={runs} />
          </Suspense>
        </div>
      ) : null}
    </>
  );
}
