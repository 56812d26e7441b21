// Owns the facts of a run beside its charts: what was trained with what, and what came of it.
"use client";
import { formatDuration } from "@/client/format/duration.ts";
import { formatCount, formatLoss, formatPercent } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import type { RunRecord } from "@/client/live/run-record.ts";
import { useRunEvents } from "@/client/live/use-run-feed.ts";
import { useEngineName, useStageKey } from "@/client/queries/engines.ts";
import { Card, CardBody, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { KeyValue, KeyValueList } from "@/components/ui/key-value.tsx";
import { RelativeTime } from "@/components/ui/relative-time.tsx";
import type { RunDetail } from "@/contract/run.ts";
import { bestOf } from "./best-of.ts";
import { RelatedRuns } from "./related-runs.tsx";
import { stageOf } from "./run-results.ts";

const methods = ["lora", "oft", "freeze", "full"] as const;
/** Supervised fine-tuning is what people expect; the others are named. */
const stages = ["pt", "rm", "dpo", "kto", "ppo", "ipo", "orpo", "simpo", "grpo"] as const;

export function Facts({ detail }: { detail: RunDetail }) {
  const t = useT("run");
  const locale = useLocale();
  const { summary } = detail;
  const { record } = useRunEvents(summary.id);
  const begin = record.begin ?? detail.begin;
  const environment = record.environment ?? detail.environment;
  const version = environment?.versions[summary.engine];
  const engine = useEngineName(summary.engine);
  const known = methods.find((method) => method === summary.method);
  const method = known ? t(`facts.methods.${known}`) : (summary.method ?? "–");
  const asked = stageOf(detail.spec.config, useStageKey(summary.engine));
  const stage = stages.find((each) => each === asked);
  return (
    <Card className="h-fit">
      <CardHeader>
        <CardTitle>{t("facts.title")}</CardTitle>
      </CardHeader>
      <CardBody>
        <KeyValueList>
          <KeyValue name={t("facts.model")}>{summary.model ?? "–"}</KeyValue>
          <KeyValue name={t("facts.data")}>{summary.datasets.join(", ") || "–"}</KeyValue>
          <KeyValue name={t("facts.method")}>
            {stage ? `${t(`facts.stages.${stage}`)} · ${method}` : method}
          </KeyValue>
          <KeyValue name={t("facts.parameters")}>
            {begin
              ? t("facts.parametersOf", {
                  trainable: formatCount(begin.trainableParams, locale),
                  total: formatCount(begin.totalParams, locale),
                  share: formatPercent(begin.trainableParams / begin.totalParams, 2),
                })
              : "–"}
          </KeyValue>
          <KeyValue name={t("facts.batch")}>{begin?.effectiveBatchSize ?? "–"}</KeyValue>
          <KeyValue name={t("facts.examples")}>{formatCount(begin?.examples, locale)}</KeyValue>
          <KeyValue name={t("facts.epochs")}>{begin?.epochs ?? "–"}</KeyValue>
          <KeyValue name={t("facts.steps")}>{formatCount(begin?.maxSteps, locale)}</KeyValue>
          <KeyValue name={t("facts.device")}>{environment?.device ?? "–"}</KeyValue>
          <KeyValue name={t("facts.engine")}>{version ? `${engine} ${version}` : engine}</KeyValue>
          <KeyValue name={t("facts.started")}>
            {summary.startedAt === null ? "–" : <RelativeTime value={summary.startedAt} />}
          </KeyValue>
          <KeyValue name={t("facts.duration")}>
            {formatDuration(summary.durationMs === null ? null : summary.durationMs / 1000, locale)}
          </KeyValue>
          <Outcome record={record} />
          <RelatedRuns run={summary} />
        </KeyValueList>
      </CardBody>
    </Card>
  );
}

function Outcome({ record }: { record: RunRecord }) {
  const t = useT("run");
  const locale = useLocale();
  const best = bestOf(record.eval, "eval_loss");
  const average = record.summary.latest("train_loss");
  return (
    <>
      {best ? (
        <KeyValue name={t("facts.best")}>
          {t("facts.bestAt", { value: formatLoss(best.value), step: best.step.toLocaleString(locale) })}
        </KeyValue>
      ) : null}
      {average === null ? null : <KeyValue name={t("facts.final")}>{formatLoss(average)}</KeyValue>}
    </>
  );
}
