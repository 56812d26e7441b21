// Owns the marks that stand for media in LLaMA-Factory's texts: counting them, and putting sources in their places.
import type { ConversationPart, MediaKind } from "../../../contract/dataset.ts";

export const mediaKinds = ["image", "video", "audio"] as const satisfies readonly MediaKind[];

export const mediaColumn = { image: "images", video: "videos", audio: "audios" } as const;

const MARK = /<(image|video|audio)>/g;

export type Sources = Readonly<Record<MediaKind, readonly string[]>>;

export function countMarks(text: string, kind: MediaKind): number {
  const mark = `<${kind}>`;
  let count = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) count += 1;
  return count;
}

/** What a media column says: its paths; "base64" where the bytes are in the row. */
export function sourcesIn(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  const list = Array.isArray(value) ? value : [value];
  return list.map((each) => {
    if (typeof each === "string") return each;
    if (Array.isArray(each)) return each.filter((frame) => typeof frame === "string").join(", ");
    const path = typeof each === "object" && each !== null && "path" in each ? each.path : null;
    return typeof path === "string" && path !== "" ? path : "base64";
  });
}

export type PartReader = {
  read(text: string): ConversationPart[];
  /** Goes on from here on its own: both answers of a pair follow the same question. */
  fork(): PartReader;
};

/** Replaces marks by the next source of their kind; a mark with no source left stays text. */
export function createPartReader(sources: Sources, start = { image: 0, video: 0, audio: 0 }): PartReader {
  const next = { ...start };
  return { read, fork: () => createPartReader(sources, next) };

  function read(text: string): ConversationPart[] {
    const parts: ConversationPart[] = [];
    let from = 0;
    for (const match of text.matchAll(MARK)) {
      const kind = mediaKinds.find((each) => each === match[1]) ?? "image";
      const source = sources[kind][next[kind]];
      if (source === undefined) continue;
      next[kind] += 1;
      if (match.index > from) parts.push({ type: "text", text: text.slice(from, match.index) });
      parts.push({ type: kind, source });
      from = match.index + match[0].length;
    }
    if (from < text.length) parts.push({ type: "text", text: text.slice(from) });
    return parts;
  }
}

export type MarkedTexts = {
  write(parts: readonly ConversationPart[]): string;
  /** What has been met so far, by kind. */
  sources: Record<MediaKind, string[]>;
  /** Why the marks would not say the same. */
  lost: Set<string>;
};

/** `kinds`: those for which the dataset has a column. */
export function createMarkedTexts(kinds: readonly MediaKind[]): MarkedTexts {
  const sources: Record<MediaKind, string[]> = { image: [], video: [], audio: [] };
  const lost = new Set<string>();
  function write(parts: readonly ConversationPart[]): string {
    return parts
      .map((part) => {
        if (part.type === "text") {
          for (const kind of kinds) if (part.text.includes(`<${kind}>`)) lost.add(`<${kind}> as plain text`);
          return part.text;
        }
        if (!kinds.includes(part.type)) lost.add(`${part.type}: the dataset has no column for it`);
        if (part.source === "base64") lost.add(`${part.type} whose bytes are in the row`);
        sources[part.type].push(part.source);
        return `<${part.type}>`;
      })
      .join("");
  }
  return { write, sources, lost };
}

export function plainText(parts: readonly ConversationPart[]): string {
  return parts.map((part) => (part.type === "text" ? part.text : `<${part.type}>`)).join("");
}
