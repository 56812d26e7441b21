// Shows that a value typed on one line is what the YAML then holds, and that half of one is nothing yet.
import { expect, it } from "vitest";
import { readValue, showValue } from "./value-text.ts";

it.each([
  ["wandb", "wandb"],
  ["[wandb, tensorboard]", ["wandb", "tensorboard"]],
  ["{min_lr_rate: 0.1}", { min_lr_rate: 0.1 }],
  ["full_shard auto_wrap", "full_shard auto_wrap"],
  ["true", true],
])("%s is a value and shows as it was typed", (typed, value) => {
  expect(readValue(typed)).toEqual({ kind: "value", value });
  expect(showValue(value)).toBe(typed);
});

it.each(["{min_lr_rate: 0.1", "a: b", "[1, 2"])("%s is not one yet", (typed) => {
  expect(readValue(typed)).toEqual({ kind: "problem", problem: { code: "notValue" } });
});

it("takes nothing for nothing", () => {
  expect(readValue("  ")).toEqual({ kind: "empty" });
  expect(showValue(undefined)).toBe("");
});
