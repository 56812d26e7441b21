// Owns Axolotl's parts of a message: {type: text|image|video|audio} with where the media is. Both ways.
import type { ConversationPart, MediaKind } from "../../../contract/dataset.ts";
import { joinParts } from "./function-calls.ts";
import { mediaKinds } from "./media-marks.ts";
import { isObject } from "./value-kind.ts";

/** In the order in which they are looked for. */
export const sourceKeys: Readonly<Record<MediaKind, readonly string[]>> = {
  image: ["image", "path", "url", "base64"],
  video: ["path", "url", "video"],
  audio: ["audio", "path", "url"],
};

export type PartSource =
  | { from: "path" | "url"; source: string }
  | { from: "base64"; source: string }
  | { from: "bytes" };

export function mediaKindOf(part: Record<string, unknown>): MediaKind | null {
  return mediaKinds.find((kind) => kind === part.type) ?? null;
}

/** Null when the part says nowhere where its media is. */
export function sourceOf(part: Record<string, unknown>, kind: MediaKind): PartSource | null {
  for (const key of sourceKeys[kind]) {
    const value = part[key];
    if (isObject(value)) return { from: "bytes" };
    if (typeof value !== "string" || value === "") continue;
    if (key === "base64" || value.startsWith("data:")) return { from: "base64", source: value };
    return { from: isAddress(value) ? "url" : "path", source: value };
  }
  return null;
}

export function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/** `spare` are pictures of a column beside the messages: they fill parts that name none. */
export function readContent(content: unknown, spare: string[]): ConversationPart[] | null {
  if (content === null || content === undefined) return [];
  if (typeof content === "string") return joinParts([{ type: "text", text: content }]);
  if (!Array.isArray(content)) return null;
  const parts: ConversationPart[] = [];
  for (const part of content) {
    if (!isObject(part)) return null;
    const kind = mediaKindOf(part);
    if (part.type === "text" && typeof part.text === "string") parts.push({ type: "text", text: part.text });
    else if (kind !== null) {
      const found = sourceOf(part, kind);
      const source =
        found === null
          ? spare.shift()
          : "source" in found && found.from !== "base64"
            ? found.source
            : "base64";
      if (source === undefined) return null;
      parts.push({ type: kind, source });
    } else return null;
  }
  return joinParts(parts);
}

export function writeContent(parts: readonly ConversationPart[]): Record<string, string>[] {
  return parts.map((part) =>
    part.type === "text"
      ? { type: "text", text: part.text }
      : { type: part.type, [isAddress(part.source) ? "url" : "path"]: part.source },
  );
}
