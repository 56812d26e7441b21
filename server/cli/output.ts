// Owns what the CLI prints: text for people or JSON for programs, and errors as what, why, what to do.
import type { ApiError } from "../../contract/errors.ts";

export type Output = {
  readonly json: boolean;
  /** A line for people; nothing with --json. */
  line(text: string): void;
  /** One JSON document on one line; nothing without --json. */
  data(value: unknown): void;
  /** Redraws one line in a terminal; nothing elsewhere. Returns whether it could. */
  live(text: string): boolean;
};

const CLEAR = "\r\u001b[K";

export function createOutput(json: boolean, stream: NodeJS.WriteStream = process.stdout): Output {
  const canRedraw = !json && stream.isTTY === true;
  let drawn = false;
  function clear(): void {
    if (drawn) stream.write(CLEAR);
    drawn = false;
  }
  return {
    json,
    line(text) {
      if (json) return;
      clear();
      stream.write(`${text}\n`);
    },
    data(value) {
      if (json) stream.write(`${JSON.stringify(value)}\n`);
    },
    live(text) {
      if (!canRedraw) return false;
      clear();
      stream.write(text.slice(0, (stream.columns || 80) - 1));
      drawn = text !== "";
      return true;
    },
  };
}

/** Always on stderr, so that stdout holds data only. Problems say the reason and the hint better than a summary does. */
export function tellError({ message, reason, hint, details, problems = [] }: Omit<ApiError, "code">): void {
  const lines = [`✗ ${message}`];
  const indent = (text: string) => text.trimEnd().replace(/^/gm, "  ");
  for (const problem of problems) {
    const where = [problem.path, problem.line && `line ${problem.line}`].filter(Boolean).join(", ");
    lines.push(`  ${problem.severity}: ${where && `${where}: `}${problem.message}`);
    if (problem.hint) lines.push(`    → ${problem.hint}`);
  }
  if (problems.length === 0) {
    if (reason) lines.push(indent(reason));
    if (details) lines.push(indent(details));
    if (hint) lines.push(`→ ${hint}`);
  }
  process.stderr.write(`${lines.join("\n")}\n`);
}
