// Owns the two ways to write calls of functions: JSON text in a turn, and OpenAI's tool_calls with replies of their own.
import type { Conversation, ConversationTurn } from "../../../contract/dataset.ts";
import { isObject, parseJson } from "./value-kind.ts";

/** What stands between the replies to several calls when they become one turn. */
const BETWEEN_REPLIES = "\n</tool_response>\n<tool_response>\n";

export type ToolCall = { id: string; type: "function"; function: { name: unknown; arguments: string } };

/** One call as an object, several as a list: what a function turn of LLaMA-Factory holds. */
export function callsToText(calls: readonly unknown[]): string {
  const functions = calls.map((call) => {
    const target = isObject(call) && isObject(call.function) ? call.function : {};
    const given = target.arguments;
    const parsed = typeof given === "string" ? parseJson(given) : given;
    return { name: target.name ?? "", arguments: parsed === undefined ? given : parsed };
  });
  return JSON.stringify(functions.length === 1 ? functions[0] : functions);
}

/** Null when the text is not of calls alone. */
export function textToCalls(text: string, turn: number): ToolCall[] | null {
  const parsed = parseJson(text);
  const list = Array.isArray(parsed) && parsed.length > 1 ? parsed : [parsed];
  const calls: ToolCall[] = [];
  for (const [index, each] of list.entries()) {
    const isCall = isObject(each) && Object.keys(each).sort().join() === "arguments,name";
    if (!isCall) return null;
    calls.push({
      id: `call_${turn}_${index}`,
      type: "function",
      function: { name: each.name, arguments: JSON.stringify(each.arguments) },
    });
  }
  return calls;
}

export function splitReplies(text: string): string[] {
  return text.split(BETWEEN_REPLIES);
}

/** OpenAI files hold the tools as a list, LLaMA-Factory's as text. */
export function toolsToList(conversation: Conversation): unknown {
  const { tools } = conversation;
  if (tools === null) return null;
  return parseJson(tools) ?? tools;
}

/** Neighbouring replies become one turn, as the engine reads them. */
export function mergeReplies(turns: readonly ConversationTurn[]): ConversationTurn[] {
  const merged: ConversationTurn[] = [];
  for (const turn of turns) {
    const last = merged.at(-1);
    if (turn.role === "observation" && last?.role === "observation") {
      last.parts = joinParts([...last.parts, { type: "text", text: BETWEEN_REPLIES }, ...turn.parts]);
    } else merged.push({ ...turn, parts: [...turn.parts] });
  }
  return merged;
}

/** No empty texts, and no two beside each other: the same for every format. */
export function joinParts(parts: ConversationTurn["parts"]): ConversationTurn["parts"] {
  const joined: ConversationTurn["parts"] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.type === "text" && part.text === "") continue;
    if (part.type === "text" && last?.type === "text")
      joined[joined.length - 1] = { type: "text", text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}
