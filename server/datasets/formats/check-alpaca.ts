// Owns checking rows of question and answer columns, as alpaca data is read.
import { checkMedia, type MarksSeen, mayHoldMarks, type Place, seeMarks } from "./check-media.ts";
import { checkTools } from "./check-tools.ts";
import { checkVerdict } from "./check-verdict.ts";
import type { Faults } from "./faults.ts";
import type { CheckContext } from "./format.ts";
import type { Layout } from "./layout.ts";
import { isTruthy, kindOf } from "./value-kind.ts";

export function checkAlpaca(
  row: Record<string, unknown>,
  layout: Layout,
  context: CheckContext,
  faults: Faults,
): void {
  const { columns } = layout;
  let seen: MarksSeen | null = null;
  const look = (text: string, place: Place, path: string) => {
    if (mayHoldMarks(text)) seen = seeMarks(seen, text, place, path);
  };

  let asked = false;
  for (const column of [columns.prompt, columns.query]) {
    if (column === null) continue;
    const value = row[column];
    if (!isTruthy(value)) continue;
    asked = true;
    if (typeof value === "string") look(value, "question", column);
    else faults.add("prompt.kind", column, { column, kind: kindOf(value) });
  }
  if (!asked) faults.add("prompt.empty", columns.prompt ?? columns.query ?? "");

  if (columns.history !== null) checkHistory(row[columns.history], columns.history, faults, look);
  if (columns.system !== null) {
    const system = row[columns.system];
    if (isTruthy(system) && typeof system !== "string")
      faults.add("system.kind", columns.system, { kind: kindOf(system) });
  }
  if (columns.tools !== null) checkTools(row[columns.tools], columns.tools, false, faults);

  if (layout.ranking) checkTextPair(row, layout, faults, look);
  else if (columns.response !== null && context.stage !== "pt") {
    const answer = row[columns.response];
    if (typeof answer === "string") look(answer, "answer", columns.response);
    if (answer === "") faults.add("answer.empty", columns.response);
    else if (typeof answer !== "string") faults.add("answer.missing", columns.response);
  }
  checkVerdict(row, layout, context, faults);
  checkMedia(row, layout, seen, context, faults);
}

type Look = (text: string, place: Place, path: string) => void;

function checkHistory(value: unknown, column: string, faults: Faults, look: Look): void {
  if (value === null || value === undefined) return;
  if (!Array.isArray(value)) {
    faults.add("history.kind", column, { kind: kindOf(value) });
    return;
  }
  for (const [index, pair] of value.entries()) {
    const path = `${column}[${index}]`;
    const texts = Array.isArray(pair) && pair.length === 2 ? pair : null;
    const [question, answer]: unknown[] = texts ?? [];
    if (typeof question !== "string" || typeof answer !== "string") {
      faults.add("history.pair", path);
      continue;
    }
    if (answer === "") faults.add("answer.empty", `${path}[1]`);
    look(question, "question", `${path}[0]`);
    look(answer, "answer", `${path}[1]`);
  }
}

function checkTextPair(row: Record<string, unknown>, layout: Layout, faults: Faults, look: Look): void {
  const { chosen, rejected } = layout.columns;
  if (chosen === null || rejected === null) return;
  for (const [side, column] of [
    ["chosen", chosen],
    ["rejected", rejected],
  ] as const) {
    const text = row[column];
    if (typeof text !== "string") faults.add("pair.missing", column, { column, wanted: "text" });
    else if (text === "") faults.add("answer.empty", column);
    else look(text, side, column);
  }
  if (typeof row[chosen] === "string" && row[chosen] === row[rejected]) faults.add("pair.same", rejected);
}
