// Owns what of a row stands in one line of the table: how it begins and how it is answered, thoughts left out. Pure.
import { splitThinking } from "@/client/datasets/thinking.ts";
import type { ConversationPart, DatasetRow } from "@/contract/dataset.ts";

const SHOWN = 240;

export type RowSummary = { beginning: string; answer: string };

export function summarize({ conversation, text }: Pick<DatasetRow, "conversation" | "text">): RowSummary {
  if (conversation === null) return { beginning: oneLine(text), answer: "" };
  const { turns, chosen, system } = conversation;
  const first = turns.find(({ role }) => role === "user") ?? turns[0];
  const last = turns.findLast(({ role }) => role === "assistant" || role === "function");
  const answer = chosen ?? last?.parts ?? [];
  return {
    beginning: first ? words(first.parts) : oneLine(system ?? text),
    answer: words(answer),
  };
}

function words(parts: readonly ConversationPart[]): string {
  return oneLine(
    parts.map((part) => (part.type === "text" ? said(part.text) : `[${part.source}]`)).join(" "),
  );
}

function said(text: string): string {
  const spoken = splitThinking(text).filter(({ kind }) => kind === "text");
  return spoken.map((piece) => piece.text).join(" ");
}

function oneLine(text: string): string {
  return text
    .slice(0, SHOWN * 2)
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, SHOWN);
}
