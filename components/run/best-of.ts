// Owns finding the lowest value of a metric and where it was. Pure.
import type { PointTable } from "@/client/live/point-table.ts";

export function bestOf(table: PointTable, name: string): { value: number; step: number } | null {
  const steps = table.place("step");
  let best: { value: number; step: number } | null = null;
  for (const [index, value] of (table.metric(name) ?? []).entries()) {
    if (Number.isFinite(value) && (best === null || value < best.value))
      best = { value, step: steps[index] ?? 0 };
  }
  return best;
}
