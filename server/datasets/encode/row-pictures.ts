// Owns which pictures a row names, in their order. Refuses to open them.
import type { Conversation, DatasetDefinition } from "../../../contract/dataset.ts";
import { formatOf } from "../formats/index.ts";

export function picturesOf(
  value: unknown,
  definition: DatasetDefinition,
): { conversation: Conversation; sources: string[] } | null {
  const conversation = formatOf(definition)?.toMessages(value, definition);
  if (!conversation) return null;
  const parts = conversation.turns.flatMap((turn) => turn.parts);
  const sources = parts.flatMap((part) => (part.type === "image" ? [part.source] : []));
  return { conversation, sources };
}
