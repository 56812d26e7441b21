// Shows what the button of a finding does, and that all buttons at once do not get in each other's way.
import { expect, it } from "vitest";
import { readConfig } from "@/contract/config-document.ts";
import type { Problem } from "@/contract/problem.ts";
import { allFixes, fixable, fixOf } from "./fixes.ts";

const problem = (path: string, fix?: Problem["fix"]): Problem => ({
  path,
  line: 1,
  severity: "error",
  code: "value.type",
  message: "",
  ...(fix ? { fix } : {}),
});
const doc = readConfig("learning_rte: 1.0e-4\npacking: 'false'\n");

it("sets a value, removes a key, or moves what a key holds to the right name", () => {
  expect(fixOf(problem("packing", { value: false }), doc)).toEqual({ packing: false });
  expect(fixOf(problem("packing", { value: null }), doc)).toEqual({ packing: undefined });
  expect(fixOf(problem("learning_rte", { value: null, rename: "learning_rate" }), doc)).toEqual({
    learning_rte: undefined,
    learning_rate: 1e-4,
  });
  expect(fixOf(problem("packing"), doc)).toBeNull();
});

it("takes the first of several fixes for one key", () => {
  const all = [
    problem("packing", { value: false }),
    problem("packing", { value: null }),
    problem("stage"),
    problem("learning_rte", { value: null, rename: "learning_rate" }),
  ];
  expect(allFixes(all, doc)).toEqual({ packing: false, learning_rte: undefined, learning_rate: 1e-4 });
  expect(fixable(all)).toBe(3);
});
