// Owns running one command from its words to its exit code: 0 it came true, 1 it did not, 2 wrong words.
import { isStudioError } from "../studio-error.ts";
import { ServerGone } from "./client.ts";
import { type Command, readWords, UsageError } from "./command.ts";
import { createOutput, tellError } from "./output.ts";

const COMMON_HELP =
  "  --home DIR    the home folder (default: ANNEAL_HOME, else ~/.anneal)\n  --json        print JSON";

export async function runCommand(command: Command, argv: readonly string[]): Promise<number> {
  try {
    const { help, json, ...words } = readWords(command, argv);
    if (help) {
      console.log(helpOf(command));
      return 0;
    }
    return (await command.run({ ...words, out: createOutput(json) })) ? 0 : 1;
  } catch (error) {
    if (error instanceof UsageError) {
      tellError({ message: error.message, hint: `anneal ${command.name} --help` });
      return 2;
    }
    if (isStudioError(error)) tellError(error.body);
    else if (error instanceof ServerGone)
      tellError({ message: error.message, hint: "Give the command again." });
    else tellError({ message: "Something went wrong.", details: stackOf(error) });
    return 1;
  }
}

function helpOf({ name, usage, summary, help }: Command): string {
  const lines = [`${summary}.`, "", `  anneal ${name} ${usage}`.trimEnd(), ""];
  return [...lines, ...(help === "" ? [] : [help]), COMMON_HELP].join("\n");
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
