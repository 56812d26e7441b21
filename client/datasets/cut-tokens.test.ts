// Shows that what a cutoff takes from the middle of a row is found where it is.
import { expect, test } from "vitest";
import type { EncodedToken } from "@/contract/dataset-scan.ts";
import { markCut } from "./cut-tokens.ts";

const tokens = (text: string): EncodedToken[] =>
  [...text].map((letter) => ({
    id: letter.codePointAt(0) ?? 0,
    text: letter,
    learned: true,
    special: false,
    media: null,
  }));

const marked = (whole: string, kept: string) =>
  markCut(tokens(whole), tokens(kept))
    ?.map(({ text, cut }) => (cut ? text.toUpperCase() : text))
    .join("") ?? null;

test.each([
  ["abcdef", "abcdef", "abcdef"],
  ["abcdef", "abc", "abcDEF"],
  ["abcdefghi", "abgh", "abCDEFghI"],
  ["abcabc", "abc", "abcABC"],
  ["abc", "", "ABC"],
  ["xyabc", "abc", "XYabc"],
])("%s cut to %s", (whole, kept, shown) => expect(marked(whole, kept)).toBe(shown));

test("tokens of another row are not taken for a part of this one", () => {
  expect(marked("abc", "ad")).toBeNull();
  expect(marked("ab", "abc")).toBeNull();
});

test("what is cut is not learned", () => {
  expect(markCut(tokens("ab"), tokens("a"))?.map(({ learned }) => learned)).toEqual([true, false]);
});
