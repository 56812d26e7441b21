// Owns finding the server that works on a home folder. Refuses to trust a note whose writer is gone: somebody else may
// listen on its port by now, and the token is not for them.
import { existsSync } from "node:fs";
import { z } from "zod";
import { holdHome } from "../db/lock.ts";
import { readJson } from "../files/read-json.ts";
import { type HomePaths, homePaths } from "../home.ts";
import { isStudioError } from "../studio-error.ts";
import { readToken } from "../system/token-store.ts";
import { type Client, createClient } from "./client.ts";

const ServerNote = z.object({ url: z.string(), pid: z.number() });

export type FoundServer = { call: Client; address: string };

export async function findServer(home: string): Promise<FoundServer | null> {
  const paths = homePaths(home);
  if (!isHeld(paths)) return null;
  const note = readJson(paths.server, ServerNote);
  const token = readToken(paths.token);
  if (note === null || token === null) return null;
  const call = createClient(note.url, token);
  try {
    await call("session", {});
  } catch {
    return null;
  }
  return { call, address: `${note.url}/#token=${token}` };
}

function isHeld(paths: HomePaths): boolean {
  if (!existsSync(paths.lock)) return false;
  try {
    holdHome(paths)();
    return false;
  } catch (error) {
    if (isStudioError(error) && error.body.code === "home.in-use") return true;
    throw error;
  }
}
