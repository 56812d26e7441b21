// Shows that the place of a mistake is found, and that what JSON.parse takes has none.
import { expect, test } from "vitest";
import { jsonMistake } from "./json-mistake.ts";

test.each(["1", "{}", "[]", '{"a": [1, -2.5e3, {"b": null}], "c": "\\u00e9\\n"}', ' [true, [], ""] \n'])(
  "%j is JSON",
  (text) => {
    JSON.parse(text);
    expect(jsonMistake(text)).toBeNull();
  },
);

test.each([
  ['{\n  "a": 1,\n}', 3, 1],
  ['{\n  "a": tru\n}', 2, 8],
  ['{\n  "a"', 2, 6],
  ["[1 2]", 1, 4],
  ['{"a": 1} x', 1, 10],
  ["{'a': 1}", 1, 2],
  ['["a\nb"]', 1, 2],
  ["", 1, 1],
  ["[01]", 1, 2],
])("%j breaks at line %s, column %s", (text, line, column) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(jsonMistake(text)).toEqual({ line, column });
});
