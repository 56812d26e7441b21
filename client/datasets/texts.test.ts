// Shows how texts are cut into pieces for the eye: JSON, thoughts, tokens.
import { describe, expect, test } from "vitest";
import type { EncodedToken } from "@/contract/dataset-scan.ts";
import { jsonSpans } from "./json-spans.ts";
import { splitThinking } from "./thinking.ts";
import { type TokenRun, tokenRuns } from "./token-runs.ts";

describe("JSON", () => {
  test.each(['{"a": [1, -2.5e3, true, null, "b\\"c: 1"]}', '{"a": "torn', "", "no json"])(
    "%j loses nothing",
    (text) =>
      expect(
        jsonSpans(text)
          .map((span) => span.text)
          .join(""),
      ).toBe(text),
  );

  test("keys are told from strings", () => {
    const kinds = jsonSpans('{"a": "b", "c": 1}').filter(({ kind }) => kind !== "plain");
    expect(kinds.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'key "a"',
      'string "b"',
      'key "c"',
      "number 1",
    ]);
  });
});

describe("thoughts", () => {
  test.each([
    ["<think>hm</think>\n\nyes", ["thinking hm", "text yes"]],
    ["plain", ["text plain"]],
    ["a<think>b", ["text a", "thinking b"]],
    ["<think>\n</think>yes", ["text yes"]],
  ])("%j", (text, pieces) =>
    expect(splitThinking(text).map(({ kind, text: words }) => `${kind} ${words}`)).toEqual(pieces),
  );
});

describe("tokens", () => {
  const token = (text: string, change: Partial<EncodedToken> = {}): EncodedToken => ({
    id: 1,
    text,
    learned: false,
    special: false,
    media: null,
    ...change,
  });

  const brief = (run: TokenRun) => {
    if (run.kind === "cut") return `${run.from} -${run.count} ${run.text}`;
    if (run.kind === "media") return `${run.from} ${run.media}×${run.count}`;
    return `${run.from} ${run.tokens.map(({ text }) => text).join("")}`;
  };

  test("a picture is one run, two pictures are two", () => {
    const pad = (media: number) => token("<pad>", { media, special: true });
    const tokens = [token("a"), token("b"), pad(0), pad(0), pad(1), token("c", { learned: true })];
    expect(tokenRuns(tokens, []).map(brief)).toEqual(["0 ab", "2 0×2", "4 1×1", "5 c"]);
  });

  test("what the cutoff took out stands where it stood, in a run, at the end, in any order", () => {
    const cuts = [
      { at: 3, count: 9, text: "end" },
      { at: 1, count: 2, text: "mid" },
    ];
    expect(tokenRuns([token("a"), token("b"), token("c")], cuts).map(brief)).toEqual([
      "0 a",
      "1 -2 mid",
      "1 bc",
      "3 -9 end",
    ]);
  });
});
