// Owns one chart: what it draws, what it says of the place pointed at, and what it shows while there is nothing.
"use client";
import { Table2 } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { useResolvedTheme } from "@/client/theme.ts";
import { Button } from "@/components/ui/button.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import { Tooltip } from "@/components/ui/tooltip.tsx";
import { ChartLegend } from "./chart-legend.tsx";
import { ChartTable } from "./chart-table.tsx";
import { ChartTooltip } from "./chart-tooltip.tsx";
import type { ChartView, LineChartSeries } from "./chart-types.ts";
import { Plot } from "./plot.tsx";
import type { Hovered } from "./plot-handle.ts";
import { prepareChart } from "./prepare.ts";
import { useSummary } from "./use-summary.ts";
import { useWidth } from "./use-width.ts";

export type LineChartProps = {
  title: string;
  series: readonly LineChartSeries[];
  view: ChartView;
  height: number;
  log?: boolean;
  fromZero?: boolean;
  /** The history is still being read. */
  loading: boolean;
  /** What it says while there is no point. */
  empty: ReactNode;
  /** Right of the title. */
  controls?: ReactNode;
  withTable?: boolean;
};

export function LineChart(props: LineChartProps) {
  const { title, series, view, height, log = false, fromZero = false, loading, empty } = props;
  const t = useT("run");
  const locale = useLocale();
  const theme = useResolvedTheme();
  const [ref, width] = useWidth();
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const [asTable, setAsTable] = useState(false);
  const { smoothing, zoom, xKind } = view;

  const chart = useMemo(
    () => prepareChart({ series, smoothing, log, view: zoom, columns: Math.max(1, width) }),
    [series, smoothing, log, zoom, width],
  );
  const structure = {
    lines: chart.lines.map((line) => ({
      role: line.role,
      look: series.find(({ id }) => id === line.series)?.look ?? { color: 1 as const, dash: [], dots: false },
    })),
    xKind,
    log,
    fromZero,
    syncKey: "run",
    locale,
  };
  const summary = useSummary(title, series);
  const points = series.some(({ x }) => x.length > 0);

  return (
    <figure className="flex min-w-0 flex-col rounded-lg border bg-surface" data-slot="line-chart">
      <figcaption className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 py-1 pr-1.5 pl-3">
        <span className="font-medium text-sm">{title}</span>
        <ChartLegend
          series={series}
          chart={chart}
          hovered={hovered}
          named={props.withTable === true || series.length > 1}
        />
        {props.controls ? <div className="max-md:order-last max-md:w-full">{props.controls}</div> : null}
        <span className="ml-auto">
          {props.withTable ? (
            <Tooltip content={asTable ? t("chart.asLines") : t("chart.asTable")}>
              <Button
                variant="ghost"
                size="icon"
                aria-pressed={asTable}
                aria-label={t("chart.asTable")}
                onClick={() => setAsTable(!asTable)}
                className="size-7 aria-pressed:bg-surface-2 aria-pressed:text-foreground"
              >
                <Table2 aria-hidden />
              </Button>
            </Tooltip>
          ) : null}
        </span>
      </figcaption>
      <div ref={ref} className="group/plot relative min-w-0 overflow-hidden" style={{ height }}>
        {asTable ? (
          <ChartTable title={title} series={series} xKind={xKind} />
        ) : points && width > 0 ? (
          <div role="img" aria-label={summary}>
            <Plot
              key={`${theme} ${JSON.stringify(structure)}`}
              structure={structure}
              chart={chart}
              span={zoom ?? view.extent}
              width={width}
              height={height}
              onHover={setHovered}
              onZoom={view.onZoom}
            />
            <ChartTooltip series={series} chart={chart} hovered={hovered} xKind={xKind} />
          </div>
        ) : loading ? (
          <Skeleton className="mx-3 h-[calc(100%-0.75rem)]" />
        ) : (
          <div className="grid h-full place-items-center px-4 pb-6 text-center text-muted text-xs">
            {empty}
          </div>
        )}
      </div>
    </figure>
  );
}
