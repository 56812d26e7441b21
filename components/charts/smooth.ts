// Owns the smoothing of a line: an exponential average without the bias of its start. Refuses to smooth over gaps.

/** Weight 0 changes nothing, 0.99 hardly moves. NaN (no sample) stays; an infinite value stays as the gap it is. */
export function smooth(values: Float64Array, weight: number): Float64Array {
  const result = new Float64Array(values.length);
  let average = 0;
  /** What the average still lacks because it began at nothing. */
  let missing = 1;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? Number.NaN;
    if (!Number.isFinite(value)) {
      result[index] = value;
      continue;
    }
    average = average * weight + value * (1 - weight);
    missing *= weight;
    result[index] = average / (1 - missing);
  }
  return result;
}
