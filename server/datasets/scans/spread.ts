// Owns how values are spread, in fixed memory: exact up to 64, above that to about 3 %. Spreads of pieces can be joined.
import type { StatisticsResult } from "../../../contract/dataset-scan.ts";

const EXACT = 64;
const PER_OCTAVE = 32;
const BINS = 24;

export type Spread = {
  min: number;
  max: number;
  sum: number;
  count: number;
  buckets: Record<number, number>;
};

export function createSpread(): Spread {
  return { min: Number.POSITIVE_INFINITY, max: 0, sum: 0, count: 0, buckets: {} };
}

export function addValue(spread: Spread, value: number): void {
  if (value < spread.min) spread.min = value;
  if (value > spread.max) spread.max = value;
  spread.sum += value;
  spread.count += 1;
  const bucket = bucketOf(value);
  spread.buckets[bucket] = (spread.buckets[bucket] ?? 0) + 1;
}

export function joinSpread(into: Spread, more: Spread): void {
  into.min = Math.min(into.min, more.min);
  into.max = Math.max(into.max, more.max);
  into.sum += more.sum;
  into.count += more.count;
  for (const [bucket, count] of Object.entries(more.buckets))
    into.buckets[Number(bucket)] = (into.buckets[Number(bucket)] ?? 0) + count;
}

export function describeSpread(spread: Spread): StatisticsResult["length"] {
  const { min, max, sum, count } = spread;
  if (count === 0) return null;
  const counts = Object.entries(spread.buckets)
    .map(([bucket, many]) => ({ value: middleOf(Number(bucket)), many }))
    .sort((a, b) => a.value - b.value);
  const within = (value: number) => Math.min(max, Math.max(min, value));
  const quantile = (share: number) => {
    let left = Math.ceil(share * count);
    for (const { value, many } of counts) {
      left -= many;
      if (left <= 0) return within(value);
    }
    return max;
  };
  const width = Math.max(1, Math.ceil((max - min + 1) / BINS));
  const bins = Array.from({ length: Math.ceil((max - min + 1) / width) }, (_, index) => ({
    from: min + index * width,
    to: min + (index + 1) * width,
    count: 0,
  }));
  for (const { value, many } of counts) {
    const bin = bins[Math.floor((within(value) - min) / width)];
    if (bin !== undefined) bin.count += many;
  }
  return { min, max, mean: sum / count, median: quantile(0.5), p95: quantile(0.95), bins };
}

function bucketOf(value: number): number {
  return value < EXACT ? value : EXACT + Math.floor(Math.log2(value / EXACT) * PER_OCTAVE);
}

function middleOf(bucket: number): number {
  return bucket < EXACT ? bucket : Math.round(EXACT * 2 ** ((bucket - EXACT + 0.5) / PER_OCTAVE));
}
