// Owns the overview of a run that has no curves: a merge, an export, an installation. Progress, results, log.
"use client";
import { formatDuration } from "@/client/format/duration.ts";
import { formatPercent } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { useEngineName } from "@/client/queries/engines.ts";
import { useReasonWords } from "@/client/reason-words.ts";
import { Card, CardBody, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { KeyValue, KeyValueList } from "@/components/ui/key-value.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import { RelativeTime } from "@/components/ui/relative-time.tsx";
import type { RunDetail } from "@/contract/run.ts";
import { isLive } from "@/contract/run-status.ts";
import { LogTail } from "./log-tail.tsx";
import { RelatedRuns } from "./related-runs.tsx";
import { ResultHints } from "./result-hints.tsx";
import { ResultNumbers } from "./result-numbers.tsx";
import { useLiveProgress } from "./use-live-progress.ts";
import { useProgressWords } from "./use-progress-words.ts";

export function WorkOverview({ detail, onLog }: { detail: RunDetail; onLog: () => void }) {
  const t = useT("run");
  const locale = useLocale();
  const { summary } = detail;
  const engine = useEngineName(summary.engine);
  return (
    <>
      {isLive(summary.state) ? <WorkProgress detail={detail} /> : null}
      <ResultNumbers detail={detail} />
      <ResultHints detail={detail} />
      <div className="grid gap-4 xl:grid-cols-[minmax(0,1fr)_18rem]">
        <LogTail run={summary} rows={18} onOpen={onLog} />
        <Card className="h-fit">
          <CardHeader>
            <CardTitle>{t("facts.title")}</CardTitle>
          </CardHeader>
          <CardBody>
            <KeyValueList>
              {summary.model ? <KeyValue name={t("facts.model")}>{summary.model}</KeyValue> : null}
              <KeyValue name={t("facts.engine")}>{engine}</KeyValue>
              <KeyValue name={t("facts.started")}>
                {summary.startedAt === null ? "–" : <RelativeTime value={summary.startedAt} />}
              </KeyValue>
              <KeyValue name={t("facts.duration")}>
                {formatDuration(summary.durationMs === null ? null : summary.durationMs / 1000, locale)}
              </KeyValue>
              <RelatedRuns run={summary} />
            </KeyValueList>
          </CardBody>
        </Card>
      </div>
    </>
  );
}

function WorkProgress({ detail }: { detail: RunDetail }) {
  const t = useT("run");
  const locale = useLocale();
  const { summary } = detail;
  const { record, progress, share, perSecond } = useLiveProgress(summary);
  const said = progress?.message ?? record.phase?.message;
  const words = useProgressWords();
  const { phase } = useReasonWords();
  const facts = [
    progress ? t(`head.amount.${progress.unit}`, words.pair(progress)) : null,
    perSecond === null || !progress ? null : words.rate(perSecond, progress.unit),
    summary.etaMs === null ? null : t("head.left", { time: formatDuration(summary.etaMs / 1000, locale) }),
  ].filter((fact) => fact !== null);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t(`work.title.${summary.kind}`)}</CardTitle>
      </CardHeader>
      <CardBody className="flex flex-col gap-2">
        <p className="min-h-5 truncate">{said ? phase(said) : t("work.waiting")}</p>
        <div className="flex items-center gap-3">
          <Progress value={share} aria-label={t("head.progress", { name: summary.name })} />
          <span className="w-10 shrink-0 text-right text-xs tabular-nums">
            {share === null ? null : formatPercent(share)}
          </span>
        </div>
        <p className="min-h-4 text-muted text-xs tabular-nums">{facts.join(" · ")}</p>
      </CardBody>
    </Card>
  );
}
