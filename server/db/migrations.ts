// Owns the schema of anneal.db as numbered steps. Refuses changes to a step that was released: add the next one.

/** Step n brings a database from schema n to n + 1 (PRAGMA user_version). */
export const migrations: readonly string[] = [
  `CREATE TABLE runs (
     id TEXT PRIMARY KEY,
     key TEXT NOT NULL UNIQUE,
     archived INTEGER NOT NULL,
     status TEXT NOT NULL,
     -- Mtime of state.json when it was read or written: tells a row that lags behind its file.
     mtime REAL NOT NULL,
     head TEXT NOT NULL,
     state TEXT NOT NULL,
     figures TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX runs_by_status ON runs (status);
   CREATE TABLE events (
     run_id TEXT NOT NULL,
     attempt INTEGER NOT NULL,
     offset INTEGER NOT NULL,
     type TEXT NOT NULL,
     step INTEGER,
     json TEXT NOT NULL,
     PRIMARY KEY (run_id, attempt, offset)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE ingest (
     run_id TEXT PRIMARY KEY,
     attempt INTEGER NOT NULL,
     source TEXT NOT NULL,
     events_offset INTEGER NOT NULL,
     log_offset INTEGER NOT NULL,
     skipped INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;`,
];
