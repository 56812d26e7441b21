// Owns how the runs of one page are told apart: by colour and by dash, so that colour is never needed.
import type { SeriesColor } from "@/components/charts/chart-theme.ts";
import type { LineLook } from "@/components/charts/plot-options.ts";

const colors = [1, 2, 3, 4, 5, 6] as const satisfies readonly SeriesColor[];
const dashes: readonly (readonly number[])[] = [
  [],
  [6, 3],
  [2, 3],
  [9, 3, 2, 3],
  [12, 4],
  [4, 2],
  [1, 2],
  [14, 3, 3, 3],
];

export function lookOf(at: number): LineLook {
  return {
    color: colors[at % colors.length] ?? 1,
    dash: [...(dashes[at % dashes.length] ?? [])],
    dots: false,
  };
}
