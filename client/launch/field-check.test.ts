// Shows what a single value is refused for, and which replacements are certain enough to offer.
import { expect, test } from "vitest";
import type { FieldControl, FieldSpec } from "@/contract/engine.ts";
import { checkField, choiceValue } from "./field-check.ts";

const text = { en: "", zh: "" };
function field(control: FieldControl): FieldSpec {
  return { path: "x", group: "g", label: text, help: text, control, engineDefault: null, level: "basic" };
}
const options = (...values: string[]) => values.map((value) => ({ value, label: text }));
const rank = field({ type: "number", integer: true, min: 1 });
const flag = field({ type: "switch" });
const bits = field({ type: "choice", options: options("4", "8") });
const words = field({ type: "choice", options: options("linear", "cosine") });

test.each([
  [rank, 8, null],
  [rank, undefined, null],
  [rank, null, null],
  [rank, "8", { code: "notNumber", fix: 8 }],
  [rank, "0", { code: "notNumber" }],
  [rank, 0, { code: "tooSmall", limit: 1 }],
  [rank, true, { code: "notNumber" }],
  [flag, true, null],
  [flag, "false", { code: "notSwitch", fix: false }],
  [flag, "On", { code: "notSwitch", fix: true }],
  [flag, 1, { code: "notSwitch" }],
  [bits, 4, null],
  [words, "sine", { code: "notChoice" }],
  [field({ type: "text" }), ["a"], null],
  [field({ type: "text" }), { a: 1 }, { code: "notText" }],
  [field({ type: "text" }), 7, null],
])("case %#", (spec, value, problem) => {
  expect(checkField(spec, value)).toEqual(problem);
});

test("a choice among numbers is written as a number", () => {
  expect(choiceValue(bits, "4")).toBe(4);
  expect(choiceValue(words, "linear")).toBe("linear");
  expect(choiceValue(field({ type: "choice", options: options("true", "false") }), "false")).toBe(false);
});
