// Owns saying where a JSON text is broken, with line and column. Refuses to repair it.

/** "line 4, column 7: Expected ',' …", from what JSON.parse threw. */
export function jsonMistake(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const what = message.replace(
    / in JSON at position.*| \(line \d+ column \d+\)|, .*is not valid JSON.*/gs,
    "",
  );
  const given = /\(line (\d+) column (\d+)\)/.exec(message);
  if (given) return `line ${given[1]}, column ${given[2]}: ${what}`;
  // Only a text that ends too early comes without a position.
  const before = text.trimEnd().split("\n");
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: ${what}`;
}
