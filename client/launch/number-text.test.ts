// Shows which typed texts are numbers, which break a bound, and that what is shown reads back as the same number.
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type NumberControl, readNumber, showNumber } from "./number-text.ts";

const rate: NumberControl = {
  type: "number",
  integer: false,
  min: 0,
  minExclusive: true,
  notation: "scientific",
};
const rank: NumberControl = { type: "number", integer: true, min: 1, max: 1024 };

describe("readNumber", () => {
  test.each([
    ["5e-5", 5e-5],
    [" 5.0E-5 ", 5e-5],
    [".5", 0.5],
    ["5.", 5],
    ["１．５", 1.5],
  ])("%j is a number", (typed, value) => {
    expect(readNumber(typed, rate)).toEqual({ kind: "value", value });
  });

  test.each(["5e-", "e", "-", "0x10", "1,5", "1_000", "five", "Infinity", "1e999"])("%j is not", (typed) => {
    expect(readNumber(typed, rate)).toEqual({ kind: "problem", problem: { code: "notNumber" } });
  });

  it("names the bound that is broken", () => {
    expect(readNumber("0", rate)).toEqual({ kind: "problem", problem: { code: "notAbove", limit: 0 } });
    expect(readNumber("0", rank)).toEqual({ kind: "problem", problem: { code: "tooSmall", limit: 1 } });
    expect(readNumber("2000", rank)).toEqual({ kind: "problem", problem: { code: "tooLarge", limit: 1024 } });
    expect(readNumber("1.5", rank)).toEqual({ kind: "problem", problem: { code: "notWhole" } });
    expect(readNumber("8.0", rank)).toEqual({ kind: "value", value: 8 });
  });

  it("takes an emptied field for the engine's default", () => {
    expect(readNumber("  ", rank)).toEqual({ kind: "empty" });
  });
});

describe("showNumber", () => {
  test.each([
    [5e-5, "5.0e-5"],
    [1.25e-4, "1.25e-4"],
    [0.005, "5.0e-3"],
    [0.5, "0.5"],
    [0, "0"],
  ])("%d reads %s", (value, text) => {
    expect(showNumber(value, rate)).toBe(text);
  });

  it("loses nothing", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        for (const notation of ["plain", "scientific"] as const)
          expect(Number(showNumber(value, { notation })) === value).toBe(true);
      }),
    );
  });
});
