// Owns the copy of a row that is of content parts already: usual names, full paths, pictures of a column in their places.
// Bytes in the row stay as they are.
import { resolve } from "node:path";
import type { Conversation, DatasetDefinition } from "../../../contract/dataset.ts";
import { mediaKindOf, sourceKeys, sourceOf } from "../formats/content-parts.ts";
import type { Written } from "../formats/format.ts";
import { layoutOf } from "../formats/layout.ts";
import { sourcesIn } from "../formats/media-marks.ts";
import { roleOf } from "../formats/roles.ts";
import { isObject } from "../formats/value-kind.ts";

const NAMES = {
  user: "user",
  assistant: "assistant",
  system: "system",
  observation: "tool",
  function: "assistant",
};

type Part = Record<string, unknown>;

export function copyParts(
  { tools }: Conversation,
  row: Record<string, unknown>,
  definition: DatasetDefinition,
  dir: string,
): Written {
  const layout = layoutOf(definition);
  const { columns, tags } = layout;
  const given = columns.messages === null ? null : row[columns.messages];
  const spare = columns.images === null ? [] : sourcesIn(row[columns.images]);
  if (spare.includes("base64")) return { value: null, lost: ["pictures whose bytes are in a column"] };
  const pathOf = (source: string) => imagePart(source, dir);
  const messages: { role: string; content: Part[]; tool_calls?: unknown }[] = [];
  for (const message of Array.isArray(given) ? given : []) {
    const role = isObject(message) && tags.role_tag !== null ? roleOf(message[tags.role_tag], layout) : null;
    if (!isObject(message) || role === null || tags.content_tag === null)
      return { value: null, lost: ["a message without a known role"] };
    const { tool_calls: calls } = message;
    const content = partsOf(message[tags.content_tag]).map((part) => {
      const isBare = part.type === "image" && sourceOf(part, "image") === null;
      const next = isBare ? spare.shift() : undefined;
      return next === undefined ? inFull(part, dir) : pathOf(next);
    });
    messages.push({ role: NAMES[role], content, ...(Array.isArray(calls) && { tool_calls: calls }) });
  }
  const first = messages.find(({ role }) => role === "user") ?? messages[0];
  first?.content.push(...spare.map(pathOf));
  return { value: { messages, ...(tools !== null && { tools }) }, lost: [] };
}

const isUrl = (source: string) => /^(?:https?:\/\/|data:)/i.test(source);

function imagePart(source: string, dir: string): Part {
  return isUrl(source) ? { type: "image", url: source } : { type: "image", path: resolve(dir, source) };
}

function partsOf(content: unknown): Part[] {
  if (typeof content === "string") return [{ type: "text", text: content }];
  return Array.isArray(content) ? content.filter(isObject) : [];
}

/** Under the key it had: only a path that is not full is another one. */
function inFull(part: Part, dir: string): Part {
  const kind = mediaKindOf(part);
  const found = kind === null ? null : sourceOf(part, kind);
  if (kind === null || found?.from !== "path") return part;
  const key = sourceKeys[kind].find((each) => part[each] === found.source);
  return key === undefined ? part : { ...part, [key]: resolve(dir, found.source) };
}
