// Owns `anneal serve`: its options, what it prints, and ending well. Runs outlive it, whatever way it ends.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { EngineService } from "../../services.ts";
import { builtPages, type RunningServer, type ServerOptions, startServer } from "../../start-server.ts";
import { isStudioError } from "../../studio-error.ts";
import { version } from "../../system/version.ts";
import { type Command, textOf, UsageError, type Values } from "../command.ts";
import { findServer } from "../find-server.ts";
import { type Output, tellError } from "../output.ts";

const DEFAULT_PORT = 7317;
/** A terminal sends its signal to every process it started, and npm sends it again: one key press. */
const SAME_PRESS_MS = 500;

export const serveCommand: Command = {
  name: "serve",
  summary: "Serve the pages",
  usage: "[options]",
  help: [
    "  --port N                  the port (default: 7317; 0: any free one)",
    "  --host ADDRESS            listen on another address than 127.0.0.1; needs --allowed-host",
    "  --allowed-host NAME       a host name browsers may use for this server; may be given again",
    "  --open                    open the page in the browser",
    "  --engine-python PATH      use the Python of an existing environment instead of installing one",
    "  --executor local|replay   replay plays recordings instead of engines",
    "  --recordings DIR          the recordings for replay",
    "  --replay-speed N          how many times as fast (default: 1)",
    "  --dev PORT                take the pages from `next dev` on that port",
  ].join("\n"),
  words: { min: 0, max: 0 },
  options: {
    port: { type: "string" },
    host: { type: "string" },
    "allowed-host": { type: "string", multiple: true },
    open: { type: "boolean" },
    "engine-python": { type: "string" },
    executor: { type: "string" },
    recordings: { type: "string" },
    "replay-speed": { type: "string" },
    dev: { type: "string" },
  },
  async run({ home, values, out }) {
    const options = readOptions(home, values);
    const other = await findServer(home);
    if (other !== null) {
      out.data({ address: other.address });
      out.line(`Anneal is running on this home folder already:\n${other.address}`);
      return true;
    }
    const server = await startServer(options);
    const ended = untilSignal();
    greet(server, options, out);
    if (values.open === true) openBrowser(home, server.address());
    if (options.executor.id === "local") void installEngines(server.services.engines, out);
    await ended;
    out.line("The server ends. Runs go on; the next start picks them up.");
    await server.close();
    return true;
  },
};

function readOptions(home: string, values: Values): ServerOptions {
  const host = textOf(values, "host") ?? "127.0.0.1";
  const allowedHosts = [values["allowed-host"] ?? []].flat().map(String);
  if (!/^(127\.|localhost$|::1$)/.test(host) && allowedHosts.length === 0) {
    throw new UsageError(
      `--host ${host} lets other machines in. Name the host they may use: --allowed-host NAME (again for each name)`,
    );
  }
  const enginePython = textOf(values, "engine-python") ?? process.env.ANNEAL_ENGINE_PYTHON;
  return {
    home,
    host,
    port: readNumber(values, "port", DEFAULT_PORT, 65_535),
    allowedHosts,
    enginePython: enginePython && resolve(enginePython),
    executor: readExecutor(values),
    pages: values.dev === undefined ? builtPages : { devPort: readNumber(values, "dev", 0, 65_535) },
    startsRuns: true,
  };
}

function readExecutor(values: Values): ServerOptions["executor"] {
  const id = textOf(values, "executor") ?? "local";
  if (id === "local") return { id };
  if (id !== "replay") throw new UsageError(`There is no executor ${id}; there are local and replay`);
  const recordings = textOf(values, "recordings");
  if (recordings === undefined) throw new UsageError("--executor replay needs --recordings DIR");
  return { id, recordings: resolve(recordings), speed: readNumber(values, "replay-speed", 1, 1_000_000) };
}

function readNumber(values: Values, name: string, otherwise: number, max: number): number {
  const text = textOf(values, name);
  const value = text === undefined ? otherwise : Number(text);
  if (text?.trim() === "" || !Number.isFinite(value) || value < 0 || value > max) {
    throw new UsageError(`--${name} takes a number from 0 to ${max}, not ${text}`);
  }
  return value;
}

function greet(server: RunningServer, { home, host, allowedHosts }: ServerOptions, out: Output): void {
  const address = server.address();
  out.data({ address, url: server.url, home, version });
  out.line(`\nAnneal ${version}\n${address}\n`);
  out.line(`Home folder ${home}. Ctrl-C ends the server; runs go on.`);
  if (allowedHosts.length === 0) return;
  out.line(
    [
      "",
      "!! Other machines can reach this server.",
      `!! It listens on ${host} and answers to: ${allowedHosts.join(", ")}.`,
      "!! Whoever has the token can run programs as you, and the connection is not encrypted.",
      "!! Put a proxy with TLS before it, or use an SSH tunnel instead.",
    ].join("\n"),
  );
}

/** An engine that is missing is installed behind the pages, as a run; what is there is left alone. */
async function installEngines(engines: EngineService, out: Output): Promise<void> {
  try {
    for (const { id, name, health } of await engines.list()) {
      if (health.status !== "missing") continue;
      await engines.install(id);
      out.line(`${name} is being installed; the page shows how far it is.`);
    }
  } catch (error) {
    if (!isStudioError(error)) throw error;
    tellError(error.body);
  }
}

function untilSignal(): Promise<void> {
  return new Promise((end) => {
    let first: number | null = null;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        if (first !== null && Date.now() - first > SAME_PRESS_MS) process.exit(130);
        first ??= Date.now();
        end();
      });
    }
  });
}

/** By way of a private file, because the arguments of a program are public and the address holds the token. */
function openBrowser(home: string, address: string): void {
  const page = join(home, "open.html");
  writeFileSync(page, `<!doctype html><meta http-equiv="refresh" content="0;url=${address}">`, {
    mode: 0o600,
  });
  const program = process.platform === "darwin" ? "open" : "xdg-open";
  const child = spawn(program, [pathToFileURL(page).href], { stdio: "ignore", detached: true });
  child.on("error", () =>
    tellError({ message: "No browser could be opened.", hint: "Open the address above." }),
  );
  child.unref();
}
