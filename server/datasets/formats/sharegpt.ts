// Owns the sharegpt format: a list of messages with a role and a text, under names the definition gives.

import { readChat, writeChat } from "./chat-rows.ts";
import { checkChat } from "./check-chat.ts";
import { chatTags, sideColumns } from "./define.ts";
import type { DatasetFormat } from "./format.ts";
import { layoutOf } from "./layout.ts";
import { sniffChat } from "./sniff-chat.ts";
import { validateRow } from "./validate-row.ts";

const style = { toolCalls: false };

export const sharegpt: DatasetFormat = {
  id: "sharegpt",
  sniff: (rows, columns) => sniffChat("sharegpt", rows, columns),
  define: (traits) => ({
    formatting: "sharegpt",
    ...(traits.ranking && { ranking: true }),
    columns: { messages: "messages", ...sideColumns(traits) },
    tags: { ...chatTags, observation_tag: "observation", function_tag: "function_call" },
  }),
  validate: (value, definition, context) =>
    validateRow(value, definition, context, (row, layout, where, faults) =>
      checkChat(row, layout, style, where, faults),
    ),
  toMessages: (value, definition) => readChat(value, layoutOf(definition), style),
  fromMessages: (conversation, definition) => writeChat(conversation, layoutOf(definition), style),
};
