// Owns the curves of several runs on shared charts: one chart per metric, one line per run, one x and one cursor for all.
"use client";
import { ZoomOut } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import {
  type CompareView,
  comparedX,
  readCompareView,
  writeCompareView,
} from "@/client/compare/compare-view.ts";
import { type ComparedMetric, comparedMetrics } from "@/client/compare/shared-metrics.ts";
import { formatLearningRate, formatLoss } from "@/client/format/number.ts";
import { useT } from "@/client/i18n/use-t.ts";
import type { ChartView, LineChartSeries } from "@/components/charts/chart-types.ts";
import { LineChart } from "@/components/charts/line-chart.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Select } from "@/components/ui/select.tsx";
import { Slider } from "@/components/ui/slider.tsx";
import { Switch } from "@/components/ui/switch.tsx";
import { Tooltip } from "@/components/ui/tooltip.tsx";
import type { ComparedRun } from "./compared-run.ts";
import { lookOf } from "./run-looks.ts";

export function CompareCharts({ runs }: { runs: readonly ComparedRun[] }) {
  const t = useT("compare");
  const [view, setView] = useCompareView();
  const [dragged, setDragged] = useState<number | null>(null);
  const smoothing = dragged ?? view.smoothing;
  const metrics = comparedMetrics(runs.map(({ feed }) => feed.record));
  const extent = extentOf(runs, view.x);
  const [from, to] = extent ?? [null, null];
  const chartView: ChartView = useMemo(
    () => ({
      xKind: view.x,
      extent: from === null ? null : [from, to],
      zoom: view.zoom,
      smoothing,
      onZoom: (zoom) => setView({ zoom: zoom && [zoom[0], zoom[1]] }),
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
          controls={<Controls view={view} setView={setView} smoothing={smoothing} setDragged={setDragged} />}
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
const placeOf = (kind: ChartView["xKind"]) => (kind === "epoch" || kind === "elapsed" ? kind : "step");

function extentOf(runs: readonly ComparedRun[], x: CompareView["x"]): [number, number] | null {
  const places = runs.flatMap(({ feed: { record } }) => [record.train.place(x), record.eval.place(x)]);
  const from = Math.min(...places.map((column) => column[0] ?? Number.POSITIVE_INFINITY));
  const to = Math.max(...places.map((column) => column[column.length - 1] ?? Number.NEGATIVE_INFINITY));
  return from <= to ? [from, to] : null;
}

type SetView = (change: Partial<CompareView>) => void;

function useCompareView(): [CompareView, SetView] {
  const search = useSearchParams().toString();
  const view = useMemo(() => readCompareView(new URLSearchParams(search)), [search]);
  const setView = useCallback((change: Partial<CompareView>) => {
    const next = writeCompareView(new URLSearchParams(location.search), change);
    history.replaceState(null, "", `?${next.toString().replaceAll("%2C", ",")}`);
  }, []);
  return [view, setView];
}

type ControlsProps = {
  view: CompareView;
  setView: SetView;
  smoothing: number;
  setDragged: (value: number | null) => void;
};

function Controls({ view, setView, smoothing, setDragged }: ControlsProps) {
  const t = useT("compare");
  const words = useT("run");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-xs">
      <span className="flex items-center gap-2">
        {t("runs.smoothing")}
        <Slider
          className="w-24"
          aria-label={t("runs.smoothing")}
          min={0}
          max={0.99}
          step={0.01}
          value={smoothing}
          onValueChange={setDragged}
          onValueCommitted={(value) => {
            setView({ smoothing: value });
            setDragged(null);
          }}
        />
        <span className="w-7 tabular-nums">{smoothing.toFixed(2)}</span>
      </span>
      <Switch checked={view.log} onCheckedChange={(log) => setView({ log })} className="text-xs">
        {t("runs.logScale")}
      </Switch>
      <Select
        className="h-7 w-28 text-xs"
        aria-label={t("runs.xAxis")}
        value={view.x}
        onValueChange={(x) => setView({ x })}
        items={comparedX.map((value) => ({ value, label: words(`chart.at.${value}`) }))}
      />
      {view.zoom === null ? null : (
        <Tooltip content={t("runs.resetZoom")}>
          <Button
            size="icon"
            variant="ghost"
            className="size-7"
            aria-label={t("runs.resetZoom")}
            onClick={() => setView({ zoom: null })}
          >
            <ZoomOut aria-hidden />
          </Button>
        </Tooltip>
      )}
    </div>
  );
}
