// Owns reading and writing conversations kept as a list of messages with marks: sharegpt, and openai with its tool calls.
import type { Conversation, ConversationTurn } from "../../../contract/dataset.ts";
import type { Written } from "./format.ts";
import { callsToText, mergeReplies, splitReplies, textToCalls, toolsToList } from "./function-calls.ts";
import type { Layout } from "./layout.ts";
import {
  labelOf,
  markedTextsFor,
  partsOf,
  textOrNull,
  toolsOf,
  writePair,
  writeSideColumns,
} from "./marked-row.ts";
import { plainText } from "./media-marks.ts";
import { type Role, roleOf, tagOf } from "./roles.ts";
import { isObject } from "./value-kind.ts";

export type ChatStyle = {
  /** openai: tool_calls, one message per tool reply, tools as a list. */
  toolCalls: boolean;
};

export function readChat(value: unknown, layout: Layout, style: ChatStyle): Conversation | null {
  const { columns, tags } = layout;
  if (!isObject(value) || columns.messages === null) return null;
  const messages = value[columns.messages];
  const { role_tag: roleKey, content_tag: contentKey } = tags;
  if (!Array.isArray(messages) || roleKey === null || contentKey === null) return null;
  const reader = partsOf(value, layout);
  let system = columns.system === null ? null : textOrNull(value[columns.system]);
  const turns: ConversationTurn[] = [];
  for (const [index, message] of messages.entries()) {
    if (!isObject(message)) return null;
    const role = roleOf(message[roleKey], layout);
    const content = message[contentKey];
    const text = typeof content === "string" ? content : "";
    if (role === null) return null;
    if (role === "system") {
      if (index > 0) return null;
      system = textOrNull(text);
      continue;
    }
    const calls =
      style.toolCalls && (role === "assistant" || role === "function") ? message.tool_calls : null;
    if (Array.isArray(calls) && calls.length > 0) {
      turns.push({ role: "function", parts: [{ type: "text", text: callsToText(calls) }] });
    } else turns.push({ role, parts: reader.read(text) });
  }
  const side = (column: string | null) => {
    const message = layout.ranking && column !== null ? value[column] : null;
    const text = isObject(message) ? message[contentKey] : null;
    return typeof text === "string" ? reader.fork().read(text) : null;
  };
  return {
    system,
    tools: toolsOf(value, layout),
    turns: style.toolCalls ? mergeReplies(turns) : turns,
    chosen: side(columns.chosen),
    rejected: side(columns.rejected),
    label: labelOf(value, layout),
  };
}

export function writeChat(conversation: Conversation, layout: Layout, style: ChatStyle): Written {
  const { columns, tags } = layout;
  const { role_tag: roleKey, content_tag: contentKey } = tags;
  if (columns.messages === null || roleKey === null || contentKey === null) {
    return { value: null, lost: ["the definition names no messages, roles or texts"] };
  }
  const texts = markedTextsFor(layout);
  const row: Record<string, unknown> = {};
  const messages: Record<string, unknown>[] = [];
  row[columns.messages] = messages;
  const missing = new Set<string>();

  const say = (role: Role, content: string | null, more: Record<string, unknown> = {}) => {
    const tag = tagOf(role, layout);
    if (tag === null) missing.add(`${role} turns: the dataset has no tag for them`);
    messages.push({ [roleKey]: tag, [contentKey]: content, ...more });
  };
  if (columns.system !== null) row[columns.system] = conversation.system ?? "";
  else if (conversation.system !== null) say("system", conversation.system);

  for (const [index, { role, parts }] of conversation.turns.entries()) {
    const text = texts.write(parts);
    const calls = style.toolCalls && role === "function" ? textToCalls(plainText(parts), index) : null;
    if (calls !== null) say("assistant", null, { tool_calls: calls });
    else if (style.toolCalls && role === "observation")
      for (const reply of splitReplies(text)) say(role, reply);
    else say(role, text);
  }
  if (layout.ranking) {
    const pair = writePair(conversation, texts);
    if (pair === null) missing.add("row without a preference pair");
    else {
      const answer = tagOf("assistant", layout);
      if (columns.chosen !== null) row[columns.chosen] = { [roleKey]: answer, [contentKey]: pair.chosen };
      if (columns.rejected !== null)
        row[columns.rejected] = { [roleKey]: answer, [contentKey]: pair.rejected };
    }
  } else if (conversation.chosen !== null) missing.add("preference pair: the dataset has no columns for it");

  const lost = [...missing, ...writeSideColumns(row, conversation, layout, texts)];
  // A list or nothing: the loader refuses a column of lists and texts.
  if (style.toolCalls && columns.tools !== null) row[columns.tools] = toolsToList(conversation);
  return { value: lost.length > 0 ? null : row, lost };
}
