import { expect, it } from "vitest";
import { formatClock, formatTick, formatX, incrementsOf } from "./ticks.ts";

it("writes values no finer than the distance between ticks", () => {
  expect([0, 0.5, 1].map((value) => formatTick(value, 0.5))).toEqual(["0", "0.5", "1.0"]);
  expect(formatTick(0.30000000000000004, 0.05)).toBe("0.30");
  expect(formatTick(2.75, 0.25)).toBe("2.75");
  expect(formatTick(1200, 200)).toBe("1200");
  expect(formatTick(12_400, 100)).toBe("12.4 k");
  expect(formatTick(5e-5, 1e-5)).toBe("5e-5");
  expect(formatTick(1e-3, 5e-4)).toBe("1e-3");
  expect(formatTick(1.25e-4, 1e-5)).toBe("1.25e-4");
  expect(formatTick(1e-17, 0.1)).toBe("0");
});

it("writes time run as a clock", () => {
  expect([30, 90, 3661].map(formatClock)).toEqual(["0:30", "1:30", "1:01:01"]);
});

it("writes each kind of x in its own way", () => {
  expect(formatX("step", 1442, 100, "en")).toBe("1,442");
  expect(formatX("step", 20_000, 10_000, "en")).toBe("20 k");
  expect(formatX("epoch", 1.5, 0.5, "en")).toBe("1.5");
  expect(formatX("epoch", 2, 1, "en")).toBe("2");
  expect(formatX("elapsed", 60, 30, "en")).toBe("1:00");
  expect(formatX("time", Date.UTC(2026, 0, 5, 12), 86_400_000, "en")).toBe("Jan 5");
});

it("never divides a step", () => {
  expect(Math.min(...incrementsOf.step)).toBe(1);
  expect(incrementsOf.step.slice(0, 5)).toEqual([1, 2, 5, 10, 20]);
});
