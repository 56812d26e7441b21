// Owns how many rows are known to be there while the file is still being read. Pure.
import type { DatasetPage, IndexState } from "@/contract/dataset.ts";

export type KnownRows = { count: number; isFinal: boolean };

export function knownRows(index: IndexState, first: DatasetPage | undefined): KnownRows {
  if (index.status === "ready") return { count: index.rows, isFinal: true };
  if (first && first.total !== null) return { count: first.total, isFinal: true };
  const seen = first ? first.from + first.rows.length : 0;
  const found = index.status === "building" ? index.rows : 0;
  return { count: Math.max(seen, found), isFinal: false };
}
