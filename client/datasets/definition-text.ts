// Owns reading an entry of dataset_info.json as it is typed: where the JSON breaks, what the engine could not read.
import { DatasetDefinition } from "@/contract/dataset.ts";

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
    return { ok: false, problems: [{ kind: "syntax", ...placeOf(message, text), message: plain(message) }] };
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

/** Browsers say "position 12", "line 2 column 3", or nothing when the text just ends. */
function placeOf(message: string, text: string): { line: number; column: number } {
  const said = /line (\d+) column (\d+)/.exec(message);
  if (said) return { line: Number(said[1]), column: Number(said[2]) };
  const position = /position (\d+)/.exec(message);
  const before = text.slice(0, position ? Number(position[1]) : text.length).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function plain(message: string): string {
  return message.replace(/^JSON\.parse: /, "").replace(/ in JSON.*$| \(line.*$/s, "");
}
