// Owns the server as a program of its own: `anneal serve` without the start script. Everything is built in start-server.ts.
import { serveCommand } from "./cli/commands/serve.ts";
import { runCommand } from "./cli/run-command.ts";

// Whoever read our output may be gone (`npm start | head`); pages and runs are not.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
process.exit(await runCommand(serveCommand, process.argv.slice(2)));
