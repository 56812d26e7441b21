// Owns the frame of one dataset: what it is, its tabs, how far its rows are known. Refuses the contents of the tabs.
"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, CloudOff, Play } from "lucide-react";
import Link from "next/link";
import { lazy, type ReactNode, Suspense } from "react";
import { datasetTabs, newRunHref } from "@/client/datasets/address.ts";
import { purposeOf, stageFor } from "@/client/datasets/fitness.ts";
import { formatBytes } from "@/client/format/bytes.ts";
import { formatCount } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { datasetQueries } from "@/client/queries/datasets.ts";
import { LoadFailure } from "@/components/shared/load-failure.tsx";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs.tsx";
import { FitnessBadge } from "../list/entry-words.tsx";
import { ConversationsTab } from "../rows/conversations-tab.tsx";
import { TableTab } from "../rows/table-tab.tsx";
import { IndexProgress } from "./index-progress.tsx";
import { PageSkeleton } from "./page-skeleton.tsx";
import { type DatasetTabProps, type DatasetView, useDatasetView } from "./use-dataset-view.ts";

const SearchTab = lazy(() => import("../scans/search-tab.tsx").then((file) => ({ default: file.SearchTab })));
const CheckTab = lazy(() => import("../scans/check-tab.tsx").then((file) => ({ default: file.CheckTab })));
const StatisticsTab = lazy(() =>
  import("../scans/statistics-tab.tsx").then((file) => ({ default: file.StatisticsTab })),
);
const TokensTab = lazy(() =>
  import("../tokens/tokens-tab.tsx").then((file) => ({ default: file.TokensTab })),
);
const TranslateTab = lazy(() =>
  import("../scans/translate-tab.tsx").then((file) => ({ default: file.TranslateTab })),
);
const DefinitionTab = lazy(() =>
  import("./definition-tab.tsx").then((file) => ({ default: file.DefinitionTab })),
);

export function DatasetScreen({ address }: { address: DatasetView }) {
  const t = useT("dataset");
  const locale = useLocale();
  const { dataset, go } = useDatasetView(address);
  const answer = useQuery(datasetQueries.detail(dataset));
  const { data } = answer;
  const total = data?.index.status === "ready" ? data.index.rows : (data?.entry.rows ?? null);
  return (
    <Tabs value={address.tab} onValueChange={(tab) => go({ tab })}>
      <PageHeader
        title={address.name}
        heading={
          <div className="flex min-w-0 items-center gap-2">
            <Button
              size="icon"
              variant="ghost"
              className="-ml-2"
              aria-label={t("back")}
              title={t("back")}
              render={<Link href="/datasets/" />}
            >
              <ArrowLeft aria-hidden />
            </Button>
            <h1 className="min-w-0 truncate font-semibold text-xl">{address.name}</h1>
            {data ? <FitnessBadge entry={data.entry} /> : null}
          </div>
        }
        meta={
          data
            ? t("facts", {
                rows: total === null ? "–" : formatCount(total, locale),
                size: formatBytes(data.entry.bytes),
              })
            : null
        }
        actions={
          <Button
            variant="primary"
            render={<Link href={newRunHref(address, data && stageFor[purposeOf(data.entry)])} />}
          >
            <Play aria-hidden />
            {t("newRun")}
          </Button>
        }
      >
        <TabList aria-label={t("tab.label")} className="border-b-0">
          {datasetTabs.map((tab) => (
            <Tab key={tab} value={tab}>
              {t(`tab.${tab}`)}
            </Tab>
          ))}
        </TabList>
      </PageHeader>
      <IndexProgress index={data?.index ?? null} />
      {answer.isPending ? <PageSkeleton /> : null}
      {answer.isLoadingError ? <LoadFailure question={answer} /> : null}
      {data ? (
        <TabPanel value={address.tab} className="p-4 md:p-6">
          <Suspense fallback={<PageSkeleton />}>
            <Shown view={address} detail={data} go={go} />
          </Suspense>
        </TabPanel>
      ) : null}
    </Tabs>
  );
}

function Shown(props: DatasetTabProps): ReactNode {
  const { tab } = props.view;
  const t = useT("dataset");
  if (tab === "definition") return <DefinitionTab {...props} />;
  const { entry, index } = props.detail;
  if (entry.source !== "file")
    return <EmptyState icon={<CloudOff />} title={t("notLocal")} body={t("notLocalBody")} />;
  if (entry.problem !== null && index.status === "failed")
    return <ErrorState className="max-w-3xl" what={t("missing")} why={entry.problem} todo={index.message} />;
  switch (tab) {
    case "conversations":
      return <ConversationsTab {...props} />;
    case "table":
      return <TableTab {...props} />;
    case "search":
      return <SearchTab {...props} />;
    case "check":
      return <CheckTab {...props} />;
    case "statistics":
      return <StatisticsTab {...props} />;
    case "tokens":
      return <TokensTab {...props} />;
    case "translate":
      return <TranslateTab {...props} />;
  }
}
