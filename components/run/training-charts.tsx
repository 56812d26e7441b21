// Owns the charts of a training run: the loss large, the others below, all with one x and one cursor.
"use client";
import { useMemo } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import type { RunRecord } from "@/client/live/run-record.ts";
import { useRunEvents } from "@/client/live/use-run-feed.ts";
import { useStageKey } from "@/client/queries/engines.ts";
import { ChartControls, useSmoothing } from "@/components/charts/chart-controls.tsx";
import type { ChartView } from "@/components/charts/chart-types.ts";
import { cn } from "@/components/ui/cn.ts";
import type { RunDetail } from "@/contract/run.ts";
import { isFinal } from "@/contract/run-status.ts";
import { MetricChartCard } from "./metric-chart-card.tsx";
import { type MetricChart, metricCharts } from "./metric-charts.ts";
import { loggingSteps, stageOf } from "./run-results.ts";
import type { RunView } from "./run-view.ts";
import { extentOf } from "./use-chart-series.ts";
import type { SetRunView } from "./use-run-view.ts";

type TrainingChartsProps = { detail: RunDetail; view: RunView; setView: SetRunView };

export function TrainingCharts({ detail, view, setView }: TrainingChartsProps) {
  const t = useT("run");
  const { record, loaded } = useRunEvents(detail.summary.id);
  const [smoothing, setSmoothing] = useSmoothing(view.smoothing);
  const trainNames = record.train.names.join("\n");
  const evalNames = record.eval.names.join("\n");
  const [from, to] = extentOf(record, view.x) ?? [null, null];
  // A new name makes a new list; a new point does not.
  const stage = stageOf(configOf(detail), useStageKey(detail.summary.engine));
  const charts = useMemo(() => chartsOf(trainNames, evalNames, stage), [trainNames, evalNames, stage]);
  const chartView: ChartView = useMemo(
    () => ({
      xKind: view.x,
      extent: from === null ? null : [from, to],
      zoom: view.zoom,
      smoothing,
      onZoom: (zoom) => setView({ zoom }),
    }),
    [view.x, view.zoom, from, to, smoothing, setView],
  );
  const empty = useEmptyWords(detail);
  const [loss, ...rest] = charts;
  // While it runs every place is kept; afterwards a curve without a point will never have one.
  const over = loaded && isFinal(detail.summary.state);
  const others = rest.filter((chart) => !over || hasPoints(chart, record));
  const shared = { record, view: chartView, log: view.log, loading: !loaded };
  const none = record.train.length > 0 ? t("chart.notReported") : empty;
  return (
    <>
      {loss ? (
        <MetricChartCard
          chart={loss}
          {...shared}
          empty={empty}
          controls={
            <ChartControls
              settings={view}
              onChange={setView}
              smoothing={smoothing}
              onSmoothing={setSmoothing}
            />
          }
        />
      ) : null}
      {others.length === 0 ? null : (
        <div className={cn("grid gap-4 sm:grid-cols-2", inThrees(others.length) && "lg:grid-cols-3")}>
          {others.map((chart) => (
            <MetricChartCard key={chart.id} chart={chart} {...shared} empty={none} />
          ))}
        </div>
      )}
    </>
  );
}

/** Three in a row where that leaves no hole, or where two would make a long way down. */
const inThrees = (count: number) => count % 3 === 0 || count > 6;

function hasPoints({ lines }: MetricChart, record: RunRecord): boolean {
  return lines.some(({ of, name }) => record[of].latest(name) !== null);
}

function chartsOf(train: string, evaluation: string, stage: string | null) {
  const listOf = (names: string) => ({ names: names.split("\n").filter((name) => name !== "") });
  return metricCharts(listOf(train), listOf(evaluation), stage);
}

const configOf = ({ spec, files }: RunDetail) => files[0]?.text ?? spec.config;

function useEmptyWords(detail: RunDetail): string {
  const t = useT("run");
  const steps = loggingSteps(configOf(detail));
  return steps === null ? t("chart.emptyWaiting") : t("chart.emptySteps", { steps });
}
