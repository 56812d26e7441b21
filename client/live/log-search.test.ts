import { expect, it } from "vitest";
import type { LogLine } from "./log-book.ts";
import { hitNear, searchLog } from "./log-search.ts";

const linesOf = (texts: readonly string[], first = 0): LogLine[] =>
  texts.map((text, index) => ({ kind: "text", seq: first + index, offset: 0, text, spans: [] }));

it("finds every occurrence, whatever the case", () => {
  const { hits } = searchLog(linesOf(["Loss loss", "none", "LOSS"]), "loss");
  expect(hits).toEqual([
    { seq: 0, from: 0, to: 4 },
    { seq: 0, from: 5, to: 9 },
    { seq: 2, from: 0, to: 4 },
  ]);
});

it("finds nothing for nothing", () => {
  expect(searchLog(linesOf(["a"]), "").hits).toEqual([]);
  expect(searchLog([], "a").hits).toEqual([]);
});

it("goes on where it ended and looks at the open last line again", () => {
  const before = searchLog(linesOf(["a", "a half"]), "a");
  expect(before.hits).toHaveLength(3);
  const grown = linesOf(["a", "b", "a"]);
  expect(searchLog(grown, "a", before)).toEqual(searchLog(grown, "a"));
});

it("agrees with a fresh look after lines were trimmed or put in front, and for another query", () => {
  const lines = linesOf(["a", "ab", "b", "a"]);
  const before = searchLog(lines, "a");
  const trimmed = linesOf(["b", "a", "a"], 2);
  expect(searchLog(trimmed, "a", before)).toEqual(searchLog(trimmed, "a"));
  const earlier = linesOf(["a", "a", "ab", "b", "a"], -1);
  expect(searchLog(earlier, "a", before)).toEqual(searchLog(earlier, "a"));
  expect(searchLog(lines, "b", before)).toEqual(searchLog(lines, "b"));
});

it("shows the hit nearest to what is being read", () => {
  const { hits } = searchLog(linesOf(["a", "", "a", ""]), "a");
  expect(hitNear(hits, 0)).toBe(0);
  expect(hitNear(hits, 1)).toBe(1);
  expect(hitNear(hits, 3)).toBe(1);
  expect(hitNear([], 3)).toBe(-1);
});
