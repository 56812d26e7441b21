// Owns writing one row in each layout of a copy: plain messages, messages of parts, pairs, marked answers. Media get full paths.
// Refuses rows that the layout cannot say; it tells why.
import { resolve } from "node:path";
import type {
  Conversation,
  ConversationPart,
  ConversationTurn,
  DatasetDefinition,
} from "../../../contract/dataset.ts";
import type { CopyLayout } from "../../engine-interface/data.ts";
import { isAddress, writeContent } from "../formats/content-parts.ts";
import type { Written } from "../formats/format.ts";
import { splitReplies, textToCalls } from "../formats/function-calls.ts";
import { plainText } from "../formats/media-marks.ts";
import { copyParts } from "./copy-parts.ts";

type Message = Record<string, unknown>;
type Say = (parts: readonly ConversationPart[]) => unknown;

const lose = (why: string): Written => ({ value: null, lost: [why] });

export function copyWriter(
  layout: CopyLayout,
  definition: DatasetDefinition,
  dir: string,
): (conversation: Conversation, row: Record<string, unknown>) => Written {
  if (layout === "parts" && definition.formatting === "axolotl")
    return (conversation, row) => copyParts(conversation, row, definition, dir);
  return (conversation) => writeRow(layout, conversation, dir);
}

function writeRow(layout: CopyLayout, conversation: Conversation, dir: string): Written {
  const { tools, turns, chosen, rejected, label } = conversation;
  const say: Say =
    layout === "parts" ? (parts) => writeContent(parts.map((part) => inFull(part, dir))) : plainText;
  if (layout === "parts" && hasBytes(conversation)) return lose("media whose bytes are in the row");
  const messages = messagesOf(conversation, say);
  const answer = (parts: readonly ConversationPart[]) => ({ role: "assistant", content: plainText(parts) });
  switch (layout) {
    case "messages":
    case "parts":
      return { value: { messages, ...(tools !== null && { tools }) }, lost: [] };
    case "pairs":
      if (chosen === null || rejected === null) return lose("row without a preference pair");
      return { value: { messages, chosen: answer(chosen), rejected: answer(rejected) }, lost: [] };
    case "conversations": {
      if (chosen === null || rejected === null) return lose("row without a preference pair");
      // Read two by two: a question and its answer.
      const before = messagesOf({ ...conversation, system: null }, say);
      if (before.length % 2 === 0) return lose("row whose turns do not alternate");
      const pair = { chosen: [...before, answer(chosen)], rejected: [...before, answer(rejected)] };
      return { value: { system: conversation.system ?? "", ...pair }, lost: [] };
    }
    case "answers": {
      if (chosen === null || rejected === null) return lose("row without a preference pair");
      const [question] = turns;
      if (question === undefined || turns.length > 1) return lose("row with earlier turns");
      const texts = {
        input: plainText(question.parts),
        chosen: plainText(chosen),
        rejected: plainText(rejected),
      };
      return { value: { system: conversation.system ?? "", ...texts }, lost: [] };
    }
    case "marked":
      return label === null
        ? lose("row without a verdict")
        : { value: { completion: messages, label }, lost: [] };
  }
}

function messagesOf({ system, turns }: Conversation, say: Say): Message[] {
  const first = system === null ? [] : [{ role: "system", content: say([{ type: "text", text: system }]) }];
  return [...first, ...turns.flatMap((turn, index) => turnMessages(turn, index, say))];
}

function turnMessages({ role, parts }: ConversationTurn, index: number, say: Say): Message[] {
  if (role === "function") {
    const calls = textToCalls(plainText(parts), index);
    return [
      {
        role: "assistant",
        ...(calls === null ? { content: say(parts) } : { content: "", tool_calls: calls }),
      },
    ];
  }
  if (role !== "observation" || parts.some(({ type }) => type !== "text"))
    return [{ role: role === "observation" ? "tool" : role, content: say(parts) }];
  return splitReplies(plainText(parts)).map((text) => ({
    role: "tool",
    content: say([{ type: "text", text }]),
  }));
}

/** The engine looks for media where it is started, which is nowhere near the dataset. */
function inFull(part: ConversationPart, dir: string): ConversationPart {
  if (part.type === "text" || isAddress(part.source)) return part;
  return { ...part, source: resolve(dir, part.source) };
}

function hasBytes({ turns }: Conversation): boolean {
  return turns.some(({ parts }) => parts.some((part) => part.type !== "text" && part.source === "base64"));
}
