// Owns what a chart is given: series with their look, and how all charts of a page look along x.
import type { LineLook } from "./plot-options.ts";
import type { ChartSamples } from "./prepare.ts";
import type { Span } from "./thin.ts";
import type { XKind } from "./ticks.ts";

export type LineChartSeries = ChartSamples & {
  label: string;
  look: LineLook;
  /** A value with its unit. */
  format: (value: number) => string;
};

/** How all charts of a page look along x. */
export type ChartView = {
  xKind: XKind;
  /** From the first to the last place of all charts; null while there is none. */
  extent: Span | null;
  zoom: Span | null;
  smoothing: number;
  onZoom: (span: Span | null) => void;
};
