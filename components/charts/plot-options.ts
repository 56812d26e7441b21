// Owns how prepared lines look in uPlot: axes, scales, strokes, cursor. Refuses data and decisions about it.
import type uPlot from "uplot";
import type { ChartTheme, SeriesColor } from "./chart-theme.ts";
import type { ChartLine } from "./prepare.ts";
import type { Span } from "./thin.ts";
import { formatTick, formatX, incrementsOf, type XKind } from "./ticks.ts";

export type LineLook = { color: SeriesColor; dash: readonly number[]; dots: boolean };

export type PlotStructure = {
  lines: readonly { role: ChartLine["role"]; look: LineLook }[];
  xKind: XKind;
  log: boolean;
  fromZero: boolean;
  syncKey: string;
  locale: string;
};

/** What changes while the structure stays; read at each drawing. */
export type PlotMoment = {
  span(): Span | null;
  alone(line: number): readonly number[];
  onHover(indices: readonly (number | null)[] | null): void;
  onZoom(span: Span | null): void;
};

const yAxisWidth = 52;

export function plotOptions(
  structure: PlotStructure,
  theme: ChartTheme,
  moment: PlotMoment,
  size: { width: number; height: number },
): uPlot.Options {
  const { lines, xKind, log, fromZero, syncKey, locale } = structure;
  const axis = {
    stroke: theme.text,
    font: theme.font,
    grid: { stroke: theme.grid, width: 1 },
    ticks: { show: false },
    gap: 6,
  };
  return {
    ...size,
    ms: 1,
    padding: [10, 18, 0, 0],
    legend: { show: false },
    scales: {
      x: { time: xKind === "time", range: (_, low, high) => rangeOfX(moment.span(), low, high) },
      y: log
        ? { distr: 3, log: 10, range: (_, low, high) => rangeOfLog(low, high) }
        : { range: (_, low, high) => rangeOfY(low, high, fromZero) },
    },
    axes: [
      {
        ...axis,
        size: 26,
        space: 64,
        incrs: [...incrementsOf[xKind]],
        values: (_, splits, __, ___, increment) =>
          splits.map((value) => formatX(xKind, value, increment, locale)),
      },
      {
        ...axis,
        size: yAxisWidth,
        space: 26,
        values: (_, splits, __, ___, increment) =>
          splits.map((value) =>
            value === null ? null : formatTick(value, log ? magnitudeOf(value) : increment),
          ),
      },
    ],
    series: [{}, ...lines.map((line, index) => seriesOf(line, index, theme, moment))],
    cursor: {
      y: false,
      points: { size: 7, width: 1.5, fill: theme.surface },
      drag: { x: true, y: false, setScale: false, dist: 4 },
      sync: { key: syncKey, setSeries: false, scales: ["x", null] },
      bind: {
        dblclick: () => () => {
          moment.onZoom(null);
          return null;
        },
      },
    },
    hooks: {
      setCursor: [
        ({ cursor }) => {
          // uPlot changes its list in place; a copy is a new value.
          moment.onHover(cursor.idx == null || !cursor.idxs ? null : [...cursor.idxs]);
        },
      ],
      setSelect: [
        (plot) => {
          const { left, width } = plot.select;
          if (width < 4) return;
          moment.onZoom([plot.posToVal(left, "x"), plot.posToVal(left + width, "x")]);
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
    },
  };
}

function seriesOf(
  { role, look }: PlotStructure["lines"][number],
  index: number,
  theme: ChartTheme,
  moment: PlotMoment,
): uPlot.Series {
  const color = theme.series(look.color);
  return {
    stroke: color,
    width: role === "faint" ? 1 : 1.5,
    alpha: role === "faint" ? theme.faint : 1,
    // uPlot takes the pixels of the canvas here, those of the page everywhere else.
    dash: look.dash.map((length) => length * devicePixelRatio),
    points: {
      show: look.dots,
      size: look.dots ? 6 : 4,
      fill: look.dots ? theme.surface : color,
      width: 1.5,
      // Dots of a line drawn without them: samples that no line leads to.
      filter: look.dots ? undefined : () => [...moment.alone(index)],
    },
  };
}

function rangeOfX(span: Span | null, low: number, high: number): uPlot.Range.MinMax {
  const [from, to] = span ?? [low, high];
  return to > from ? [from, to] : [from - 0.5, from + 0.5];
}

function rangeOfLog(low: number | null, high: number | null): uPlot.Range.MinMax {
  return low === null || high === null ? [1, 10] : [low / 1.15, high * 1.15];
}

function magnitudeOf(value: number): number {
  return 10 ** Math.floor(Math.log10(Math.abs(value)) + 1e-9);
}

/** A tenth of air above and below, none below zero where nothing is below zero. */
function rangeOfY(low: number | null, high: number | null, fromZero: boolean): uPlot.Range.MinMax {
  if (low === null || high === null) return [0, 1];
  const base = fromZero ? Math.min(0, low) : low;
  const air = (high - base) * 0.08 || Math.abs(high) * 0.1 || 1;
  const bottom = base - (fromZero && base === 0 ? 0 : air);
  return [base >= 0 ? Math.max(0, bottom) : bottom, high + air];
}
