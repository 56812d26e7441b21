// Owns the life of one uPlot in one element. Refuses React: the component only attaches it and hands it what changes.
import uPlot from "uplot";
import { readChartTheme } from "./chart-theme.ts";
import { type PlotStructure, plotOptions } from "./plot-options.ts";
import type { PreparedChart } from "./prepare.ts";
import type { Span } from "./thin.ts";

/** Indices into x: the nearest place first, then the nearest sample of each line. */
export type Hovered = readonly (number | null)[];

export type PlotInput = {
  chart: PreparedChart;
  /** What of x is shown; null fits all. */
  span: Span | null;
  width: number;
  height: number;
  onHover: (hovered: Hovered | null) => void;
  onZoom: (span: Span | null) => void;
};

export type PlotHandle = {
  attach(host: HTMLElement | null): () => void;
  update(input: PlotInput): void;
};

export function createPlotHandle(structure: PlotStructure, first: PlotInput): PlotHandle {
  let input = first;
  let plot: uPlot | null = null;

  const moment = {
    span: () => input.span,
    alone: (line: number) => input.chart.lines[line]?.alone ?? [],
    onHover: (hovered: Hovered | null) => input.onHover(hovered),
    onZoom: (span: Span | null) => input.onZoom(span),
  };
  const data = (): uPlot.AlignedData => [input.chart.x, ...input.chart.lines.map((line) => line.values)];

  return {
    attach(host) {
      if (!host) return () => undefined;
      const options = plotOptions(structure, readChartTheme(host), moment, input);
      const made = new uPlot(options, data(), host);
      plot = made;
      return () => {
        made.destroy();
        plot = null;
      };
    },
    update(next) {
      const before = input;
      input = next;
      if (!plot) return;
      if (before.width !== next.width || before.height !== next.height) plot.setSize(next);
      if (before.chart !== next.chart || before.span !== next.span) plot.setData(data());
    },
  };
}
