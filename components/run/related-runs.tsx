// Owns the links to the run this one comes from and to those that came from it.
"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { comparison } from "@/client/compare/twin-address.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { runQueries } from "@/client/queries/runs.ts";
import { KeyValue } from "@/components/ui/key-value.tsx";
import type { RunSummary } from "@/contract/run.ts";
import { runHref } from "./use-run-commands.ts";

export function RelatedRuns({ run }: { run: RunSummary }) {
  const t = useT("run");
  const { data: runs = [] } = useQuery(runQueries.list({ archived: false }));
  const parent = run.parent === null ? null : run.parent;
  const twins = runs.filter(({ id, twin }) => twin === run.id || id === run.twin);
  const children = runs.filter((each) => each.parent === run.id);
  return (
    <>
      {parent === null ? null : (
        <KeyValue name={t("facts.parent")}>
          <RunLink id={parent} name={runs.find(({ id }) => id === parent)?.name ?? t("facts.open")} />
        </KeyValue>
      )}
      {twins.length === 0 ? null : (
        <KeyValue name={t("facts.twins")}>
          <span className="flex flex-col">
            {twins.map(({ id, name }) => (
              <RunLink key={id} id={id} name={name} />
            ))}
            <Link
              href={comparison([run.id, ...twins.map(({ id }) => id)])}
              className="w-fit text-accent-text underline-offset-2 hover:underline"
            >
              {t("facts.compare")}
            </Link>
          </span>
        </KeyValue>
      )}
      {children.length === 0 ? null : (
        <KeyValue name={t("facts.results")}>
          <span className="flex flex-col">
            {children.map(({ id, name }) => (
              <RunLink key={id} id={id} name={name} />
            ))}
          </span>
        </KeyValue>
      )}
    </>
  );
}

function RunLink({ id, name }: { id: string; name: string }) {
  return (
    <Link href={runHref(id)} className="w-fit text-accent-text underline-offset-2 hover:underline">
      {name}
    </Link>
  );
}
