// Owns opening anneal.db: schema steps, and moving a broken file aside. Refuses a schema newer than this program.
import { existsSync, renameSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { StudioError } from "../studio-error.ts";
import { migrations } from "./migrations.ts";

/** Above this size a full check would delay the start; damage then shows when the page is read. */
const CHECKED_BYTES = 64 * 1024 * 1024;

/** Opens the index. `fresh`: it was made just now, so everything is to be read from the run folders. */
export function openDatabase(path: string, now: () => number): { db: DatabaseSync; fresh: boolean } {
  try {
    return attempt(path);
  } catch (error) {
    if (error instanceof StudioError || !isBroken(error)) throw error;
    setAside(path, `${path}.broken-${now()}`);
    return attempt(path);
  }
}

/** Runs `work` in one transaction: all of it is kept, or nothing. */
export function transact<T>(db: DatabaseSync, work: () => T): T {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

function attempt(path: string): { db: DatabaseSync; fresh: boolean } {
  const bytes = existsSync(path) ? statSync(path).size : 0;
  const db = new DatabaseSync(path, { timeout: 5000 });
  try {
    db.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000; PRAGMA trusted_schema = OFF",
    );
    if (bytes > 0 && bytes < CHECKED_BYTES && pragma(db, "quick_check(1)") !== "ok")
      throw new BrokenDatabase("The check of the database found damage.");
    migrate(db);
    return { db, fresh: bytes === 0 };
  } catch (error) {
    db.close();
    throw error;
  }
}

function migrate(db: DatabaseSync): void {
  const version = Number(pragma(db, "user_version"));
  if (version > migrations.length)
    throw new StudioError({
      code: "home.too-new",
      message: "This home folder was used by a newer Anneal.",
      reason: `Its database has schema ${version}; this program knows up to ${migrations.length}.`,
      hint: "Start the newer Anneal, or give another folder with --home.",
    });
  for (const [step, sql] of migrations.entries()) {
    if (step < version) continue;
    transact(db, () => {
      db.exec(sql);
      db.exec(`PRAGMA user_version = ${step + 1}`);
    });
  }
}

function pragma(db: DatabaseSync, text: string): string {
  return String(Object.values(db.prepare(`PRAGMA ${text}`).get() ?? {})[0]);
}

class BrokenDatabase extends Error {}

/** Damage of the file itself (SQLITE_CORRUPT, SQLITE_NOTADB, a lost schema), not a full disk or a missing right. */
function isBroken(error: unknown): boolean {
  if (error instanceof BrokenDatabase) return true;
  const code = error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : 0;
  return code === 11 || code === 26 || code === 1;
}

function setAside(path: string, aside: string): void {
  renameSync(path, aside);
  for (const tail of ["-wal", "-shm"]) if (existsSync(path + tail)) renameSync(path + tail, aside + tail);
}
