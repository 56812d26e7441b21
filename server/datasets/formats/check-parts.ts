// Owns checking conversations of content parts, as Axolotl reads them.
import type { MediaKind } from "../../../contract/dataset.ts";
import { base64Fault } from "./base64.ts";
import { addMediaFault } from "./check-media.ts";
import { checkToolCalls } from "./check-tools.ts";
import { checkVerdict } from "./check-verdict.ts";
import { mediaKindOf, sourceOf } from "./content-parts.ts";
import type { Faults } from "./faults.ts";
import type { CheckContext } from "./format.ts";
import type { Layout } from "./layout.ts";
import { sourcesIn } from "./media-marks.ts";
import { isQuestion, knownTags, roleOf, tagText } from "./roles.ts";
import { isObject, isTruthy, kindOf } from "./value-kind.ts";

export function checkParts(
  row: Record<string, unknown>,
  layout: Layout,
  context: CheckContext,
  faults: Faults,
): void {
  const { columns, tags } = layout;
  const column = columns.messages;
  const { role_tag: roleKey, content_tag: contentKey } = tags;
  if (column === null || roleKey === null || contentKey === null) return;
  const messages = row[column];
  if (!Array.isArray(messages)) {
    faults.add("turn.not-a-list", column, { kind: kindOf(messages) });
    return;
  }
  let spare = columns.images === null ? 0 : sourcesIn(row[columns.images]).length;
  let turns = 0;
  let isLastReply = false;
  let hasAnswer = false;
  for (const [index, message] of messages.entries()) {
    const path = `${column}[${index}]`;
    if (!isObject(message)) {
      faults.add("turn.not-an-object", path, { kind: kindOf(message) });
      continue;
    }
    const tag = message[roleKey];
    const role = roleOf(tag, layout);
    if (tag === null || tag === undefined)
      faults.add("turn.role-missing", `${path}.${roleKey}`, { key: roleKey });
    else if (role === null)
      faults.add("turn.role-unknown", `${path}.${roleKey}`, { role: tagText(tag), tags: knownTags(layout) });
    else if (role === "system") {
      if (index > 0) faults.add("system.late", `${path}.${roleKey}`, {}, "warning");
    } else {
      const joins = role === "observation" && isLastReply;
      if (!joins && isQuestion(role) !== (turns % 2 === 0)) {
        const wanted = (turns % 2 === 0 ? tags.user_tag : tags.assistant_tag) ?? "";
        // Most chat templates raise at it, some do not.
        faults.add("turn.order", `${path}.${roleKey}`, { role: tagText(tag), wanted }, "warning");
      }
      if (!joins) turns += 1;
      isLastReply = role === "observation";
      hasAnswer ||= !isQuestion(role);
    }
    if (isTruthy(message.tool_calls)) checkToolCalls(message.tool_calls, `${path}.tool_calls`, faults);
    else spare = checkContent(message[contentKey], `${path}.${contentKey}`, spare, context, faults);
  }
  if (messages.length === 0) faults.add("turn.none", column);
  else if (!hasAnswer && !layout.ranking) faults.add("answer.missing", column);
  for (const side of layout.ranking ? ([columns.chosen, columns.rejected] as const) : []) {
    if (side === null) continue;
    const message = row[side];
    if (isObject(message)) checkContent(message[contentKey], `${side}.${contentKey}`, 0, context, faults);
    else faults.add("pair.missing", side, { column: side, wanted: "a message" });
  }
  checkVerdict(row, layout, context, faults);
}

function checkContent(
  content: unknown,
  path: string,
  spareBefore: number,
  context: CheckContext,
  faults: Faults,
): number {
  let spare = spareBefore;
  if (content === null || content === undefined) faults.add("turn.content-missing", path, { key: "content" });
  else if (content === "" || (Array.isArray(content) && content.length === 0)) faults.add("turn.empty", path);
  else if (typeof content !== "string" && !Array.isArray(content))
    faults.add("turn.content-kind", path, { kind: kindOf(content) });
  for (const [index, part] of Array.isArray(content) ? content.entries() : []) {
    const at = `${path}[${index}]`;
    if (!isObject(part)) {
      faults.add("part.kind", at, { kind: kindOf(part) });
      continue;
    }
    const kind = mediaKindOf(part);
    if (kind !== null) {
      const isSpare = sourceOf(part, kind) === null && spare > 0;
      if (isSpare) spare -= 1;
      else checkMediaPart(part, kind, at, context, faults);
    } else if (part.type !== "text")
      faults.add("part.type", `${at}.type`, {
        type: typeof part.type === "string" ? part.type : kindOf(part.type),
      });
    else if (typeof part.text !== "string") faults.add("part.text", at);
  }
  return spare;
}

function checkMediaPart(
  part: Record<string, unknown>,
  kind: MediaKind,
  path: string,
  context: CheckContext,
  faults: Faults,
): void {
  const found = sourceOf(part, kind);
  if (found === null) faults.add("part.source", path, { media: kind });
  else if (found.from === "url") faults.add("media.url", path, { source: found.source });
  else if (found.from === "base64") {
    const why = base64Fault(found.source, kind);
    if (why !== null) faults.add("part.base64", path, { media: kind, why });
  } else if (found.from === "path") {
    addMediaFault(context.media(kind, found.source), found.source, path, faults);
  }
}
