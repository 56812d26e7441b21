// Owns telling from Axolotl's config whether it learns plain text: there only the types of its datasets say so. Refuses a mix.
import type { ConfigDocument } from "../../../contract/config-document.ts";

export function isPlainText(doc: ConfigDocument): boolean {
  const datasets = doc.get("datasets");
  return Array.isArray(datasets) && datasets.length > 0 && datasets.every(isCompletion);
}

const isCompletion = (value: unknown): boolean =>
  value !== null &&
  typeof value === "object" &&
  "type" in value &&
  typeof value.type === "string" &&
  value.type.startsWith("completion");
