// Owns the comparison of two config values by content.
import type { ConfigValue } from "@/contract/config-document.ts";

export function sameValue(one: ConfigValue | undefined, other: ConfigValue | undefined): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const a = Object.entries(one);
  const b = new Map(Object.entries(other));
  return a.length === b.size && a.every(([key, value]) => b.has(key) && sameValue(value, b.get(key)));
}
