// Owns checking the turns of a conversation as sharegpt and openai data are read: whose turn, its text, and their number.
import { checkMedia, type MarksSeen, mayHoldMarks, type Place, seeMarks } from "./check-media.ts";
import { checkToolCalls, checkTools, isFunctionText } from "./check-tools.ts";
import { checkPair, checkVerdict } from "./check-verdict.ts";
import type { Faults } from "./faults.ts";
import type { CheckContext } from "./format.ts";
import type { Layout } from "./layout.ts";
import { isQuestion, knownTags, type Role, roleOf, tagOf, tagText } from "./roles.ts";
import { isObject, isTruthy, kindOf } from "./value-kind.ts";

export type ChatRules = {
  /** openai: tool_calls make a function turn, and neighbouring tool replies one turn. */
  toolCalls: boolean;
};

export function checkChat(
  row: Record<string, unknown>,
  layout: Layout,
  rules: ChatRules,
  context: CheckContext,
  faults: Faults,
): void {
  const column = layout.columns.messages;
  if (column === null) return;
  const messages = row[column];
  if (!Array.isArray(messages)) {
    faults.add("turn.not-a-list", column, { kind: kindOf(messages) });
    return;
  }
  const system = layout.columns.system === null ? null : row[layout.columns.system];
  if (isTruthy(system) && typeof system !== "string")
    faults.add("system.kind", layout.columns.system ?? "", { kind: kindOf(system) });
  if (layout.columns.tools !== null)
    checkTools(row[layout.columns.tools], layout.columns.tools, rules.toolCalls, faults);
  const seen = checkTurns(messages, column, layout, rules, faults);
  checkVerdict(row, layout, context, faults);
  checkMedia(row, layout, layout.ranking ? checkPair(row, layout, seen, faults) : seen, context, faults);
}

function checkTurns(
  messages: readonly unknown[],
  column: string,
  layout: Layout,
  rules: ChatRules,
  faults: Faults,
): MarksSeen | null {
  const { role_tag: roleKey, content_tag: contentKey } = layout.tags;
  if (roleKey === null || contentKey === null) return null;
  let seen: MarksSeen | null = null;
  let isBroken = false;
  let turns = 0;
  let openReplies = 0;
  let answers: string[] | null = null;

  for (const [index, message] of messages.entries()) {
    if (!isObject(message)) {
      faults.add("turn.not-an-object", `${column}[${index}]`, { kind: kindOf(message) });
      isBroken = true;
      continue;
    }
    const tag = message[roleKey];
    const content = message[contentKey];
    let role = roleOf(tag, layout);
    if (role === null) {
      addRoleFault(tag, index, messages);
      isBroken = true;
      continue;
    }
    if (role === "system") {
      if (index > 0) {
        faults.add("system.late", `${column}[${index}].${roleKey}`);
        isBroken = true;
      } else if (content !== null && content !== undefined && typeof content !== "string") {
        faults.add("system.kind", `${column}[${index}].${contentKey}`, { kind: kindOf(content) });
      }
      continue;
    }
    let hasCalls = false;
    if (rules.toolCalls && !isQuestion(role) && isTruthy(message.tool_calls)) {
      role = "function";
      hasCalls = true;
      checkToolCalls(message.tool_calls, `${column}[${index}].tool_calls`, faults);
    }
    const joins = rules.toolCalls && role === "observation" && openReplies > 0;
    if (!joins) {
      if (!isBroken && isQuestion(role) !== (turns % 2 === 0)) {
        const wanted = turns % 2 === 0 ? layout.tags.user_tag : layout.tags.assistant_tag;
        faults.add("turn.order", `${column}[${index}].${roleKey}`, {
          role: tagText(tag),
          wanted: wanted ?? "",
        });
        isBroken = true;
      }
      turns += 1;
    }
    openReplies = role === "observation" ? openReplies + 1 : 0;
    if (hasCalls) continue;
    if (typeof content !== "string") {
      addContentFault(content, role, `${column}[${index}].${contentKey}`);
      continue;
    }
    if (content === "") {
      faults.add(isQuestion(role) ? "turn.empty" : "answer.empty", `${column}[${index}].${contentKey}`);
    } else if (role === "function") {
      if (!isFunctionText(content)) faults.add("function.json", `${column}[${index}].${contentKey}`);
    } else if (role === "assistant") {
      answers ??= [];
      if (answers.includes(content)) faults.add("answer.repeated", `${column}[${index}].${contentKey}`);
      answers.push(content);
    }
    if (mayHoldMarks(content)) {
      const place: Place = isQuestion(role) ? "question" : "answer";
      seen = seeMarks(seen, content, place, `${column}[${index}].${contentKey}`);
    }
  }
  if (rules.toolCalls && openReplies > 0) {
    turns -= 1;
    faults.add("turn.reply-lost", `${column}[${messages.length - 1}]`);
  }
  if (!isBroken) {
    if (turns === 0) faults.add("turn.none", column);
    else if (!layout.ranking && turns % 2 === 1) faults.add("turn.odd", column, { turns });
    else if (layout.ranking && turns % 2 === 0) faults.add("turn.even", column, { turns });
  }
  return seen;

  function addRoleFault(tag: unknown, index: number, all: readonly unknown[]): void {
    const path = `${column}[${index}].${roleKey}`;
    if (tag === null || tag === undefined) faults.add("turn.role-missing", path, { key: roleKey ?? "" });
    else if (tag === "system" && tagOf("system", layout) === null)
      faults.add(index === 0 && all.length > 1 ? "system.tag-missing" : "system.late", path);
    else {
      const text = typeof tag === "string" ? tag : kindOf(tag);
      faults.add("turn.role-unknown", path, { role: text, tags: knownTags(layout) });
    }
  }

  function addContentFault(content: unknown, role: Role, path: string): void {
    if (content === null || content === undefined)
      faults.add("turn.content-missing", path, { key: contentKey ?? "" });
    else
      faults.add(role === "function" ? "function.kind" : "turn.content-kind", path, {
        kind: kindOf(content),
      });
  }
}
