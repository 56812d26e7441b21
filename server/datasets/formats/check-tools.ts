// Owns what is asked of function turns and of the list of tools: the engine parses both, and dies where it cannot.
import type { Faults } from "./faults.ts";
import { isObject, isTruthy, kindOf, parseJson } from "./value-kind.ts";

/** Templates take the thought away, or look between the call's own words. */
const THOUGHT = /<think>[\s\S]*?<\/think>/;
const CALL = /<tool_call>([\s\S]*?)<\/tool_call>/;

export function isFunctionText(text: string): boolean {
  const inner = CALL.exec(text)?.[1] ?? text.replace(THOUGHT, "");
  const calls = parseJson(inner);
  const list = Array.isArray(calls) ? calls : [calls];
  return list.every((call) => isObject(call) && "name" in call && "arguments" in call);
}

export function checkTools(value: unknown, column: string, mayBeObject: boolean, faults: Faults): void {
  if (!isTruthy(value)) return;
  if (typeof value !== "string") {
    const isList = Array.isArray(value) || isObject(value);
    if (!(mayBeObject && isList)) faults.add("tools.kind", column, { kind: kindOf(value) });
  } else if (parseJson(value) === undefined) faults.add("tools.json", column);
}

export function checkToolCalls(value: unknown, path: string, faults: Faults): void {
  if (!Array.isArray(value)) {
    faults.add("tool-call.broken", path);
    return;
  }
  for (const [index, call] of value.entries()) {
    const target = isObject(call) ? call.function : undefined;
    const at = `${path}[${index}]`;
    if (!isObject(target) || !("name" in target) || !("arguments" in target)) {
      faults.add("tool-call.broken", at);
    } else if (typeof target.arguments === "string") {
      faults.add("tool-call.arguments", `${at}.function.arguments`);
    }
  }
}
