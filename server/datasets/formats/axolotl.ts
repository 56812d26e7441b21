// Owns Axolotl's messages of content parts. LLaMA-Factory cannot read them: a definition with `formatting: axolotl` is ours.
import type { Conversation, ConversationTurn, DatasetDefinition } from "../../../contract/dataset.ts";
import { checkParts } from "./check-parts.ts";
import { readContent, writeContent } from "./content-parts.ts";
import { chatTags, sideColumns } from "./define.ts";
import type { DatasetFormat, Written } from "./format.ts";
import { callsToText, mergeReplies, splitReplies, textToCalls, toolsToList } from "./function-calls.ts";
import { layoutOf } from "./layout.ts";
import { labelOf, textOrNull, toolsOf } from "./marked-row.ts";
import { plainText, sourcesIn } from "./media-marks.ts";
import { roleOf, tagOf } from "./roles.ts";
import { sniffParts } from "./sniff-chat.ts";
import { validateRow } from "./validate-row.ts";
import { isObject } from "./value-kind.ts";

export const axolotl: DatasetFormat = {
  id: "axolotl",
  sniff: sniffParts,
  define: (traits) => ({
    formatting: "axolotl",
    ...(traits.ranking && { ranking: true }),
    columns: { messages: "messages", ...sideColumns({ ...traits, media: [] }) },
    tags: chatTags,
  }),
  validate: (value, definition, context) => validateRow(value, definition, context, checkParts),
  toMessages: read,
  fromMessages: write,
};

function read(value: unknown, definition: DatasetDefinition): Conversation | null {
  const layout = layoutOf(definition);
  const { columns } = layout;
  const { role_tag: roleKey, content_tag: contentKey } = layout.tags;
  if (!isObject(value) || columns.messages === null || roleKey === null || contentKey === null) return null;
  const messages = value[columns.messages];
  if (!Array.isArray(messages)) return null;
  const spare = columns.images === null ? [] : sourcesIn(value[columns.images]);
  let system: string | null = null;
  const turns: ConversationTurn[] = [];
  for (const [index, message] of messages.entries()) {
    const role = isObject(message) ? roleOf(message[roleKey], layout) : null;
    if (!isObject(message) || role === null || (role === "system" && index > 0)) return null;
    const parts = readContent(message[contentKey], spare);
    if (parts === null) return null;
    const { tool_calls: calls } = message;
    if (role === "system") system = textOrNull(plainText(parts));
    else if (Array.isArray(calls) && calls.length > 0)
      turns.push({ role: "function", parts: [{ type: "text", text: callsToText(calls) }] });
    else turns.push({ role, parts });
  }
  // Pictures that no part asked for go to the end of the first message.
  const first = turns[0];
  if (first !== undefined) for (const source of spare.splice(0)) first.parts.push({ type: "image", source });
  const side = (column: string | null) => {
    const message = layout.ranking && column !== null ? value[column] : null;
    return isObject(message) ? readContent(message[contentKey], []) : null;
  };
  return {
    system,
    tools: toolsOf(value, layout),
    turns: mergeReplies(turns),
    chosen: side(columns.chosen),
    rejected: side(columns.rejected),
    label: labelOf(value, layout),
  };
}

function write(conversation: Conversation, definition: DatasetDefinition): Written {
  const layout = layoutOf(definition);
  const { columns, ranking } = layout;
  const { role_tag: roleKey, content_tag: contentKey } = layout.tags;
  if (columns.messages === null || roleKey === null || contentKey === null) {
    return { value: null, lost: ["the definition names no messages, roles or contents"] };
  }
  const { system, tools, turns, chosen, rejected, label } = conversation;
  const hasBytes = [...turns.flatMap(({ parts }) => parts), ...(chosen ?? []), ...(rejected ?? [])].some(
    (part) => part.type !== "text" && part.source === "base64",
  );
  const lost = [
    hasBytes ? "media whose bytes are in the row" : [],
    tools !== null && columns.tools === null ? "tools: the dataset has no column for them" : [],
    label !== null && columns.kto_tag === null ? "verdict: the dataset has no column for it" : [],
    label === null && columns.kto_tag !== null ? "row without a verdict" : [],
    ranking && (chosen === null || rejected === null) ? "row without a preference pair" : [],
    !ranking && chosen !== null ? "preference pair: the dataset has no columns for it" : [],
  ].flat();
  if (lost.length > 0) return { value: null, lost };

  const say = (role: ConversationTurn["role"] | "system", content: unknown, more = {}) => ({
    [roleKey]: tagOf(role, layout),
    [contentKey]: content,
    ...more,
  });
  const messages = turns.flatMap(({ role, parts }, index) => {
    const calls = role === "function" ? textToCalls(plainText(parts), index) : null;
    if (calls !== null) return [say("assistant", [], { tool_calls: calls })];
    const isText = parts.every(({ type }) => type === "text");
    if (role !== "observation" || !isText) return [say(role, writeContent(parts))];
    return splitReplies(plainText(parts)).map((reply) => say(role, replyParts(reply)));
  });
  if (system !== null) messages.unshift(say("system", [{ type: "text", text: system }]));
  return {
    value: {
      [columns.messages]: messages,
      ...(columns.tools !== null && { [columns.tools]: toolsToList(conversation) }),
      ...(columns.kto_tag !== null && { [columns.kto_tag]: label }),
      ...(ranking &&
        columns.chosen !== null && { [columns.chosen]: say("assistant", writeContent(chosen ?? [])) }),
      ...(ranking &&
        columns.rejected !== null && { [columns.rejected]: say("assistant", writeContent(rejected ?? [])) }),
    },
    lost,
  };
}

function replyParts(reply: string): Record<string, string>[] {
  return reply === "" ? [] : [{ type: "text", text: reply }];
}
