import { expect, it } from "vitest";
import { sparklinePath } from "./sparkline-path.ts";

it("spans the box from the first to the last value, high values at the top", () => {
  expect(sparklinePath([3, 2, 1], 22, 12)).toBe("M1 1L11 6L21 11");
});

it("leaves a gap where a value is missing or no number", () => {
  expect(sparklinePath([2, 1, null, 1, Number.NaN, 2, 2], 14, 12)).toBe("M1 1L3 11M7 11L7 11M11 1L13 1");
});

it("draws a flat line in the middle, a single value as a dot, and nothing without values", () => {
  expect(sparklinePath([5, 5], 12, 10)).toBe("M1 5L11 5");
  expect(sparklinePath([5], 12, 10)).toBe("M6 5L6 5");
  expect(sparklinePath([], 12, 10)).toBe("");
  expect(sparklinePath([null], 12, 10)).toBe("");
});
