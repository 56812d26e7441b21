// Owns turning the columns of a run into the series of one chart: words, look, units. Same arrays in, same series out.
"use client";
import { useMemo } from "react";
import { formatLearningRate, formatLoss, formatRate } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import type { PointTable } from "@/client/live/point-table.ts";
import type { RunRecord } from "@/client/live/run-record.ts";
import type { SeriesColor } from "@/components/charts/chart-theme.ts";
import type { LineChartSeries } from "@/components/charts/chart-types.ts";
import type { Span } from "@/components/charts/thin.ts";
import type { XKind } from "@/components/charts/ticks.ts";
import type { ChartKind, MetricChart } from "./metric-charts.ts";

const looks: Record<ChartKind, { color: SeriesColor; smoothed: boolean }> = {
  loss: { color: 1, smoothed: true },
  learningRate: { color: 3, smoothed: false },
  gradNorm: { color: 4, smoothed: true },
  throughput: { color: 5, smoothed: true },
  memory: { color: 6, smoothed: false },
  other: { color: 1, smoothed: true },
};

const rateUnits: Record<string, "token" | "sample" | "steps"> = {
  tokens_per_second: "token",
  samples_per_second: "sample",
  steps_per_second: "steps",
};

export function useChartSeries(chart: MetricChart, record: RunRecord, x: XKind): LineChartSeries[] {
  const t = useT("run");
  const locale = useLocale();
  const trainX = record.train.place(x);
  const evalX = record.eval.place(x);
  const trainY = chart.train === null ? null : record.train.metric(chart.train);
  const evalY = chart.eval === null ? null : record.eval.metric(chart.eval);

  return useMemo(() => {
    const { color, smoothed } = looks[chart.kind];
    const format = (value: number) => {
      if (chart.kind === "learningRate") return formatLearningRate(value);
      if (chart.kind === "memory") return `${value.toFixed(2)} GiB`;
      if (chart.kind !== "throughput") return formatLoss(value);
      return formatRate(value, t(`unit.${rateUnits[chart.train ?? ""] ?? "sample"}`), locale);
    };
    const series: LineChartSeries[] = [];
    if (trainY)
      series.push({
        id: "train",
        label: t("chart.train"),
        x: trainX,
        y: trainY,
        smoothed,
        look: { color, dash: [], dots: false },
        format,
      });
    if (evalY)
      series.push({
        id: "eval",
        label: t("chart.eval"),
        x: evalX,
        y: evalY,
        smoothed: false,
        look: { color: 2, dash: [5, 3], dots: true },
        format,
      });
    return series;
  }, [chart, trainX, trainY, evalX, evalY, t, locale]);
}

/** From the first to the last place of all points of a run. */
export function extentOf(
  { train, eval: evaluation }: Record<"train" | "eval", PointTable>,
  x: XKind,
): Span | null {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const places of [train.place(x), evaluation.place(x)]) {
    from = Math.min(from, places[0] ?? from);
    to = Math.max(to, places[places.length - 1] ?? to);
  }
  return from <= to ? [from, to] : null;
}
