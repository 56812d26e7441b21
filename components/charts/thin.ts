// Owns which samples of a long line are drawn: of each pixel column the first, the least, the greatest and the last.
// Refuses averages: a one-point spike among a million points stays visible.

export type Span = readonly [from: number, to: number];

/** First index whose x is not below the value; x must not fall. */
export function indexAt(x: Float64Array, value: number): number {
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((x[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The indices in view, with one neighbour at each side, so that lines run to the edges. */
export function indicesIn(x: Float64Array, span: Span | null): Span {
  if (!span) return [0, x.length];
  let from = indexAt(x, span[0]);
  let to = indexAt(x, span[1]);
  while (to < x.length && x[to] === span[1]) to++;
  if (from > 0) from--;
  if (to < x.length) to++;
  return [from, to];
}

/**
 * Rising indices of the samples to draw. NaN is no sample and is left out; an infinite value is a gap, and of each
 * column one is kept.
 */
export function thin(x: Float64Array, y: Float64Array, [from, to]: Span, columns: number): number[] {
  const kept: number[] = [];
  const left = x[from] ?? 0;
  const width = ((x[to - 1] ?? left) - left) / Math.max(1, columns);
  if (to - from <= 4 * columns || !(width > 0)) {
    for (let index = from; index < to; index++) if (!Number.isNaN(y[index])) kept.push(index);
    return kept;
  }
  let column = -1;
  let first = -1;
  let least = -1;
  let greatest = -1;
  let last = -1;
  let gap = -1;
  const close = () => {
    const picked = [first, least, greatest, last, gap].filter((index) => index >= 0).sort((a, b) => a - b);
    for (const index of picked) if (kept.at(-1) !== index) kept.push(index);
    first = least = greatest = last = gap = -1;
  };
  for (let index = from; index < to; index++) {
    const value = y[index] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const at = Math.floor(((x[index] ?? left) - left) / width);
    if (at !== column) {
      close();
      column = at;
    }
    if (!Number.isFinite(value)) {
      if (gap < 0) gap = index;
      continue;
    }
    if (first < 0) first = index;
    if (least < 0 || value < (y[least] ?? 0)) least = index;
    if (greatest < 0 || value > (y[greatest] ?? 0)) greatest = index;
    last = index;
  }
  close();
  return kept;
}
