// Owns numbers as people type and read them in a field. Refuses to guess what a half-typed one means.
import type { FieldControl } from "@/contract/engine.ts";

export type NumberControl = Extract<FieldControl, { type: "number" }>;

export type ValueProblem =
  | { code: "notNumber" }
  | { code: "notWhole" }
  | { code: "tooSmall"; limit: number }
  | { code: "notAbove"; limit: number }
  | { code: "tooLarge"; limit: number };

export type ReadNumber =
  | { kind: "empty" }
  | { kind: "value"; value: number }
  | { kind: "problem"; problem: ValueProblem };

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** Reads what was typed; full-width digits of a Chinese keyboard count as digits. */
export function readNumber(typed: string, control: NumberControl): ReadNumber {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return { kind: "empty" };
  if (!NUMBER.test(text)) return { kind: "problem", problem: { code: "notNumber" } };
  const value = Number(text);
  const problem = numberProblem(value, control);
  return problem ? { kind: "problem", problem } : { kind: "value", value };
}

export function numberProblem(value: number, control: NumberControl): ValueProblem | null {
  if (!Number.isFinite(value)) return { code: "notNumber" };
  if (control.integer && !Number.isInteger(value)) return { code: "notWhole" };
  if (control.min !== undefined) {
    if (control.minExclusive && value <= control.min) return { code: "notAbove", limit: control.min };
    if (value < control.min) return { code: "tooSmall", limit: control.min };
  }
  if (control.max !== undefined && value > control.max) return { code: "tooLarge", limit: control.max };
  return null;
}

/** The number as the field shows it: exact, and 5.0e-5 where the field is written so. */
export function showNumber(value: number, control: Pick<NumberControl, "notation">): string {
  const size = Math.abs(value);
  const exponent =
    size !== 0 && (control.notation === "scientific" ? size < 0.1 || size >= 1e4 : size < 1e-4);
  return exponent ? value.toExponential().replace(/^(-?\d+)e\+?/, "$1.0e") : String(value);
}
