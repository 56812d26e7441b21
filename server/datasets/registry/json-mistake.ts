// Owns saying where a JSON text is broken, with line and column. Refuses to repair it.
import { jsonMistake as placeOf } from "../../../contract/json-mistake.ts";

/** "line 4, column 7: Expected ',' …", from what JSON.parse threw. */
export function jsonMistake(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const what = message.replace(
    / in JSON at position.*| \(line \d+ column \d+\)|, .*is not valid JSON.*/gs,
    "",
  );
  const { line, column } = placeOf(text) ?? { line: 1, column: 1 };
  return `line ${line}, column ${column}: ${what}`;
}
