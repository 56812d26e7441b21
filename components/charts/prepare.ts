// Owns every decision about what a chart draws: smoothing, thinning, gaps, one x for all lines. Pure. Refuses pixels and colours.
import { smooth } from "./smooth.ts";
import { indicesIn, type Span, thin } from "./thin.ts";

/** x must not fall. In y, NaN is "no sample here" and an infinite value is a gap. */
export type ChartSamples = {
  id: string;
  x: Float64Array;
  y: Float64Array;
  /** Whether the smoothing applies; the samples themselves are then drawn faintly below. */
  smoothed: boolean;
};

export type ChartRequest = {
  series: readonly ChartSamples[];
  /** 0 to 0.99. */
  smoothing: number;
  log: boolean;
  /** What of x is in view; null for all. */
  view: Span | null;
  /** Pixel columns to draw in. */
  columns: number;
};

/** A line to draw over the shared x: a number, null for a gap, undefined where another line has its sample. */
export type ChartLine = {
  series: string;
  role: "plain" | "faint" | "smooth";
  values: (number | null | undefined)[];
  /** Indices of samples between two gaps: without a dot they would not be seen. */
  alone: number[];
};

export type PreparedChart = { x: number[]; lines: ChartLine[] };

type Track = { x: Float64Array; indices: number[]; values: Float64Array[]; lines: ChartLine[] };

export function prepareChart({ series, smoothing, log, view, columns }: ChartRequest): PreparedChart {
  const tracks = series.map((samples) => trackOf(samples, smoothing, view, columns));
  const lines = tracks.flatMap((track) => track.lines);
  const x = merge(tracks, log);
  for (const line of lines) line.alone = loners(line.values);
  return { x, lines };
}

function trackOf(samples: ChartSamples, smoothing: number, view: Span | null, columns: number): Track {
  const { id, x, y } = samples;
  const averaged = samples.smoothed && smoothing > 0;
  const values = averaged ? [y, smooth(y, smoothing)] : [y];
  const roles = averaged ? (["faint", "smooth"] as const) : (["plain"] as const);
  const span = indicesIn(x, view);
  const indices = values.map((each) => thin(x, each, span, columns)).reduce((all, more) => unite(all, more));
  return {
    x,
    indices,
    values,
    lines: roles.map((role) => ({ series: id, role, values: [], alone: [] })),
  };
}

/** Two rising lists as one. */
function unite(a: readonly number[], b: readonly number[]): number[] {
  const result: number[] = [];
  let left = 0;
  let right = 0;
  while (left < a.length || right < b.length) {
    const one = a[left] ?? Number.POSITIVE_INFINITY;
    const two = b[right] ?? Number.POSITIVE_INFINITY;
    result.push(Math.min(one, two));
    if (one <= two) left++;
    if (two <= one) right++;
  }
  return result;
}

/** Walks all tracks along x at once and fills their lines; equal places share a row. */
function merge(tracks: readonly Track[], log: boolean): number[] {
  const x: number[] = [];
  const heads = tracks.map(() => 0);
  for (;;) {
    let place = Number.POSITIVE_INFINITY;
    for (const [number, track] of tracks.entries())
      place = Math.min(place, headOf(track, heads[number] ?? 0));
    if (place === Number.POSITIVE_INFINITY) return x;
    x.push(place);
    for (const [number, track] of tracks.entries()) {
      const head = heads[number] ?? 0;
      const here = headOf(track, head) === place;
      if (here) heads[number] = head + 1;
      for (const [which, line] of track.lines.entries()) {
        const value = track.values[which]?.[track.indices[head] ?? -1] ?? Number.NaN;
        line.values.push(here ? drawn(value, log) : undefined);
      }
    }
  }
}

function headOf(track: Track, head: number): number {
  const index = track.indices[head];
  return index === undefined ? Number.POSITIVE_INFINITY : (track.x[index] ?? Number.POSITIVE_INFINITY);
}

/** A logarithm has no place for zero and below: that is a gap as well. */
function drawn(value: number, log: boolean): number | null | undefined {
  if (Number.isNaN(value)) return undefined;
  return Number.isFinite(value) && (!log || value > 0) ? value : null;
}

function loners(values: readonly (number | null | undefined)[]): number[] {
  const found: number[] = [];
  let candidate = -1;
  let connected = false;
  for (const [index, value] of values.entries()) {
    if (value === undefined) continue;
    if (value === null) {
      if (candidate >= 0 && !connected) found.push(candidate);
      candidate = -1;
      connected = false;
    } else {
      connected = candidate >= 0;
      candidate = index;
    }
  }
  if (candidate >= 0 && !connected) found.push(candidate);
  return found;
}
