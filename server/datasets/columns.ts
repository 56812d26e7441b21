// Owns which columns the first records have, of what kind, with a sample. Refuses to judge formats.
import type { DatasetColumn } from "../../contract/dataset.ts";
import type { FileRecord } from "./record-file.ts";

const SAMPLE = 120;
const MOST_COLUMNS = 200;
const DEEPEST = 900;

type Kind = DatasetColumn["kind"];

function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "string") return "text";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  return "object";
}

/** Brackets inside texts are counted too: what is near the limit is not worth a closer look. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** The records that can be read, as values; Python's parser ends at about a thousand levels too. */
export function valuesOf(records: readonly FileRecord[]): unknown[] {
  return records.flatMap(({ text, cut }) => {
    if (cut || isDeep(text)) return [];
    try {
      return [JSON.parse(text)];
    } catch {
      return [];
    }
  });
}

function sampleOf(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > SAMPLE ? `${text.slice(0, SAMPLE)}…` : text;
}

export function columnsOf(values: readonly unknown[]): DatasetColumn[] {
  const columns = new Map<string, DatasetColumn>();
  for (const value of values) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
    for (const [name, cell] of Object.entries(value)) {
      const kind = kindOf(cell);
      const known = columns.get(name);
      if (known === undefined) {
        if (columns.size < MOST_COLUMNS) columns.set(name, { name, kind, sample: sampleOf(cell ?? "") });
      } else if (known.kind === "null") columns.set(name, { name, kind, sample: sampleOf(cell ?? "") });
      else if (kind !== "null" && kind !== known.kind) known.kind = "mixed";
    }
  }
  return [...columns.values()];
}
