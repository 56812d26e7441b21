// Owns the table of how far each run's files have been read. Refuses to be written outside the transaction that
// stores what was read: that is what makes every line arrive exactly once.
import type { DatabaseSync } from "node:sqlite";

/** Up to here everything is in the database. `source`: which file this attempt's events come from, once one came. */
export type IngestPoint = {
  attempt: number;
  source: "none" | "events" | "log";
  eventsOffset: number;
  logOffset: number;
  /** Lines of this run that were no events. */
  skipped: number;
};

export const ingestStart: IngestPoint = {
  attempt: 1,
  source: "none",
  eventsOffset: 0,
  logOffset: 0,
  skipped: 0,
};

export function ingestTable(db: DatabaseSync) {
  const get = db.prepare("SELECT * FROM ingest WHERE run_id = ?");
  const put = db.prepare("INSERT OR REPLACE INTO ingest VALUES (?, ?, ?, ?, ?, ?)");
  const remove = db.prepare("DELETE FROM ingest WHERE run_id = ?");

  return {
    get(runId: string): IngestPoint {
      const row = get.get(runId);
      if (!row) return ingestStart;
      return {
        attempt: Number(row.attempt),
        source: row.source === "events" || row.source === "log" ? row.source : "none",
        eventsOffset: Number(row.events_offset),
        logOffset: Number(row.log_offset),
        skipped: Number(row.skipped),
      };
    },
    put(runId: string, point: IngestPoint): void {
      put.run(runId, point.attempt, point.source, point.eventsOffset, point.logOffset, point.skipped);
    },
    removeRun(runId: string): void {
      remove.run(runId);
    },
  };
}
