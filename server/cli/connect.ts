// Owns reaching a studio from the command line: the server that runs on this home, or one in this process for as long
// as the command takes. Either way a command talks the contract to an address.
import { existsSync } from "node:fs";
import { z } from "zod";
import { holdHome } from "../db/lock.ts";
import { readJson } from "../files/read-json.ts";
import { type HomePaths, homePaths } from "../home.ts";
import { builtPages, startServer } from "../start-server.ts";
import { isStudioError, StudioError } from "../studio-error.ts";
import { readToken } from "../system/token-store.ts";
import { type Client, createClient } from "./client.ts";

const ServerNote = z.object({ url: z.string(), pid: z.number() });

export type Connection = AsyncDisposable & {
  call: Client;
  address: string;
  /** False: it lives in this process and ends with the command. */
  isServer: boolean;
};

type Need = {
  /** What to do without a server. quiet: start no runs; full: start them; never: say that one is needed. */
  start: "quiet" | "full" | "never";
};

export async function connect(home: string, { start }: Need): Promise<Connection> {
  const running = await findServer(home);
  if (running !== null) return running;
  if (start === "never") {
    throw new StudioError({
      code: "engine.not-ready",
      message: "No server runs on this home folder.",
      reason: "It would be the one to drive the run.",
      hint: "Start one with `npm start`, or add --watch to run it from here.",
    });
  }
  const { url, address, close } = await startServer({
    home,
    host: "127.0.0.1",
    port: 0,
    allowedHosts: [],
    enginePython: process.env.ANNEAL_ENGINE_PYTHON,
    executor: { id: "local" },
    pages: builtPages,
    startsRuns: start === "full",
  });
  const token = readToken(homePaths(home).token) ?? "";
  return {
    call: createClient(url, token),
    address: address(),
    isServer: false,
    [Symbol.asyncDispose]: close,
  };
}

/** The server that works on this home, if there is one. */
export async function findServer(home: string): Promise<Connection | null> {
  const paths = homePaths(home);
  // A note whose writer is gone may name a port that somebody else has by now; the token is not for them.
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
  const nothing = async () => undefined;
  return { call, address: `${note.url}/#token=${token}`, isServer: true, [Symbol.asyncDispose]: nothing };
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
