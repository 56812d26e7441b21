import { expect, it } from "vitest";
import { type ChartSamples, prepareChart } from "./prepare.ts";
import { smooth } from "./smooth.ts";
import { indicesIn, thin } from "./thin.ts";

const gap = Number.POSITIVE_INFINITY;
const none = Number.NaN;
const floats = (...values: number[]) => Float64Array.from(values);
const series = (id: string, x: Float64Array, y: Float64Array, smoothed = false): ChartSamples => ({
  id,
  x,
  y,
  smoothed,
});
const whole = { smoothing: 0, log: false, view: null, columns: 100 };

it("smooths without the bias of the start and leaves gaps alone", () => {
  expect([...smooth(floats(4, 4, 4), 0.9)].map((value) => value.toFixed(6))).toEqual([
    "4.000000",
    "4.000000",
    "4.000000",
  ]);
  expect([...smooth(floats(1, 2), 0)]).toEqual([1, 2]);
  const [a, , b, c] = smooth(floats(1, gap, 3, none), 0.5);
  expect(a).toBe(1);
  expect(b).toBeCloseTo(7 / 3);
  expect(c).toBeNaN();
});

it("keeps a one-point spike of a million points, and few enough points to draw", () => {
  const x = Float64Array.from({ length: 1_000_000 }, (_, index) => index);
  const y = x.map((value) => Math.sin(value / 1000));
  y[777_777] = 1000;
  y[123_456] = -1000;
  const kept = thin(x, y, [0, x.length], 800);
  expect(kept).toContain(777_777);
  expect(kept).toContain(123_456);
  expect(kept.at(0)).toBe(0);
  expect(kept.at(-1)).toBe(999_999);
  expect(kept.length).toBeLessThanOrEqual(4 * 802);
  expect(kept.every((index, at) => at === 0 || index > (kept[at - 1] ?? 0))).toBe(true);
});

it("keeps gaps when it thins, and leaves out what was not sampled", () => {
  const x = Float64Array.from({ length: 1000 }, (_, index) => index);
  const y = x.map((value) => (value === 500 ? gap : value % 2 ? none : 1));
  const kept = thin(x, y, [0, 1000], 10);
  expect(kept).toContain(500);
  expect(kept.some((index) => index % 2 === 1)).toBe(false);
});

it("takes one neighbour beyond each edge of the view", () => {
  const x = floats(0, 10, 20, 30, 40);
  expect(indicesIn(x, [15, 25])).toEqual([1, 4]);
  expect(indicesIn(x, [20, 30])).toEqual([1, 5]);
  expect(indicesIn(x, null)).toEqual([0, 5]);
  expect(indicesIn(x, [50, 60])).toEqual([4, 5]);
});

it("draws the samples faintly below their smoothed line, other series as they are", () => {
  const chart = prepareChart({
    ...whole,
    smoothing: 0.5,
    series: [series("loss", floats(1, 2), floats(4, 2), true), series("eval", floats(2), floats(3))],
  });
  expect(chart.x).toEqual([1, 2]);
  expect(chart.lines.map(({ series, role }) => `${series} ${role}`)).toEqual([
    "loss faint",
    "loss smooth",
    "eval plain",
  ]);
  expect(chart.lines[0]?.values).toEqual([4, 2]);
  expect(chart.lines[1]?.values[1]).toBeCloseTo(8 / 3);
  expect(chart.lines[2]?.values).toEqual([undefined, 3]);
});

it("puts lines of different steps on one x without making gaps, and keeps two samples of one place", () => {
  const chart = prepareChart({
    ...whole,
    series: [series("a", floats(1, 3, 3, 5), floats(1, 2, 9, 3)), series("b", floats(2, 3), floats(7, 8))],
  });
  expect(chart.x).toEqual([1, 2, 3, 3, 5]);
  expect(chart.lines[0]?.values).toEqual([1, undefined, 2, 9, 3]);
  expect(chart.lines[1]?.values).toEqual([undefined, 7, 8, undefined, undefined]);
});

it("leaves a gap for what is no number and, on a log scale, for what has no logarithm", () => {
  const samples = [series("a", floats(1, 2, 3, 4), floats(1, gap, -1, 2))];
  expect(prepareChart({ ...whole, series: samples }).lines[0]?.values).toEqual([1, null, -1, 2]);
  expect(prepareChart({ ...whole, log: true, series: samples }).lines[0]?.values).toEqual([1, null, null, 2]);
});

it("marks samples that stand alone between gaps", () => {
  const alone = (y: Float64Array) =>
    prepareChart({ ...whole, series: [series("a", floats(1, 2, 3, 4, 5), y)] }).lines[0]?.alone;
  expect(alone(floats(1, gap, 2, gap, 3))).toEqual([0, 2, 4]);
  expect(alone(floats(1, none, 2, gap, 3))).toEqual([3]);
  expect(alone(floats(1, 2, 3, 4, 5))).toEqual([]);
});

it("draws nothing of nothing", () => {
  expect(prepareChart({ ...whole, series: [series("a", floats(), floats())] })).toEqual({
    x: [],
    lines: [{ series: "a", role: "plain", values: [], alone: [] }],
  });
});
