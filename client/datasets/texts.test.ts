// Shows how texts are cut into pieces for the eye: JSON, thoughts, tokens.
import { describe, expect, test } from "vitest";
import type { ShownToken } from "./cut-tokens.ts";
import { jsonSpans } from "./json-spans.ts";
import { splitThinking } from "./thinking.ts";
import { tokenRuns } from "./token-runs.ts";

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
  const token = (text: string, change: Partial<ShownToken> = {}): ShownToken => ({
    id: 1,
    text,
    learned: false,
    special: false,
    media: null,
    cut: false,
    ...change,
  });

  test("a picture is one run, two pictures are two", () => {
    const pad = (media: number) => token("<pad>", { media, special: true });
    const runs = tokenRuns([token("a"), token("b"), pad(0), pad(0), pad(1), token("c", { learned: true })]);
    expect(
      runs.map((run) => (run.kind === "media" ? `${run.media}×${run.count}` : run.tokens.length)),
    ).toEqual([2, "0×2", "1×1", 1]);
    expect(runs.map(({ from }) => from)).toEqual([0, 2, 4, 5]);
  });
});
