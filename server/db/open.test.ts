// Shows what happens to a database that is new, newer than us, or damaged; and that one home has one holder.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { holdHome } from "./lock.ts";
import { openDatabase, transact } from "./open.ts";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "anneal-db-"));
});
afterEach(() => rmSync(home, { recursive: true }));

describe("openDatabase", () => {
  it("makes a new one, finds it again, and keeps all or nothing of a transaction", () => {
    const path = join(home, "anneal.db");
    const first = openDatabase(path, () => 7);
    expect(first.fresh).toBe(true);
    const insert = first.db.prepare("INSERT INTO ingest VALUES (?, 1, 'none', 0, 0, 0)");
    expect(() =>
      transact(first.db, () => {
        insert.run("a");
        insert.run("a");
      }),
    ).toThrow();
    expect(first.db.prepare("SELECT count(*) AS n FROM ingest").get()).toEqual({ n: 0 });
    first.db.close();
    const second = openDatabase(path, () => 7);
    expect(second.fresh).toBe(false);
    second.db.close();
  });

  it("refuses a newer schema and leaves the file as it was", () => {
    const path = join(home, "anneal.db");
    const { db } = openDatabase(path, () => 7);
    db.exec("PRAGMA user_version = 99");
    db.close();
    expect(() => openDatabase(path, () => 7)).toThrow(/newer Anneal/);
    expect(readdirSync(home).filter((name) => name.includes("broken"))).toEqual([]);
  });

  it("moves a file that is no database aside and starts anew", () => {
    const path = join(home, "anneal.db");
    writeFileSync(path, "this was never a database, whatever its name says\n".repeat(200));
    const { db, fresh } = openDatabase(path, () => 7);
    expect(fresh).toBe(true);
    db.close();
    expect(readdirSync(home)).toContain("anneal.db.broken-7");
  });
});

describe("holdHome", () => {
  it("lets one holder in at a time and says who it is", () => {
    const paths = { lock: join(home, "lock.db"), server: join(home, "server.json") };
    const release = holdHome(paths);
    writeFileSync(paths.server, JSON.stringify({ url: "http://127.0.0.1:7860", pid: 41 }));
    expect(() => holdHome(paths)).toThrow(
      expect.objectContaining({ body: expect.objectContaining({ code: "home.in-use" }) }),
    );
    expect(() => holdHome(paths)).toThrow(/http:\/\/127.0.0.1:7860/);
    release();
    holdHome(paths)();
  });
});
