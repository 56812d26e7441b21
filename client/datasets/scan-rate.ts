// Owns the figures of work over a whole dataset: the share done and the speed. Pure.
import type { Scan } from "@/contract/dataset-scan.ts";

export function scanShare({ done, total }: Pick<Scan, "done" | "total">): number | null {
  return total > 0 ? Math.min(1, done / total) : null;
}

/** Bytes (or rows) a second since the start; null until it can be told. */
export function scanRate({ done, startedAt }: Pick<Scan, "done" | "startedAt">, now: number): number | null {
  const seconds = (now - startedAt) / 1000;
  return seconds >= 0.5 && done > 0 ? done / seconds : null;
}
