// Proves that the page and the contract agree on names.
import fc from "fast-check";
import { expect, it } from "vitest";
import { RunName } from "@/contract/run.ts";
import { nameProblem } from "./name-problem.ts";

it("accepts exactly what the contract accepts", () => {
  const name = fc.oneof(
    fc.string({ maxLength: 100 }),
    fc.string({ unit: "binary", maxLength: 100 }),
    fc.constantFrom("", "  ", " a ", "a/b", "a\\b", "a\nb", "x".repeat(80), "x".repeat(81)),
  );
  fc.assert(fc.property(name, (text) => RunName.safeParse(text).success === (nameProblem(text) === null)));
  expect(nameProblem(" ")).toBe("empty");
  expect(nameProblem("a/b")).toBe("invalid");
});
