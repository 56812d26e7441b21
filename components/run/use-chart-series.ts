// Owns turning the columns of a run into the series of one chart: words, look, units. Same arrays in, same series out.
"use client";
import { useMemo, useState } from "react";
import { formatLearningRate, formatLoss, formatRate } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import type { PointTable } from "@/client/live/point-table.ts";
import type { RunRecord } from "@/client/live/run-record.ts";
import type { SeriesColor } from "@/components/charts/chart-theme.ts";
import type { LineChartSeries } from "@/components/charts/chart-types.ts";
import type { Span } from "@/components/charts/thin.ts";
import type { XKind } from "@/components/charts/ticks.ts";
import type { ChartKind, MetricChart, MetricLine } from "./metric-charts.ts";

const looks: Record<ChartKind, { color: SeriesColor; smoothed: boolean }> = {
  loss: { color: 1, smoothed: true },
  rewards: { color: 3, smoothed: true },
  margins: { color: 1, smoothed: true },
  accuracy: { color: 1, smoothed: true },
  learningRate: { color: 3, smoothed: false },
  gradNorm: { color: 4, smoothed: true },
  throughput: { color: 5, smoothed: true },
  memory: { color: 6, smoothed: false },
  kl: { color: 1, smoothed: true },
  logps: { color: 3, smoothed: true },
  logits: { color: 3, smoothed: true },
  other: { color: 1, smoothed: true },
};

const rateUnits: Record<string, "token" | "sample" | "steps"> = {
  tokens_per_second: "token",
  samples_per_second: "sample",
  steps_per_second: "steps",
};

const none = new Float64Array();

/** Told apart by dash and dots as well as by colour. */
function lookOf({ kind }: MetricChart, { of, part }: MetricLine): LineChartSeries["look"] {
  const evaluated = of === "eval";
  if (part === "whole")
    return evaluated
      ? { color: 2, dash: [5, 3], dots: true }
      : { color: looks[kind].color, dash: [], dots: false };
  return part === "chosen"
    ? { color: 3, dash: [], dots: evaluated }
    : { color: 4, dash: [7, 3], dots: evaluated };
}

export function useChartSeries(chart: MetricChart, record: RunRecord, x: XKind): LineChartSeries[] {
  const t = useT("run");
  const locale = useLocale();
  const places = { train: record.train.place(x), eval: record.eval.place(x) };
  const columns = useSame(
    chart.lines.flatMap(({ of, name }) => [places[of], record[of].metric(name)] as const),
  );

  return useMemo(() => {
    const { smoothed } = looks[chart.kind];
    const format = (value: number) => {
      if (chart.kind === "learningRate") return formatLearningRate(value);
      if (chart.kind === "memory") return `${value.toFixed(2)} GiB`;
      if (chart.kind !== "throughput") return formatLoss(value);
      return formatRate(value, t(`unit.${rateUnits[chart.lines[0]?.name ?? ""] ?? "sample"}`), locale);
    };
    return chart.lines.flatMap((line, at): LineChartSeries[] => {
      const [place, values] = columns.slice(2 * at);
      // Both names of a pair stand there from the start, so that the first point moves nothing.
      if (!values && line.part === "whole") return [];
      const { of, part, name } = line;
      return [
        {
          id: `${of} ${name}`,
          label: t(`chart.${part === "whole" ? of : part}`),
          x: values && place ? place : none,
          y: values ?? none,
          smoothed: smoothed && of === "train",
          look: lookOf(chart, line),
          format,
        },
      ];
    });
  }, [chart, columns, t, locale]);
}

/** The very list of before while its members are the same. */
function useSame<T>(list: readonly T[]): readonly T[] {
  const [kept, keep] = useState(list);
  if (kept.length === list.length && kept.every((member, at) => member === list[at])) return kept;
  keep(list);
  return list;
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
