// Owns the server as a program of its own: `anneal serve` without the start script. Everything is built in start-server.ts.
import { serveCommand } from "./cli/commands/serve.ts";
import { runCommand } from "./cli/run-command.ts";

process.exit(await runCommand(serveCommand, process.argv.slice(2)));
