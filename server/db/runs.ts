// Owns the table of runs: one row per run folder, as JSON columns. Refuses to know what is in them.
import type { DatabaseSync } from "node:sqlite";

/** A row: `head` never changes, `state` mirrors state.json, `figures` is what the events came to. */
export type RunRow = {
  id: string;
  key: string;
  archived: boolean;
  status: string;
  mtime: number;
  head: string;
  state: string;
  figures: string;
};

const COLUMNS = "id, key, archived, status, mtime, head, state, figures";

export function runTable(db: DatabaseSync) {
  const put = db.prepare(`INSERT INTO runs (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET key = excluded.key, archived = excluded.archived, status = excluded.status,
    mtime = excluded.mtime, head = excluded.head, state = excluded.state, figures = excluded.figures`);
  const setState = db.prepare("UPDATE runs SET archived = ?, status = ?, mtime = ?, state = ? WHERE id = ?");
  const setFigures = db.prepare("UPDATE runs SET figures = ? WHERE id = ?");
  const byId = db.prepare(`SELECT ${COLUMNS} FROM runs WHERE id = ?`);
  const byKey = db.prepare(`SELECT ${COLUMNS} FROM runs WHERE key = ?`);
  const byArchive = db.prepare(`SELECT ${COLUMNS} FROM runs WHERE archived <= ? ORDER BY id DESC`);
  const byStatus = db.prepare(
    `SELECT ${COLUMNS} FROM runs WHERE status IN (SELECT value FROM json_each(?)) ORDER BY id`,
  );
  const mtimes = db.prepare("SELECT id, mtime FROM runs");
  const remove = db.prepare("DELETE FROM runs WHERE id = ?");

  return {
    put(row: RunRow): void {
      put.run(row.id, row.key, Number(row.archived), row.status, row.mtime, row.head, row.state, row.figures);
    },
    setState(id: string, to: Pick<RunRow, "archived" | "status" | "mtime" | "state">): void {
      setState.run(Number(to.archived), to.status, to.mtime, to.state, id);
    },
    setFigures(id: string, figures: string): void {
      setFigures.run(figures, id);
    },
    get: (id: string): RunRow | null => rowOf(byId.get(id)),
    byKey: (key: string): RunRow | null => rowOf(byKey.get(key)),
    list: (options: { archived: boolean }): RunRow[] => rowsOf(byArchive.all(Number(options.archived))),
    byStatus: (statuses: readonly string[]): RunRow[] => rowsOf(byStatus.all(JSON.stringify(statuses))),
    mtimes: (): Map<string, number> =>
      new Map(mtimes.all().map((row) => [String(row.id), Number(row.mtime)])),
    remove(id: string): void {
      remove.run(id);
    },
  };
}

function rowOf(row: Record<string, unknown> | undefined): RunRow | null {
  if (!row) return null;
  return {
    id: String(row.id),
    key: String(row.key),
    archived: row.archived === 1,
    status: String(row.status),
    mtime: Number(row.mtime),
    head: String(row.head),
    state: String(row.state),
    figures: String(row.figures),
  };
}

function rowsOf(rows: Record<string, unknown>[]): RunRow[] {
  return rows.map(rowOf).filter((row) => row !== null);
}
