// Owns one row of the data as each engine writes and learns it, one over the other. Refuses to judge which is right.
"use client";
import { useQueries } from "@tanstack/react-query";
import { tokenRuns } from "@/client/datasets/token-runs.ts";
import { useFailureText } from "@/client/failure-text.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { datasetQueries } from "@/client/queries/datasets.ts";
import { Card, CardBody, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { cn } from "@/components/ui/cn.ts";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import type { Encoding } from "@/contract/dataset-scan.ts";
import type { Side } from "./outlook-pair.tsx";
import { agreement } from "./sample-agreement.ts";
import { SideName } from "./side-heads.tsx";

/** A region that scrolls must take the focus, or the keyboard cannot scroll it. */
const focusable = { tabIndex: 0 };
const learnedClass =
  "bg-accent-surface text-accent-text underline decoration-accent decoration-1 underline-offset-3";

export function SamplePair({ sides }: { sides: readonly Side[] }) {
  const t = useT("compare");
  const textOf = useFailureText();
  const asked = sides.flatMap(({ name, outlook: { sample } }, at) => (sample ? [{ name, at, sample }] : []));
  const answers = useQueries({
    queries: asked.map(({ sample: { dataset, dir, row, settings } }) =>
      datasetQueries.encoding({ name: dataset, dir: dir ?? undefined }, row, settings),
    ),
  });
  const [first] = asked;
  const encodings = answers.map(({ data }) => data ?? null);
  const told = agreement(encodings);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("sample.title")}</CardTitle>
      </CardHeader>
      <CardBody className="flex flex-col gap-3">
        {first ? (
          <p className="text-muted text-xs">
            {t("sample.body", { row: first.sample.row + 1, dataset: first.sample.dataset })}{" "}
            {told === null ? null : (
              <strong className="font-medium text-foreground">{t(`sample.${told}`)}</strong>
            )}
          </p>
        ) : (
          <p className="text-muted text-sm">{t("sample.none")}</p>
        )}
        {asked.map(({ name, at }, index) => {
          const answer = answers[index];
          const failure = answer?.isError ? textOf(answer.error) : null;
          return (
            <div key={name} className="flex min-w-0 flex-col gap-1.5">
              <h3 className="font-medium text-xs">
                <SideName name={name} at={at} />
              </h3>
              {failure ? (
                <p className="text-muted text-xs">{[failure.what, failure.why].filter(Boolean).join(" ")}</p>
              ) : answer?.data ? (
                <SampleTokens encoding={answer.data} name={name} />
              ) : (
                <Skeleton className="h-24 w-full" />
              )}
            </div>
          );
        })}
        {first
          ? sides.map(({ name, outlook: { sample } }, at) =>
              sample ? null : (
                <div key={name} className="flex min-w-0 flex-col gap-1.5">
                  <h3 className="font-medium text-xs">
                    <SideName name={name} at={at} />
                  </h3>
                  <p className="text-muted text-xs">{t("sample.none")}</p>
                </div>
              ),
            )
          : null}
      </CardBody>
    </Card>
  );
}

function SampleTokens({ encoding, name }: { encoding: Encoding; name: string }) {
  const t = useT("compare");
  const locale = useLocale();
  if (encoding.status === "dropped")
    return <p className="text-sm text-warning">{t("sample.dropped", { reason: encoding.reason })}</p>;
  const { tokens, cuts, length } = encoding;
  const learned = tokens.filter((token) => token.learned).length;
  return (
    <>
      <p className="text-muted text-xs tabular-nums">
        {t("sample.figures", {
          count: length.toLocaleString(locale),
          learned: learned.toLocaleString(locale),
        })}
      </p>
      <section
        aria-label={`${t("sample.title")}: ${name}`}
        {...focusable}
        className="max-h-56 overflow-auto whitespace-pre-wrap break-words rounded-md border bg-background p-2.5 font-mono text-xs leading-6"
      >
        {tokenRuns(tokens, cuts).map((run) =>
          run.kind === "text" ? (
            <span
              key={run.from}
              className={cn(run.learned ? learnedClass : "text-muted", run.special && "font-semibold")}
            >
              {run.tokens.map(({ text }) => (text === "\n" && run.learned ? "⏎\n" : text)).join("")}
            </span>
          ) : (
            <span key={`${run.kind} ${run.from}`} className="text-faint">
              {t("sample.cut", { count: run.count })}
            </span>
          ),
        )}
      </section>
    </>
  );
}
