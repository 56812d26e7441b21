// Owns telling which tokens of a whole row a cutoff takes away: the engine shortens each turn by its share, so the gaps are
// anywhere. Pure; says null where the kept tokens are not in order in the whole ones, or the two are too long to compare.
import type { EncodedToken } from "@/contract/dataset-scan.ts";

export type ShownToken = EncodedToken & { cut: boolean };

/** Places to compare: kept tokens times tokens cut. */
const MOST = 6_000_000;

export function markCut(whole: readonly EncodedToken[], kept: readonly EncodedToken[]): ShownToken[] | null {
  const gone = whole.length - kept.length;
  if (gone < 0 || (gone + 1) * (kept.length + 1) > MOST) return null;
  const keptAt = align(whole, kept, gone);
  if (keptAt === null) return null;
  return whole.map((token, at) => ({
    ...token,
    learned: token.learned && keptAt.has(at),
    cut: !keptAt.has(at),
  }));
}

/**
 * The way with the fewest gaps. After `row` kept tokens of which the last stands `skipped` places later in the whole, a gap
 * costs one; `from` remembers where each best way came from.
 */
function align(
  whole: readonly EncodedToken[],
  kept: readonly EncodedToken[],
  gone: number,
): Set<number> | null {
  const width = gone + 1;
  const from = new Int32Array(kept.length * width).fill(-1);
  // A gap at the start costs as any other.
  let costs = new Float64Array(width).fill(1);
  costs[0] = 0;
  for (const [row, token] of kept.entries()) {
    const next = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
    let best = Number.POSITIVE_INFINITY;
    let bestAt = -1;
    for (let skipped = 0; skipped < width; skipped++) {
      const straight = costs[skipped] ?? Number.POSITIVE_INFINITY;
      const here = row === 0 ? straight : Math.min(straight, best + 1);
      if (whole[row + skipped]?.id === token.id && here < Number.POSITIVE_INFINITY) {
        next[skipped] = here;
        from[row * width + skipped] = here === straight ? skipped : bestAt;
      }
      if (straight < best) {
        best = straight;
        bestAt = skipped;
      }
    }
    costs = next;
  }
  let end = -1;
  for (let skipped = 0; skipped < width; skipped++) {
    const cost = (costs[skipped] ?? Number.POSITIVE_INFINITY) + (skipped < gone ? 1 : 0);
    const known = end < 0 ? Number.POSITIVE_INFINITY : (costs[end] ?? 0) + (end < gone ? 1 : 0);
    if (cost < known) end = skipped;
  }
  if (end < 0) return null;
  const places = new Set<number>();
  for (let row = kept.length - 1; row >= 0; row--) {
    places.add(row + end);
    end = from[row * width + end] ?? 0;
  }
  return places;
}
