// Owns the list in each of its states: loading, error, first visit, empty, no match, and the runs as table or cards.
"use client";
import type { UseQueryResult } from "@tanstack/react-query";
import { Archive, List, SearchX } from "lucide-react";
import Link from "next/link";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { useMedia } from "@/client/use-media.ts";
import { useRowKeys } from "@/client/use-row-keys.ts";
import { LoadFailure } from "@/components/shared/load-failure.tsx";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import type { RunSummary } from "@/contract/run.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { RunCard } from "./run-card.tsx";
import { noFilter, type RunFilter } from "./run-filter.ts";
import { RunTable } from "./run-table.tsx";
import { RunsSkeleton } from "./runs-skeleton.tsx";
import type { ChangeFilter } from "./use-run-filter.ts";
import { useRunRequests } from "./use-run-requests.ts";
import { useSelection } from "./use-selection.ts";
import type { WelcomeState } from "./use-welcome.ts";
import { WelcomeCard } from "./welcome.tsx";

export type RunListProps = {
  answer: UseQueryResult<RunSummary[]>;
  welcome: WelcomeState;
  /** Before filters. */
  total: number;
  shown: readonly RunSummary[];
  filter: RunFilter;
  change: ChangeFilter;
};

export function RunList({ welcome, ...list }: RunListProps) {
  if (welcome.type === "hidden") return <Listed {...list} />;
  return (
    <>
      <WelcomeCard {...welcome} />
      {list.total === 0 ? null : <Listed {...list} />}
    </>
  );
}

function Listed({ answer, total, shown, filter, change }: Omit<RunListProps, "welcome">) {
  if (answer.isPending) return <RunsSkeleton />;
  if (answer.isError && answer.data === undefined) {
    return <LoadFailure question={answer} />;
  }
  if (shown.length === 0) return <Nothing none={total === 0} filter={filter} change={change} />;
  return <Filled shown={shown} filter={filter} change={change} />;
}

const loadQuestions = () => import("./run-questions.tsx");
const RunQuestions = lazy(() => loadQuestions().then((file) => ({ default: file.RunQuestions })));

function Filled({ shown, filter, change }: Pick<RunListProps, "shown" | "filter" | "change">) {
  const wide = useMedia("(min-width: 48rem)");
  const list = useRef<HTMLDivElement>(null);
  const selection = useSelection(shown);
  const requests = useRunRequests();
  const [asked, setAsked] = useState(false);
  if (requests.asking && !asked) setAsked(true);
  useRowKeys(list);

  // External system: the network. Not needed for the first sight, but there before the studio can go away.
  useEffect(() => {
    loadQuestions().catch(() => undefined);
  }, []);

  return (
    <div ref={list} className="pb-20">
      {wide ? (
        <RunTable
          runs={shown}
          selection={selection}
          order={filter.order}
          onOrder={(order) => change({ order })}
          onRequest={requests.request}
        />
      ) : (
        <ul>
          {shown.map((run) => (
            <RunCard
              key={run.id}
              run={run}
              selected={selection.has(run.id)}
              onSelect={selection.set}
              onRequest={requests.request}
            />
          ))}
        </ul>
      )}
      <BulkBar
        selected={shown.filter(({ id }) => selection.has(id))}
        requests={requests}
        onClear={() => selection.setAll(false)}
      />
      <Suspense>{asked ? <RunQuestions requests={requests} /> : null}</Suspense>
    </div>
  );
}

function Nothing({ none, filter, change }: { none: boolean; filter: RunFilter; change: ChangeFilter }) {
  const t = useT("runs");
  const back = (
    <Button onClick={() => change(noFilter)}>
      {t(filter.archived ? "empty.backToRuns" : "clearFilters")}
    </Button>
  );
  if (!none)
    return (
      <EmptyState icon={<SearchX />} title={t("empty.noMatch")} body={t("empty.noMatchBody")} action={back} />
    );
  if (filter.archived)
    return (
      <EmptyState icon={<Archive />} title={t("empty.archive")} body={t("empty.archiveBody")} action={back} />
    );
  return (
    <EmptyState
      icon={<List />}
      title={t("empty.title")}
      body={t("empty.body")}
      action={<Button render={<Link href="/new/" />}>{t("newRun")}</Button>}
    />
  );
}
