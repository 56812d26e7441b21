// Owns a chart in one sentence per line, for those who hear it: how many points, from where to where, the lowest.
"use client";
import { useMemo } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import type { LineChartSeries } from "./chart-types.ts";

export type Extremes = { count: number; first: number; last: number; least: number };

export function extremesOf(values: Float64Array): Extremes | null {
  let found: Extremes | null = null;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    found ??= { count: 0, first: value, last: value, least: value };
    found.count++;
    found.last = value;
    if (value < found.least) found.least = value;
  }
  return found;
}

export function useSummary(title: string, series: readonly LineChartSeries[]): string {
  const t = useT("run");
  return useMemo(() => {
    const parts = series.flatMap(({ label, y, format }) => {
      const found = extremesOf(y);
      if (!found) return [];
      const { count, first, last, least } = found;
      const values = { first: format(first), last: format(last), least: format(least) };
      return [t("chart.summary", { label, count, ...values })];
    });
    return [title, ...parts].join(". ");
  }, [title, series, t]);
}
