// Owns the instant check of one value against its field, before the engine's own word arrives. Refuses cross-field rules.
import type { ConfigScalar, ConfigValue } from "@/contract/config-document.ts";
import type { FieldSpec } from "@/contract/engine.ts";
import { numberProblem, type ValueProblem } from "./number-text.ts";

export type FieldProblem = (
  | ValueProblem
  | { code: "notChoice" }
  | { code: "notSwitch" }
  | { code: "notText" }
  | { code: "notValue" }
) & {
  fix?: ConfigScalar;
};

const WORDS = new Map<string, boolean>([
  ["true", true],
  ["yes", true],
  ["on", true],
  ["false", false],
  ["no", false],
  ["off", false],
]);

/** What is wrong with a value in the document; a missing or null value is the engine's default and fine. */
export function checkField(spec: FieldSpec, value: ConfigValue | undefined): FieldProblem | null {
  if (value === undefined || value === null) return null;
  const { control } = spec;
  switch (control.type) {
    case "number": {
      if (typeof value === "number") return numberProblem(value, control);
      const meant = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
      const usable = numberProblem(meant, control) === null;
      return usable ? { code: "notNumber", fix: meant } : { code: "notNumber" };
    }
    case "switch": {
      if (typeof value === "boolean") return null;
      const meant = typeof value === "string" ? WORDS.get(value.toLowerCase()) : undefined;
      return meant === undefined ? { code: "notSwitch" } : { code: "notSwitch", fix: meant };
    }
    case "choice":
      return control.open || control.options.some((option) => option.value === String(value))
        ? null
        : { code: "notChoice" };
    case "words":
    case "checkpoint":
    case "text":
      return Array.isArray(value) || typeof value !== "object" ? null : { code: "notText" };
    case "value":
      return null;
  }
}

/** The YAML value of a chosen option: a field whose options are all numbers is written as a number. */
export function choiceValue(spec: FieldSpec, chosen: string): ConfigScalar {
  const { control } = spec;
  if (control.type !== "choice") return chosen;
  const every = (test: (value: string) => boolean) => control.options.every((option) => test(option.value));
  if (every((value) => /^-?\d+(?:\.\d+)?$/.test(value))) return Number(chosen);
  if (every((value) => value === "true" || value === "false")) return chosen === "true";
  return chosen;
}
