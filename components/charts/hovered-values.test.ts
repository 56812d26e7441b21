import { expect, it } from "vitest";
import { latestValues, valuesAt } from "./hovered-values.ts";
import type { PreparedChart } from "./prepare.ts";
import { extremesOf } from "./use-summary.ts";

const chart: PreparedChart = {
  x: [1, 2, 3],
  lines: [
    { series: "train", role: "faint", values: [4, undefined, 2], alone: [] },
    { series: "train", role: "smooth", values: [4, undefined, 3], alone: [] },
    { series: "eval", role: "plain", values: [undefined, 5, undefined], alone: [] },
  ],
};

it("says the sample, its smoothed value, and where the nearest sample of another line is", () => {
  expect(valuesAt(chart, [2, 2, 2, 1])).toEqual([
    { id: "train", value: 2, smoothed: 3, x: 3 },
    { id: "eval", value: 5, smoothed: null, x: 2 },
  ]);
});

it("says nothing of a line without a sample", () => {
  expect(valuesAt(chart, [0, 0, 0, null])[1]).toEqual({ id: "eval", value: null, smoothed: null, x: null });
});

it("takes the last number as the latest, past gaps", () => {
  const y = Float64Array.of(3, 2, Number.POSITIVE_INFINITY, Number.NaN);
  expect(latestValues([{ id: "a", y }])[0]?.value).toBe(2);
  expect(latestValues([{ id: "a", y: Float64Array.of() }])[0]?.value).toBeNull();
  expect(extremesOf(y)).toEqual({ count: 2, first: 3, last: 2, least: 2 });
  expect(extremesOf(Float64Array.of(Number.NaN))).toBeNull();
});
