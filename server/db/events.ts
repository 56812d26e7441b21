// Owns the table of events: every line an engine wrote, once, by its place. Refuses to interpret them.
import type { DatabaseSync } from "node:sqlite";
import type { Cursor, RunEvent, StampedEvent } from "../../contract/run-event.ts";

export function eventTable(db: DatabaseSync) {
  const insert = db.prepare("INSERT OR IGNORE INTO events VALUES (?, ?, ?, ?, ?, ?)");
  const after = db.prepare(
    `SELECT attempt, offset, json FROM events WHERE run_id = ? AND (attempt, offset) > (?, ?)
     ORDER BY attempt, offset LIMIT ?`,
  );
  const remove = db.prepare("DELETE FROM events WHERE run_id = ?");

  return {
    insert(runId: string, { attempt, offset, event }: StampedEvent): void {
      const step = "step" in event && Number.isSafeInteger(event.step) ? event.step : null;
      insert.run(runId, attempt, offset, event.type, step, JSON.stringify(event));
    },
    after(runId: string, cursor: Cursor, limit: number): StampedEvent[] {
      return after.all(runId, cursor.attempt, cursor.offset, limit).map((row) => {
        // Written by insert() from a parsed event; parsing it again would cost more than reading it.
        const event: RunEvent = JSON.parse(String(row.json));
        return { attempt: Number(row.attempt), offset: Number(row.offset), event };
      });
    },
    removeRun(runId: string): void {
      remove.run(runId);
    },
  };
}
