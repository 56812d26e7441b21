// Owns the command line: which word is which command.
import { version } from "../system/version.ts";
import type { Command } from "./command.ts";
import { actCommands } from "./commands/act.ts";
import { checkCommand } from "./commands/check.ts";
import { datasetsCommand } from "./commands/datasets.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { followCommands } from "./commands/follow.ts";
import { logsCommand } from "./commands/logs.ts";
import { mergeCommand } from "./commands/merge.ts";
import { runsCommand } from "./commands/runs.ts";
import { setupCommand } from "./commands/setup.ts";
import { trainCommand } from "./commands/train.ts";
import { tellError } from "./output.ts";
import { runCommand } from "./run-command.ts";

const commands: readonly Command[] = [
  setupCommand,
  doctorCommand,
  checkCommand,
  trainCommand,
  runsCommand,
  logsCommand,
  ...actCommands,
  ...followCommands,
  mergeCommand,
  datasetsCommand,
];

// `anneal logs RUN | head`: nobody reads on, so there is nothing left to do.
process.stdout.on("error", () => process.exit(1));

const [name, ...argv] = process.argv.slice(2);
const command = commands.find((candidate) => candidate.name === name);

if (command !== undefined) process.exitCode = await runCommand(command, argv);
else if (name === "--version" || name === "-v") console.log(version);
else if (name === undefined || name === "help" || name === "--help" || name === "-h") console.log(overview());
else {
  tellError({ message: `There is no command ${name}.`, hint: "anneal --help lists them." });
  process.exitCode = 2;
}

function overview(): string {
  const serve = { name: "serve", summary: "Serve the pages (what npm start does)" };
  const lines = [serve, ...commands].map((each) => `  ${each.name.padEnd(10)} ${each.summary}`);
  const usage = "anneal COMMAND [--home DIR] [--json]";
  return [`Anneal ${version}`, "", usage, "", ...lines, "", "anneal COMMAND --help says more."].join("\n");
}
