// Owns `anneal serve`: what it prints, and ending well. Runs outlive it, whatever way it ends.
import type { EngineService } from "../../services.ts";
import { type RunningServer, type ServerOptions, startServer } from "../../start-server.ts";
import { isStudioError } from "../../studio-error.ts";
import { version } from "../../system/version.ts";
import type { Command } from "../command.ts";
import { findServer } from "../find-server.ts";
import { openBrowser } from "../open-browser.ts";
import { type Output, tellError } from "../output.ts";
import { readServeOptions, serveHelp, serveWords } from "./serve-options.ts";

/** A terminal sends its signal to every process it started, and npm sends it again: one key press. */
const SAME_PRESS_MS = 500;

export const serveCommand: Command = {
  name: "serve",
  summary: "Serve the pages",
  usage: "[options]",
  help: serveHelp,
  words: { min: 0, max: 0 },
  options: serveWords,
  async run({ home, values, out }) {
    const options = readServeOptions(home, values);
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
    if (options.executor.id === "local") void installFirst(server.services.engines, out);
    await ended;
    out.line("The server ends. Runs go on; the next start picks them up.");
    await server.close();
    return true;
  },
};

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

/** Where no engine is there at all, the first is installed behind the pages, as a run; any other is installed on wish. */
async function installFirst(engines: EngineService, out: Output): Promise<void> {
  try {
    const known = await engines.list();
    const [first] = known;
    if (!first || known.some(({ health }) => health.status !== "missing")) return;
    await engines.install(first.id);
    out.line(`${first.name} is being installed; the page shows how far it is.`);
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
