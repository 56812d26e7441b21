// Owns the columns that every LLaMA-Factory row has beside its texts: media, tools and the verdict. Both ways.
import type { Conversation, ConversationPart } from "../../../contract/dataset.ts";
import type { Layout } from "./layout.ts";
import {
  createMarkedTexts,
  createPartReader,
  type MarkedTexts,
  mediaColumn,
  mediaKinds,
  type PartReader,
  sourcesIn,
} from "./media-marks.ts";

type Row = Record<string, unknown>;

export function partsOf(row: Row, layout: Layout): PartReader {
  const list = (column: string | null) => (column === null ? [] : sourcesIn(row[column]));
  const { images, videos, audios } = layout.columns;
  return createPartReader({ image: list(images), video: list(videos), audio: list(audios) });
}

export function toolsOf(row: Row, layout: Layout): string | null {
  const value = layout.columns.tools === null ? null : row[layout.columns.tools];
  if (value === null || value === undefined || value === "") return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

export function labelOf(row: Row, layout: Layout): boolean | null {
  const value = layout.columns.kto_tag === null ? null : row[layout.columns.kto_tag];
  return typeof value === "boolean" ? value : null;
}

export function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

export function markedTextsFor(layout: Layout): MarkedTexts {
  return createMarkedTexts(mediaKinds.filter((kind) => layout.columns[mediaColumn[kind]] !== null));
}

/** Writes the columns; answers what they cannot hold. */
export function writeSideColumns(
  row: Row,
  conversation: Conversation,
  layout: Layout,
  texts: MarkedTexts,
): string[] {
  const lost = [...texts.lost];
  const { tools, kto_tag } = layout.columns;
  if (tools !== null) row[tools] = conversation.tools ?? "";
  else if (conversation.tools !== null) lost.push("tools: the dataset has no column for them");
  if (kto_tag !== null) row[kto_tag] = conversation.label;
  if ((kto_tag === null) !== (conversation.label === null)) {
    lost.push(kto_tag === null ? "verdict: the dataset has no column for it" : "row without a verdict");
  }
  for (const kind of mediaKinds) {
    const column = layout.columns[mediaColumn[kind]];
    if (column !== null) row[column] = texts.sources[kind];
  }
  return lost;
}

/** Both answers of a pair share the row's lists, so they can only show the same media. */
export function writePair(
  conversation: Conversation,
  texts: MarkedTexts,
): { chosen: string; rejected: string } | null {
  const { chosen, rejected } = conversation;
  if (chosen === null || rejected === null) return null;
  const media = (parts: readonly ConversationPart[]) =>
    JSON.stringify(parts.filter((p) => p.type !== "text"));
  if (media(chosen) !== media(rejected)) texts.lost.add("media that differ between the answers of a pair");
  const written = texts.write(chosen);
  const before = mediaKinds.map((kind) => texts.sources[kind].length);
  const other = texts.write(rejected);
  for (const [index, kind] of mediaKinds.entries()) texts.sources[kind].length = before[index] ?? 0;
  return { chosen: written, rejected: other };
}
