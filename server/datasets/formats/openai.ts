// Owns OpenAI's messages with tool_calls. Files without calls are better registered as sharegpt with tags, and sniffed so:
// `formatting: openai` puts a sentence of its own into every system prompt.

import { readChat, writeChat } from "./chat-rows.ts";
import { checkChat } from "./check-chat.ts";
import { chatTags, sideColumns } from "./define.ts";
import type { DatasetFormat } from "./format.ts";
import { layoutOf } from "./layout.ts";
import { sniffChat } from "./sniff-chat.ts";
import { validateRow } from "./validate-row.ts";

const style = { toolCalls: true };

export const openai: DatasetFormat = {
  id: "openai",
  sniff: (rows, columns) => sniffChat("openai", rows, columns),
  define: (traits) => ({
    formatting: "openai",
    ...(traits.ranking && { ranking: true }),
    columns: { messages: "messages", ...sideColumns(traits) },
    tags: chatTags,
  }),
  validate: (value, definition, context) =>
    validateRow(value, definition, context, (row, layout, where, faults) =>
      checkChat(row, layout, style, where, faults),
    ),
  toMessages: (value, definition) => readChat(value, layoutOf(definition), style),
  fromMessages: (conversation, definition) => writeChat(conversation, layoutOf(definition), style),
};
