// Owns the curves of several runs on shared charts: one chart per metric, one line per run, one x and one cursor for all.
"use client";
import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { type ComparedMetric, comparedMetrics } from "@/client/compare/shared-metrics.ts";
import { formatLearningRate, formatLoss } from "@/client/format/number.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { ChartControls, useSmoothing } from "@/components/charts/chart-controls.tsx";
import {
  type ChartSettings,
  readChartSettings,
  writeChartSettings,
} from "@/components/charts/chart-settings.ts";
import type { ChartView, LineChartSeries } from "@/components/charts/chart-types.ts";
import { LineChart } from "@/components/charts/line-chart.tsx";
import type { XKind } from "@/components/charts/ticks.ts";
import type { ComparedRun } from "./compared-run.ts";
import { lookOf } from "./run-looks.ts";

export function CompareCharts({ runs }: { runs: readonly ComparedRun[] }) {
  const t = useT("compare");
  const [view, setView] = useSettings();
  const [smoothing, setSmoothing] = useSmoothing(view.smoothing);
  const metrics = comparedMetrics(runs.map(({ feed }) => feed.record));
  const extent = extentOf(runs, view.x);
  const [from, to] = extent ?? [null, null];
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
  const loading = runs.some(({ feed }) => !feed.loaded);
  const [first, ...rest] = metrics;
  const shared = { runs, view: chartView, log: view.log, loading };
  return (
    <section aria-label={t("runs.charts")} className="flex flex-col gap-4">
      {first ? (
        <MetricChart
          {...shared}
          metric={first}
          height={340}
          controls={
            <ChartControls
              settings={view}
              onChange={setView}
              kinds={kinds}
              smoothing={smoothing}
              onSmoothing={setSmoothing}
            />
          }
        />
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {rest.map((metric) => (
          <MetricChart key={metric.id} {...shared} metric={metric} height={200} />
        ))}
      </div>
    </section>
  );
}

type MetricChartProps = {
  runs: readonly ComparedRun[];
  metric: ComparedMetric;
  view: ChartView;
  log: boolean;
  loading: boolean;
  height: number;
  controls?: React.ReactNode;
};

function MetricChart({ runs, metric, view, log, loading, height, controls }: MetricChartProps) {
  const t = useT("compare");
  const isRate = metric.name === "learning_rate";
  const series = runs.map(({ detail, feed }, at): LineChartSeries => {
    const table = feed.record[metric.of];
    const values = table.metric(metric.name);
    return {
      id: detail.summary.id,
      label: detail.summary.name,
      x: values ? table.place(placeOf(view.xKind)) : none,
      y: values ?? none,
      smoothed: metric.of === "train" && !isRate,
      look: { ...lookOf(at), dots: metric.of === "eval" },
      format: isRate ? formatLearningRate : formatLoss,
    };
  });
  return (
    <LineChart
      title={metric.name}
      series={series}
      view={view}
      height={height}
      log={log && !isRate}
      loading={loading}
      empty={t("runs.noPoints")}
      withTable={controls !== undefined}
      {...(controls === undefined ? {} : { controls })}
    />
  );
}

const none = new Float64Array();
/** Runs of different days have no common time. */
const kinds = ["step", "epoch", "elapsed"] as const satisfies readonly XKind[];
const placeOf = (kind: XKind) => (kind === "epoch" || kind === "elapsed" ? kind : "step");

function extentOf(runs: readonly ComparedRun[], x: XKind): [number, number] | null {
  const places = runs.flatMap(({ feed: { record } }) => [
    record.train.place(placeOf(x)),
    record.eval.place(placeOf(x)),
  ]);
  const from = Math.min(...places.map((column) => column[0] ?? Number.POSITIVE_INFINITY));
  const to = Math.max(...places.map((column) => column[column.length - 1] ?? Number.NEGATIVE_INFINITY));
  return from <= to ? [from, to] : null;
}

function useSettings(): [ChartSettings, (change: Partial<ChartSettings>) => void] {
  const search = useSearchParams().toString();
  const view = useMemo(() => readChartSettings(new URLSearchParams(search), kinds), [search]);
  const setView = useCallback((change: Partial<ChartSettings>) => {
    const next = writeChartSettings(new URLSearchParams(location.search), change);
    history.replaceState(null, "", `?${next.toString().replaceAll("%2C", ",")}`);
  }, []);
  return [view, setView];
}
