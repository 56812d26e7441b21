// Owns one curve of the run as a card. Refuses to choose which curves there are.
"use client";
import type { ReactNode } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import type { RunRecord } from "@/client/live/run-record.ts";
import type { ChartView } from "@/components/charts/chart-types.ts";
import { LineChart } from "@/components/charts/line-chart.tsx";
import type { MetricChart } from "./metric-charts.ts";
import { useChartSeries } from "./use-chart-series.ts";

type MetricChartCardProps = {
  chart: MetricChart;
  record: RunRecord;
  view: ChartView;
  log: boolean;
  loading: boolean;
  empty: ReactNode;
  controls?: ReactNode;
};

export function MetricChartCard({
  chart,
  record,
  view,
  log,
  loading,
  empty,
  controls,
}: MetricChartCardProps) {
  const t = useT("run");
  const series = useChartSeries(chart, record, view.xKind);
  const main = chart.kind === "loss";
  return (
    <LineChart
      title={chart.kind === "other" ? chart.id : t(`chart.${chart.kind}`)}
      series={series}
      view={view}
      height={main ? 280 : 144}
      log={log && (chart.kind === "loss" || chart.kind === "gradNorm")}
      fromZero={chart.kind === "throughput" || chart.kind === "memory" || chart.kind === "learningRate"}
      loading={loading}
      empty={empty}
      controls={controls}
      withTable={main}
    />
  );
}
