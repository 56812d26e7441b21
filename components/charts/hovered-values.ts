// Owns what a chart says of a place: the value of each series at its nearest sample, or its latest. Pure.
import type { Hovered } from "./plot-handle.ts";
import type { PreparedChart } from "./prepare.ts";

export type SeriesValue = {
  id: string;
  /** The sample itself. */
  value: number | null;
  smoothed: number | null;
  /** Where that sample is along x; null for the latest. */
  x: number | null;
};

/** At the place pointed at. */
export function valuesAt(chart: PreparedChart, hovered: Hovered): SeriesValue[] {
  const found = new Map<string, SeriesValue>();
  for (const [number, line] of chart.lines.entries()) {
    const index = hovered[number + 1];
    const value = index === null || index === undefined ? null : (line.values[index] ?? null);
    const x = index === null || index === undefined ? null : (chart.x[index] ?? null);
    const entry = found.get(line.series) ?? { id: line.series, value: null, smoothed: null, x };
    found.set(line.series, line.role === "smooth" ? { ...entry, smoothed: value } : { ...entry, value, x });
  }
  return [...found.values()];
}

/** The last sample of each series that is a number. */
export function latestValues(series: readonly { id: string; y: Float64Array }[]): SeriesValue[] {
  return series.map(({ id, y }) => {
    let index = y.length - 1;
    while (index >= 0 && !Number.isFinite(y[index])) index--;
    return { id, value: y[index] ?? null, smoothed: null, x: null };
  });
}
