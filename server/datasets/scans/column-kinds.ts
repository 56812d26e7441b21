// Owns which kinds of value stand in each column: the loader makes one typed column of them, and dies where they differ.
import { kindOf } from "../formats/value-kind.ts";

const MAX_COLUMNS = 1000;
const MAX_ROWS = 20;

type Seen = { kind: string; count: number; rows: number[] };
/** By column, the kinds in the order in which they were met. */
export type ColumnKinds = Record<string, Seen[]>;

export type ColumnTracker = { see(row: number, value: Record<string, unknown>): void; kinds(): ColumnKinds };

export function createColumnTracker(): ColumnTracker {
  const columns = new Map<string, Seen[]>();
  return {
    see(row, value) {
      for (const column in value) {
        const each = value[column];
        let kinds = columns.get(column);
        if (kinds === undefined) {
          if (columns.size >= MAX_COLUMNS) continue;
          kinds = [];
          columns.set(column, kinds);
        }
        // Nothing fits every kind, but it shows that there is such a column.
        if (each === null) continue;
        const kind = kindOf(each);
        let seen = kinds.find((other) => other.kind === kind);
        if (seen === undefined) {
          seen = { kind, count: 0, rows: [] };
          kinds.push(seen);
        }
        seen.count += 1;
        if (seen.rows.length < MAX_ROWS) seen.rows.push(row);
      }
    },
    kinds: () => Object.fromEntries(columns),
  };
}

export function joinColumnKinds(all: readonly ColumnKinds[]): ColumnKinds {
  const joined = new Map<string, Seen[]>();
  for (const [column, kinds] of all.flatMap((each) => Object.entries(each))) {
    const before = joined.get(column) ?? [];
    for (const { kind, count, rows } of kinds) {
      const same = before.find((other) => other.kind === kind);
      if (same === undefined) before.push({ kind, count, rows: [...rows] });
      else {
        same.count += count;
        same.rows = [...same.rows, ...rows].sort((a, b) => a - b).slice(0, MAX_ROWS);
      }
    }
    joined.set(column, before);
  }
  return Object.fromEntries(joined);
}

/** Values of another kind than the column's first. */
export function mixedColumns(
  columns: ColumnKinds,
): { column: string; kind: string; usual: string; count: number; rows: number[] }[] {
  return Object.entries(columns).flatMap(([column, kinds]) => {
    const [usual, ...others] = kinds.toSorted((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
    return others.map(({ kind, count, rows }) => ({ column, kind, usual: usual?.kind ?? "", count, rows }));
  });
}
