// Owns the two ways a config names its datasets, "a,b" and [a, b], and keeps the way that is there.
import type { ConfigValue } from "@/contract/config-document.ts";

export function readNames(value: ConfigValue | undefined): string[] {
  const parts = Array.isArray(value)
    ? value.flatMap((item) => (typeof item === "object" ? [] : [String(item)]))
    : typeof value === "string"
      ? value.split(",")
      : [];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

export function writeNames(
  names: readonly string[],
  before: ConfigValue | undefined,
): ConfigValue | undefined {
  if (names.length === 0) return undefined;
  return Array.isArray(before) ? [...names] : names.join(",");
}
