// Owns the fixes that are certain: what each code's fix does to a row. Refuses whatever needs a person's judgement.
import type { DatasetDefinition } from "../../../contract/dataset.ts";
import { faultOf, findingCodes } from "./finding-codes.ts";
import type { Fault } from "./format.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { mediaColumn, mediaKinds } from "./media-marks.ts";
import { isQuestion, roleOf, tagOf, tagText, wellKnownRole } from "./roles.ts";
import { isObject, parseJson } from "./value-kind.ts";

type Row = Record<string, unknown>;

const LEAVES_OUT = new Set(
  findingCodes.filter((code) => faultOf(code).fix === "The row is left out.").map(String),
);

/** Codes with a fix. The text's own faults (damaged escapes, double keys, NaN) are mended by writing the row anew. */
export const fixableCodes = findingCodes.filter((code) => faultOf(code).fix !== null);

export function leavesOut(faults: readonly Fault[], fixes: ReadonlySet<string>): boolean {
  return faults.some(({ code }) => fixes.has(code) && LEAVES_OUT.has(code));
}

/** The definition of the new dataset. */
export function fixDefinition(definition: DatasetDefinition, fixes: ReadonlySet<string>): DatasetDefinition {
  const { tags } = definition;
  const layout = layoutOf(definition);
  const namesSystem = fixes.has("system.tag-missing") || fixes.has("definition.system-tag");
  if (!namesSystem || tags === undefined || layout.tags.system_tag !== null) return definition;
  return { ...definition, tags: { ...tags, system_tag: "system" } };
}

/** Changes the row in place; answers whether anything changed. */
export function fixRow(row: Row, definition: DatasetDefinition, fixes: ReadonlySet<string>): boolean {
  const layout = layoutOf(definition);
  const before = JSON.stringify(row);
  const strip = fixes.has("text.nul") || fixes.has("text.control") || fixes.has("text.raw-control");
  if (strip || fixes.has("text.surrogate")) {
    for (const [key, value] of Object.entries(row)) row[key] = mendStrings(value, fixes, 0);
  }
  for (const name of fixes.has("prompt.kind") ? (["prompt", "query"] as const) : []) {
    const column = layout.columns[name];
    if (column !== null && typeof row[column] === "number") row[column] = String(row[column]);
  }
  if (fixes.has("kto.tag")) fixVerdict(row, layout.columns.kto_tag);
  if (fixes.has("tools.kind")) fixText(row, layout.columns.tools);
  for (const kind of fixes.has("media.bare") ? mediaKinds : []) {
    const column = layout.columns[mediaColumn[kind]];
    if (column !== null && typeof row[column] === "string") row[column] = [row[column]];
  }
  if (layout.formatting !== "alpaca") fixTurns(row, layout, fixes);
  return JSON.stringify(row) !== before;
}

function fixTurns(row: Row, layout: Layout, fixes: ReadonlySet<string>): void {
  const { messages: column } = layout.columns;
  const { role_tag: roleKey, content_tag: contentKey } = layout.tags;
  const messages = column === null ? null : row[column];
  if (!Array.isArray(messages) || roleKey === null || contentKey === null) return;
  for (const message of messages) {
    if (!isObject(message)) continue;
    const tag = message[roleKey];
    if (fixes.has("turn.role-unknown") && typeof tag === "string" && roleOf(tag, layout) === null) {
      const role = wellKnownRole(tag);
      const known = role === null ? null : tagOf(role, layout);
      if (known !== null) message[roleKey] = known;
    }
    if (fixes.has("function.kind") && roleOf(message[roleKey], layout) === "function")
      fixText(message, contentKey);
    if (fixes.has("tool-call.arguments")) fixArguments(message.tool_calls);
  }
  const last: unknown = messages.at(-1);
  const lastRole = isObject(last) ? roleOf(last[roleKey], layout) : null;
  const spoken = messages.filter(
    (each) => isObject(each) && roleOf(each[roleKey], layout) !== "system",
  ).length;
  const isOdd = !layout.ranking && spoken % 2 === 1 && spoken > 1;
  if (fixes.has("turn.odd") && isOdd && lastRole !== null && isQuestion(lastRole)) messages.pop();
}

function fixText(target: Row, key: string | null): void {
  if (key === null) return;
  const value = target[key];
  if (typeof value === "object" && value !== null) target[key] = JSON.stringify(value);
}

function fixArguments(calls: unknown): void {
  for (const call of Array.isArray(calls) ? calls : []) {
    const target = isObject(call) ? call.function : null;
    if (!isObject(target) || typeof target.arguments !== "string") continue;
    const parsed = parseJson(target.arguments);
    if (isObject(parsed)) target.arguments = parsed;
  }
}

const WORDS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  "1": true,
  false: false,
  no: false,
  "0": false,
};

function fixVerdict(row: Row, column: string | null): void {
  if (column === null || typeof row[column] === "boolean") return;
  const verdict = WORDS[tagText(row[column]).toLowerCase()];
  if (verdict !== undefined) row[column] = verdict;
}

const MAX_DEPTH = 500;

function mendStrings(value: unknown, fixes: ReadonlySet<string>, depth: number): unknown {
  if (typeof value === "string") {
    const whole = fixes.has("text.surrogate") ? value.toWellFormed() : value;
    const strips = fixes.has("text.nul") || fixes.has("text.control") || fixes.has("text.raw-control");
    return strips ? whole.replace(/[^\P{Cc}\t\n\r]/gu, "") : whole;
  }
  if (depth > MAX_DEPTH) return value;
  if (Array.isArray(value)) return value.map((each) => mendStrings(each, fixes, depth + 1));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, mendStrings(each, fixes, depth + 1)]),
  );
}
