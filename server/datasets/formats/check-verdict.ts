// Owns what is asked of preference pairs of messages and of KTO's verdicts.
import { type MarksSeen, mayHoldMarks, seeMarks } from "./check-media.ts";
import type { Faults } from "./faults.ts";
import type { CheckContext } from "./format.ts";
import type { Layout } from "./layout.ts";
import { isQuestion, roleOf, tagText } from "./roles.ts";
import { isObject, kindOf } from "./value-kind.ts";

const sides = ["chosen", "rejected"] as const;

/** Only a real true or false counts: anything else, and the engine reads the row as one without a verdict. */
export function checkVerdict(
  row: Record<string, unknown>,
  layout: Layout,
  context: CheckContext,
  faults: Faults,
): void {
  const column = layout.columns.kto_tag;
  if (context.stage !== "kto" || column === null) return;
  const value = row[column];
  if (typeof value !== "boolean") faults.add("kto.tag", column, { column, kind: kindOf(value) });
}

/** A pair of messages: each an object with a role that answers. */
export function checkPair(
  row: Record<string, unknown>,
  layout: Layout,
  seen: MarksSeen | null,
  faults: Faults,
): MarksSeen | null {
  const { role_tag: roleKey, content_tag: contentKey } = layout.tags;
  if (roleKey === null || contentKey === null) return seen;
  let marks = seen;
  const texts: string[] = [];
  for (const side of sides) {
    const column = layout.columns[side];
    if (column === null) continue;
    const message = row[column];
    if (!isObject(message)) {
      faults.add("pair.missing", column, { column, wanted: "a message" });
      continue;
    }
    const role = roleOf(message[roleKey], layout);
    const isAnswer = role !== null && role !== "system" && !isQuestion(role);
    if (!isAnswer) {
      const params = { role: tagText(message[roleKey]), column };
      // A known role that asks is kept all the same, in the wrong voice.
      faults.add("pair.role", `${column}.${roleKey}`, params, role === null ? "error" : "warning");
    }
    const content = message[contentKey];
    const path = `${column}.${contentKey}`;
    if (content === null || content === undefined)
      faults.add("turn.content-missing", path, { key: contentKey });
    else if (typeof content !== "string") faults.add("turn.content-kind", path, { kind: kindOf(content) });
    else {
      if (content === "") faults.add("answer.empty", path);
      texts.push(content);
      if (mayHoldMarks(content)) marks = seeMarks(marks, content, side, path);
    }
  }
  if (texts.length === 2 && texts[0] === texts[1]) faults.add("pair.same", layout.columns.rejected ?? "");
  return marks;
}
