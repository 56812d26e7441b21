// Owns the screen of all runs: its head, and the list in its states.
"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import Link from "next/link";
import { useT } from "@/client/i18n/use-t.ts";
import { engineQueries } from "@/client/queries/engines.ts";
import { runQueries } from "@/client/queries/runs.ts";
import { Button } from "@/components/ui/button.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { isNarrowed, matchesFilter } from "./run-filter.ts";
import { countRuns } from "./run-groups.ts";
import { RunList } from "./run-list.tsx";
import { sortRuns } from "./run-order.ts";
import { RunToolbar } from "./run-toolbar.tsx";
import { StateAnnouncer } from "./state-announcer.tsx";
import { useRunFilter } from "./use-run-filter.ts";
import { useWelcome } from "./use-welcome.ts";

export function RunsScreen() {
  const t = useT("runs");
  const [filter, change] = useRunFilter();
  const answer = useQuery(runQueries.list({ archived: filter.archived }));
  const { data: engines } = useQuery(engineQueries.list());

  const all = (answer.data ?? []).filter((run) => run.archived === filter.archived);
  const shown = sortRuns(
    all.filter((run) => matchesFilter(run, filter)),
    filter.order,
  );
  const title = t(filter.archived ? "archivedTitle" : "title");
  const counts = isNarrowed(filter)
    ? t("countsShown", { shown: shown.length, total: all.length })
    : t("counts", countRuns(all));
  const welcome = useWelcome(filter.archived ? undefined : answer.data);
  const engineName = (id: string) => engines?.find((engine) => engine.id === id)?.name ?? id;

  return (
    <>
      <PageHeader
        title={title}
        meta={all.length > 0 ? counts : null}
        actions={
          <Button variant={welcome.type === "shown" ? "default" : "primary"} render={<Link href="/new/" />}>
            <Plus aria-hidden />
            {t("newRun")}
          </Button>
        }
      >
        {welcome.type === "hidden" && !answer.isLoadingError ? (
          <RunToolbar runs={all} filter={filter} change={change} engineName={engineName} />
        ) : null}
      </PageHeader>
      <RunList
        answer={answer}
        welcome={welcome}
        total={all.length}
        shown={shown}
        filter={filter}
        change={change}
      />
      <StateAnnouncer />
    </>
  );
}
