// Owns the options of `anneal serve`: their words, their help, and what makes no sense together.
import { resolve } from "node:path";
import type { ParseArgsOptionsConfig } from "node:util";
import { builtPages, type ServerOptions } from "../../start-server.ts";
import { textOf, UsageError, type Values } from "../command.ts";
import { enginePythons, namedPythons } from "../engine-pythons.ts";

const DEFAULT_PORT = 7317;

export const serveWords: ParseArgsOptionsConfig = {
  port: { type: "string" },
  host: { type: "string" },
  "allowed-host": { type: "string", multiple: true },
  open: { type: "boolean" },
  "engine-python": { type: "string", multiple: true },
  executor: { type: "string" },
  recordings: { type: "string" },
  "replay-speed": { type: "string" },
  dev: { type: "string" },
};

export const serveHelp = [
  "  --port N                  the port (default: 7317; 0 takes a free one)",
  "  --host ADDRESS            listen on another address than 127.0.0.1; needs --allowed-host",
  "  --allowed-host NAME       a host name browsers may use for this server; may be given again",
  "  --open                    open the page in the browser",
  "  --engine-python [ID=]PATH use the Python of an existing environment instead of installing one; again for each engine",
  "  --executor local|replay   replay plays recordings instead of engines",
  "  --recordings DIR          the recordings for replay",
  "  --replay-speed N          how many times as fast (default: 1)",
  "  --dev PORT                take the pages from `next dev` on that port",
].join("\n");

export function readServeOptions(home: string, values: Values): ServerOptions {
  const host = textOf(values, "host") ?? "127.0.0.1";
  const allowedHosts = [values["allowed-host"] ?? []].flat().map(String);
  if (!/^(127\.|localhost$|::1$)/.test(host) && allowedHosts.length === 0) {
    throw new UsageError(
      `--host ${host} lets other machines in. Name the host they may use: --allowed-host NAME (again for each name)`,
    );
  }
  return {
    home,
    host,
    port: readNumber(values, "port", DEFAULT_PORT, 65_535),
    allowedHosts,
    enginePython:
      enginePythons([values["engine-python"] ?? []].flat().map(String)) ?? namedPythons(process.env),
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
