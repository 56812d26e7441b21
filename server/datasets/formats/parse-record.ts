// Owns reading the text of one record, and what can be wrong with the text itself. Refuses to guess beyond small repairs:
// what it repairs it also names.

import { findDuplicateKeys } from "./duplicate-keys.ts";
import type { Faults } from "./faults.ts";
import type { CheckContext } from "./format.ts";
import { isObject } from "./value-kind.ts";

/** Python's parsers stop at about a thousand levels. */
const MAX_DEPTH = 500;
const CONTROL = /[^\P{Cc}\t\n\r]/gu;
const NUL = "\0";

/** Undefined where the text is no JSON. */
export function parseRecord(text: string, context: CheckContext, faults: Faults): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    value = repair(text, context, faults);
    if (value === undefined) faults.add("json.broken", "", { why: reasonOf(error) });
    return value;
  }
  checkText(text, value, context, faults);
  return value;
}

function repair(text: string, context: CheckContext, faults: Faults): unknown {
  const clean = text.replace(/\p{Cc}/gu, " ");
  const cleaned = tryParse(clean);
  if (cleaned !== undefined) {
    faults.add("text.raw-control", "", {}, context.strictJson ? "error" : "warning");
    return cleaned;
  }
  const finite = tryParse(text.replace(/([:[,]\s*)(?:NaN|-?Infinity)(?=\s*[,}\]])/g, "$1null"));
  if (finite !== undefined) faults.add("json.not-a-number", "");
  return finite;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** V8 says where, which is what one needs; its quotes of the text only repeat the row. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [what = message] = message.split(/, (?:\.\.\.)?"| in JSON/);
  const position = /position (\d+)/.exec(message)?.[1];
  return position === undefined ? what : `${what} at character ${Number(position) + 1}`;
}

function checkText(text: string, value: unknown, context: CheckContext, faults: Faults): void {
  if (text.includes("\uFFFD")) faults.add("text.replacement", "");
  // Control characters and half pairs can only stand as escapes in text that parses.
  if (text.includes("\\u")) {
    const mayControl = /\\u00(?:[01][0-9a-f]|7f)/i.test(text);
    const mayHalf = /\\ud[89a-f]/i.test(text);
    if (mayControl || mayHalf) checkStrings(value, "", context, faults, 0);
  }
  const keys = countKeys(value, 0);
  if (keys === -1) faults.add("json.too-deep", "", { depth: MAX_DEPTH });
  else if (countKeyEnds(text) !== keys) {
    for (const { key, path } of findDuplicateKeys(text))
      faults.add("json.duplicate-key", path, { key }, context.strictJson ? "error" : "warning");
  }
}

function countKeys(value: unknown, depth: number): number {
  if (typeof value !== "object" || value === null) return 0;
  if (depth > MAX_DEPTH) return -1;
  let count = 0;
  if (Array.isArray(value)) {
    for (const each of value) {
      if (typeof each !== "object") continue;
      const inner = countKeys(each, depth + 1);
      if (inner === -1) return -1;
      count += inner;
    }
    return count;
  }
  const object: Record<string, unknown> = isObject(value) ? value : {};
  for (const key in object) {
    count += 1;
    const each = object[key];
    if (typeof each !== "object") continue;
    const inner = countKeys(each, depth + 1);
    if (inner === -1) return -1;
    count += inner;
  }
  return count;
}

/**
 * Keys are what ends in `":`, and in a string that quote is escaped. Where keys are written otherwise the number differs
 * from that of the parsed keys, and the text is looked at sign by sign.
 */
function countKeyEnds(text: string): number {
  if (text.includes('" :')) return -1;
  let count = 0;
  for (let at = text.indexOf('":'); at !== -1; at = text.indexOf('":', at + 2)) {
    if (text.charCodeAt(at - 1) !== 0x5c) count += 1;
  }
  return count;
}

function checkStrings(
  value: unknown,
  path: string,
  context: CheckContext,
  faults: Faults,
  depth: number,
): void {
  if (typeof value === "string") {
    if (!value.isWellFormed())
      faults.add("text.surrogate", path, {}, context.strictJson ? "error" : "warning");
    if (value.includes(NUL)) faults.add("text.nul", path);
    CONTROL.lastIndex = 0;
    if (CONTROL.test(value.replaceAll(NUL, ""))) faults.add("text.control", path);
  } else if (depth > MAX_DEPTH) return;
  else if (Array.isArray(value)) {
    for (const [index, each] of value.entries())
      checkStrings(each, `${path}[${index}]`, context, faults, depth + 1);
  } else if (isObject(value)) {
    for (const [key, each] of Object.entries(value))
      checkStrings(each, path === "" ? key : `${path}.${key}`, context, faults, depth + 1);
  }
}
