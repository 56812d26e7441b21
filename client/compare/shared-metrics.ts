// Owns which curves several runs have, the known ones first, and where a value of each is found. Pure.
import type { RunRecord } from "../live/run-record.ts";

export type ComparedMetric = { id: string; of: "train" | "eval"; name: string };

const known: readonly ComparedMetric[] = [
  { id: "loss", of: "train", name: "loss" },
  { id: "eval_loss", of: "eval", name: "eval_loss" },
  { id: "learning_rate", of: "train", name: "learning_rate" },
  { id: "grad_norm", of: "train", name: "grad_norm" },
];
/** Bookkeeping, and memory that is zero on a CPU: no curve tells anything about these. */
const bookkeeping = /(_runtime|_per_second|_time|_flos|num_input_tokens_seen)$|^tokens\/|^memory\//;

type Tables = Pick<RunRecord, "train" | "eval">;

/** A curve that only one of the runs has compares nothing, but for the four that every training is judged by. */
export function comparedMetrics(records: readonly Tables[]): ComparedMetric[] {
  const counts = new Map<string, ComparedMetric & { runs: number }>();
  for (const record of records)
    for (const table of ["train", "eval"] as const)
      for (const name of record[table].names) {
        const id = `${table} ${name}`;
        const before = counts.get(id) ?? { id, of: table, name, runs: 0 };
        counts.set(id, { ...before, runs: before.runs + 1 });
      }
  const has = ({ of, name }: ComparedMetric) => (counts.get(`${of} ${name}`)?.runs ?? 0) > 0;
  const usual = new Set(known.map(({ of, name }) => `${of} ${name}`));
  const others = [...counts.values()].filter(
    ({ id, name, runs }) => runs > 1 && !usual.has(id) && !bookkeeping.test(name),
  );
  return [...known.filter((metric) => metric.id === "loss" || has(metric)), ...others];
}

/** The first and the least finite value of a column. */
export function firstAndLeast(column: Float64Array | null): { first: number | null; least: number | null } {
  let first: number | null = null;
  let least: number | null = null;
  for (const value of column ?? []) {
    if (!Number.isFinite(value)) continue;
    first ??= value;
    least = least === null ? value : Math.min(least, value);
  }
  return { first, least };
}
