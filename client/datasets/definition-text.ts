// Owns reading an entry of dataset_info.json as it is typed: where the JSON breaks, what the engine could not read.
import { DatasetDefinition } from "@/contract/dataset.ts";
import { jsonMistake } from "@/contract/json-mistake.ts";

export type DefinitionProblem =
  | { kind: "syntax"; line: number; column: number; message: string }
  | { kind: "shape"; path: string; message: string };

export type ReadDefinition =
  | { ok: true; definition: DatasetDefinition }
  | { ok: false; problems: DefinitionProblem[] };

export function readDefinition(text: string): ReadDefinition {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const place = jsonMistake(text) ?? { line: 1, column: 1 };
    return { ok: false, problems: [{ kind: "syntax", ...place, message: plain(message) }] };
  }
  const read = DatasetDefinition.safeParse(value);
  if (read.success) return { ok: true, definition: read.data };
  return {
    ok: false,
    problems: read.error.issues.map((issue) => ({
      kind: "shape",
      path: issue.path.map(String).join(".") || "{}",
      message: issue.message,
    })),
  };
}

/** Without the place, which browsers give each in their own way. */
function plain(message: string): string {
  return message.replace(/^JSON\.parse: /, "").replace(/, (?:\.{3})?".*$| in JSON.*$| \(line.*$/s, "");
}
