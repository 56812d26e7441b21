// Owns the right to work on a home folder: one holder for as long as its process lives, whatever way it ends.
// Refuses pid files: an SQLite lock vanishes with the process.
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { readJson } from "../files/read-json.ts";
import { StudioError } from "../studio-error.ts";

const ServerNote = z.object({ url: z.string(), pid: z.number() });

/** Takes the home, or throws home.in-use with who has it. Returns the way to give it back. */
export function holdHome(paths: { lock: string; server: string }): () => void {
  const db = new DatabaseSync(paths.lock);
  try {
    db.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE");
  } catch (error) {
    db.close();
    if (error instanceof Error && "errcode" in error && error.errcode === 5) throw inUse(paths.server);
    throw error;
  }
  return () => db.close();
}

function inUse(note: string): StudioError {
  const holder = readJson(note, ServerNote);
  const who = holder ? `at ${holder.url} (process ${holder.pid})` : "in another process";
  return new StudioError({
    code: "home.in-use",
    message: `A studio works on this home folder already, ${who}.`,
    reason: "Two at once would start runs twice.",
    hint: "Use that one, stop it first, or give another folder with --home.",
  });
}
