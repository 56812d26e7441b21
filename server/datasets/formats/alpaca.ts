// Owns the alpaca format: question and answer in columns of their own, earlier turns as pairs in `history`.
import type { Conversation, ConversationTurn, DatasetDefinition } from "../../../contract/dataset.ts";
import { checkAlpaca } from "./check-alpaca.ts";
import { sideColumns } from "./define.ts";
import type { DatasetFormat, Written } from "./format.ts";
import { layoutOf } from "./layout.ts";
import {
  labelOf,
  markedTextsFor,
  partsOf,
  textOrNull,
  toolsOf,
  writePair,
  writeSideColumns,
} from "./marked-row.ts";
import { sniffAlpaca } from "./sniff-alpaca.ts";
import { validateRow } from "./validate-row.ts";
import { isObject } from "./value-kind.ts";

export const alpaca: DatasetFormat = {
  id: "alpaca",
  sniff: sniffAlpaca,
  define: (traits) => ({
    ...(traits.ranking && { ranking: true }),
    columns: {
      prompt: "instruction",
      query: "input",
      ...(!traits.ranking && { response: "output" }),
      history: "history",
      system: "system",
      ...sideColumns(traits),
    },
  }),
  validate: (value, definition, context) => validateRow(value, definition, context, checkAlpaca),
  toMessages: read,
  fromMessages: write,
};

function read(value: unknown, definition: DatasetDefinition): Conversation | null {
  if (!isObject(value)) return null;
  const layout = layoutOf(definition);
  const { columns, ranking } = layout;
  const reader = partsOf(value, layout);
  const turns: ConversationTurn[] = [];
  const history = columns.history === null ? null : value[columns.history];
  if (Array.isArray(history)) {
    for (const pair of history) {
      if (!Array.isArray(pair)) return null;
      const [question, answer]: unknown[] = pair;
      if (typeof question !== "string" || typeof answer !== "string") return null;
      turns.push({ role: "user", parts: reader.read(question) });
      turns.push({ role: "assistant", parts: reader.read(answer) });
    }
  }
  const asked = [columns.prompt, columns.query].flatMap((column) =>
    column === null ? [] : (textOrNull(value[column]) ?? []),
  );
  turns.push({ role: "user", parts: reader.read(asked.join("\n")) });
  const textAt = (column: string | null) => (column === null ? null : value[column]);
  const answer = ranking ? null : textAt(columns.response);
  const side = (text: unknown) => (ranking && typeof text === "string" ? reader.fork().read(text) : null);
  const pair = { chosen: side(textAt(columns.chosen)), rejected: side(textAt(columns.rejected)) };
  if (typeof answer === "string") turns.push({ role: "assistant", parts: reader.read(answer) });
  return {
    system: textOrNull(textAt(columns.system)),
    tools: toolsOf(value, layout),
    turns,
    ...pair,
    label: labelOf(value, layout),
  };
}

function write(conversation: Conversation, definition: DatasetDefinition): Written {
  const layout = layoutOf(definition);
  const { columns, ranking } = layout;
  const { turns, system } = conversation;
  const lost: string[] = [];
  const alternates = turns.every(({ role }, index) => role === (index % 2 === 0 ? "user" : "assistant"));
  if (!alternates) lost.push("turns other than question and answer in turn");
  if (ranking === (turns.length % 2 === 0)) lost.push("turns that end otherwise");

  const texts = markedTextsFor(layout);
  const [spoken, last] = [turns.map(({ parts }) => texts.write(parts)), turns.length - (ranking ? 1 : 2)];
  const row: Record<string, unknown> = { [columns.prompt ?? "instruction"]: spoken[last] ?? "" };
  if (columns.query !== null) row[columns.query] = "";
  if (columns.history !== null)
    row[columns.history] = Array.from({ length: Math.max(0, last) / 2 }, (_, i) =>
      spoken.slice(2 * i, 2 * i + 2),
    );
  else if (last > 0) lost.push("earlier turns: the dataset has no history column");
  if (columns.system !== null) row[columns.system] = system ?? "";
  else if (system !== null) lost.push("system prompt: the dataset has no column for it");

  const pair = writePair(conversation, texts);
  if (ranking && pair === null) lost.push("row without a preference pair");
  if (!ranking && pair !== null) lost.push("preference pair: the dataset has no columns for it");
  if (ranking && pair !== null) {
    if (columns.chosen !== null) row[columns.chosen] = pair.chosen;
    if (columns.rejected !== null) row[columns.rejected] = pair.rejected;
  } else if (columns.response !== null) row[columns.response] = spoken[last + 1] ?? "";
  lost.push(...writeSideColumns(row, conversation, layout, texts));
  return { value: lost.length > 0 ? null : row, lost };
}
