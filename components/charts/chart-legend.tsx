// Owns the row that names the lines with their values: the latest, or those at the place pointed at in any chart.

import type { LineChartSeries } from "./chart-types.ts";
import { latestValues, valuesAt } from "./hovered-values.ts";
import { LineSwatch } from "./line-swatch.tsx";
import type { Hovered } from "./plot-handle.ts";
import type { PreparedChart } from "./prepare.ts";

type ChartLegendProps = {
  series: readonly LineChartSeries[];
  chart: PreparedChart;
  hovered: Hovered | null;
  /** Whether the lines need names; a single one goes by the title. */
  named: boolean;
};

export function ChartLegend({ series, chart, hovered, named }: ChartLegendProps) {
  const values = hovered ? valuesAt(chart, hovered) : latestValues(series);
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-3">
      {series.map(({ id, label, look, format }) => {
        const found = values.find((each) => each.id === id);
        const value = found?.smoothed ?? found?.value ?? null;
        return (
          <span key={id} className="inline-flex items-center gap-1.5 text-xs">
            {named ? (
              <>
                <LineSwatch look={look} />
                <span className="text-muted">{label}</span>
              </>
            ) : null}
            <span className="min-w-11 tabular-nums">{value === null ? "–" : format(value)}</span>
          </span>
        );
      })}
    </span>
  );
}
