// Owns how the numbers of finished work stand together: one metric a row, one part of the data a column; counts in order. Pure.
import type { PointTable } from "@/client/live/point-table.ts";

type Numbers = Pick<PointTable, "names" | "latest">;
export type MeasuredRow = { name: string; eval: number | null; train: number | null };

const PART = /^(train|eval)_(.+)$/;
/** What people look for first, in this order; the rest as it came. */
const FIRST = ["loss", "ppl", "accuracy"];
/** How long the measuring took is no result. */
const ABOUT_TIME = /(?:_per_second|runtime|_time|_timing|^epoch)$/;

export function byPart(numbers: Numbers): MeasuredRow[] {
  const names = new Set(
    numbers.names.map((name) => PART.exec(name)?.[2]).filter((name) => name !== undefined),
  );
  const place = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return [...names]
    .filter((name) => !ABOUT_TIME.test(name))
    .map((name) => ({
      name,
      eval: numbers.latest(`eval_${name}`),
      train: numbers.latest(`train_${name}`),
    }))
    .sort((a, b) => place(a.name) - place(b.name));
}

const COUNTED = [
  ["train_examples", "count"],
  ["eval_examples", "count"],
  ["steps", "count"],
  ["weight_bytes_before", "bytes"],
  ["weight_bytes", "bytes"],
  ["bytes", "bytes"],
  ["files", "count"],
] as const;

export function counted(numbers: Numbers) {
  return COUNTED.flatMap(([name, unit]) => {
    const value = numbers.latest(name);
    return value === null ? [] : [{ name, unit, value }];
  });
}
