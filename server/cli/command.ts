// Owns what a command of the CLI is, and reading its words. Refuses unknown options: a typing error must not start a run.
import { resolve } from "node:path";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { defaultHome } from "../system/default-home.ts";
import type { Output } from "./output.ts";

export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

export type Invocation = { home: string; values: Values; words: readonly string[]; out: Output };

export type Command = {
  name: string;
  summary: string;
  /** The words after the name, as the help shows them. */
  usage: string;
  help: string;
  /** How many words are expected. */
  words: { min: number; max: number };
  options: ParseArgsOptionsConfig;
  /** Resolves to whether what was asked for came true: exit code 0 or 1. */
  run(invocation: Invocation): Promise<boolean>;
};

/** Wrong words on the command line: exit code 2. */
export class UsageError extends Error {}

export const commonOptions = {
  home: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const satisfies ParseArgsOptionsConfig;

export function readWords(
  command: Command,
  argv: readonly string[],
): { home: string; json: boolean; help: boolean; values: Values; words: string[] } {
  const { values, positionals } = parse(argv, { ...command.options, ...commonOptions });
  const { home, json = false, help = false } = values;
  if (help !== true && (positionals.length < command.words.min || positionals.length > command.words.max)) {
    throw new UsageError(`This needs: anneal ${command.name} ${command.usage}`.trimEnd());
  }
  return {
    home: typeof home === "string" ? resolve(home) : defaultHome(),
    json: json === true,
    help: help === true,
    values,
    words: positionals,
  };
}

export function textOf(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

function parse(argv: readonly string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(
      error instanceof Error ? (error.message.split(". ")[0] ?? error.message) : String(error),
    );
  }
}
