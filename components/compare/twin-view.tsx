// Owns a config beside its translation: what became of it, both texts, both outlooks, the same row, and the start.
"use client";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { twinSpec } from "@/client/compare/twin-spec.ts";
import { useFailureText } from "@/client/failure-text.ts";
import { formatPercent } from "@/client/format/number.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { translateQueries } from "@/client/queries/translate.ts";
import { Card, CardBody, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { CodeBlock } from "@/components/ui/code-block.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import type { EngineDescription } from "@/contract/engine.ts";
import type { RunSpec } from "@/contract/run.ts";
import { CompareSkeleton } from "./compare-skeleton.tsx";
import { OutcomeTable } from "./outcome-table.tsx";
import { OutlookPair, type Side } from "./outlook-pair.tsx";
import { SamplePair } from "./sample-pair.tsx";
import { SideName } from "./side-heads.tsx";
import { TwinActions } from "./twin-actions.tsx";

type TwinViewProps = {
  spec: RunSpec;
  /** The run it is the twin of; null for a text that has not been started. */
  runId: string | null;
  here: EngineDescription;
  other: EngineDescription;
};

export function TwinView({ spec, runId, here, other }: TwinViewProps) {
  const t = useT("compare");
  const textOf = useFailureText();
  const answer = useQuery(translateQueries.translation(spec, other.id));
  const config = answer.data?.config;
  const waiting = answer.data?.waiting ?? [];
  const twin = config === undefined ? null : twinSpec(spec, other.id, config, runId);
  const specs = twin && waiting.length === 0 ? [spec, twin] : [];
  const outlooks = useQueries({ queries: specs.map((each) => translateQueries.outlook(each, false)) });
  const withCurves = useQueries({ queries: specs.map((each) => translateQueries.outlook(each, true)) });
  const [mine, theirs] = outlooks.map(({ data }, at) => withCurves[at]?.data ?? data);
  const [wakingMine = false, wakingTheirs = false] = withCurves.map(({ isPending }) => isPending);
  const sides = useMemo(
    (): Side[] =>
      mine && theirs
        ? [
            { name: here.name, outlook: mine, waking: wakingMine },
            { name: other.name, outlook: theirs, waking: wakingTheirs },
          ]
        : [],
    [mine, theirs, wakingMine, wakingTheirs, here.name, other.name],
  );
  const failed = outlooks.find(({ isError }) => isError);
  return (
    <>
      <PageHeader
        title={t("twin.title", { engine: other.name })}
        meta={t("twin.of", { name: spec.name, engine: here.name })}
        actions={
          twin && waiting.length === 0 ? (
            <TwinActions
              spec={spec}
              twin={twin}
              runId={runId}
              errors={theirs?.errors ?? 0}
              stopped={answer.data?.rows.find(({ stops }) => stops)?.why ?? null}
              engine={other.name}
            />
          ) : null
        }
      />
      {answer.isError ? <ErrorState className="m-4 md:m-6" {...textOf(answer.error)} /> : null}
      {answer.isPending ? <CompareSkeleton /> : null}
      {answer.data ? (
        <div className="flex flex-col gap-4 p-4 md:p-6">
          {waiting.map(({ dataset, done, total }) => (
            <p key={dataset} role="status" className="text-muted text-sm tabular-nums">
              {t("twin.waiting", {
                dataset,
                engine: other.name,
                share: total ? formatPercent(done / total) : "…",
              })}
            </p>
          ))}
          {sides.length > 0 ? (
            <>
              <OutlookPair sides={sides} title={t("outlook.title")} />
              <SamplePair sides={sides} />
            </>
          ) : failed ? (
            <ErrorState {...textOf(failed.error)} />
          ) : (
            <Skeleton className="h-96 w-full" />
          )}
          <OutcomeTable rows={answer.data.rows} from={here.name} to={other.name} />
          <Card>
            <CardHeader>
              <CardTitle>{t("config.title")}</CardTitle>
            </CardHeader>
            <CardBody className="grid gap-4 lg:grid-cols-2">
              {[
                { name: here.name, text: spec.config },
                { name: other.name, text: answer.data.config },
              ].map(({ name, text }, at) => (
                <div key={name} className="flex min-w-0 flex-col gap-1.5">
                  <h3 className="font-medium text-xs">
                    <SideName name={name} at={at} />
                  </h3>
                  <CodeBlock code={text} label={name} className="max-h-[36rem]" />
                </div>
              ))}
            </CardBody>
          </Card>
        </div>
      ) : null}
    </>
  );
}
