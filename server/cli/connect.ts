// Owns reaching a studio from the command line: the server that runs on this home, or one in this process for as long
// as the command takes. Either way a command talks the contract to an address.
import { setTimeout as pause } from "node:timers/promises";
import { routes } from "../../contract/routes.ts";
import { homePaths } from "../home.ts";
import { builtPages, startServer } from "../start-server.ts";
import { isStudioError, StudioError } from "../studio-error.ts";
import { readToken } from "../system/token-store.ts";
import { type Client, createClient, ServerGone } from "./client.ts";
import { namedPythons } from "./engine-pythons.ts";
import { findServer } from "./find-server.ts";

type Reached = {
  call: Client;
  address: string;
  /** False: it lives in this process and ends with the command. */
  isServer: boolean;
  close(): Promise<void>;
};

export type Connection = AsyncDisposable & Omit<Reached, "close">;

/** What to do without a server. quiet: start no runs; full: start them; never: say that one is needed. */
type Need = { start: "quiet" | "full" | "never" };

/** A server that is just starting or ending holds the home for a moment without answering. */
const CHANGE_MS = 5000;
const LOOK_MS = 200;

export async function connect(home: string, need: Need): Promise<Connection> {
  let reached = await reach(home, need);
  return {
    get address() {
      return reached.address;
    },
    get isServer() {
      return reached.isServer;
    },
    async call(name, input) {
      try {
        return await reached.call(name, input);
      } catch (error) {
        // Whoever held the home ended; a question can be asked again, a wish might be granted twice.
        if (!(error instanceof ServerGone) || routes[name].method !== "GET") throw error;
        reached = await reach(home, need);
        return reached.call(name, input);
      }
    },
    [Symbol.asyncDispose]: () => reached.close(),
  };
}

async function reach(home: string, need: Need): Promise<Reached> {
  for (const until = Date.now() + CHANGE_MS; ; await pause(LOOK_MS)) {
    const found = await findServer(home);
    if (found !== null) return { ...found, isServer: true, close: async () => undefined };
    try {
      return await startOwn(home, need);
    } catch (error) {
      if (Date.now() > until || !isStudioError(error) || error.body.code !== "home.in-use") throw error;
    }
  }
}

async function startOwn(home: string, { start }: Need): Promise<Reached> {
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
    enginePython: namedPythons(process.env),
    executor: { id: "local" },
    pages: builtPages,
    startsRuns: start === "full",
  });
  const token = readToken(homePaths(home).token) ?? "";
  return { call: createClient(url, token), address: address(), isServer: false, close };
}
