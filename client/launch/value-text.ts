// Owns any YAML value written on one line of a field: a word, a number, {a: 1}, [a, b]. Refuses to guess at broken ones.
import { type ConfigValue, readConfig, valueText } from "@/contract/config-document.ts";

export type ReadValue =
  | { kind: "empty" }
  | { kind: "value"; value: ConfigValue }
  | { kind: "problem"; problem: { code: "notValue" } };

export function readValue(typed: string): ReadValue {
  const text = typed.trim();
  if (text === "") return { kind: "empty" };
  const doc = readConfig(`value: ${text}`);
  if (doc.problems.length > 0 || doc.keys.length !== 1)
    return { kind: "problem", problem: { code: "notValue" } };
  const value = doc.get("value");
  return value === undefined || value === null ? { kind: "empty" } : { kind: "value", value };
}

export function showValue(value: ConfigValue | undefined): string {
  return value === undefined || value === null ? "" : valueText(value);
}
