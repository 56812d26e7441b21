// Owns recognising lists of messages: under which names, with which tags, and whether their contents are texts or parts.
import type { Sniff } from "./format.ts";
import { type Role, roles, wellKnownRole } from "./roles.ts";
import { pickColumn, pickSideColumns, sideReasons, valuesOf, withoutNull } from "./sniff-columns.ts";
import { isObject, isTruthy } from "./value-kind.ts";

const NAMES = ["messages", "conversations", "conversation", "dialogue", "dialog", "chat"];
const KEYS = [
  ["role", "content"],
  ["from", "value"],
  ["role", "value"],
  ["from", "content"],
  ["role", "text"],
  ["speaker", "text"],
] as const;
const USUAL = { from: "human", role: "user" } as const;

type Found = {
  column: string;
  roleKey: string;
  contentKey: string;
  messages: Record<string, unknown>[];
  hasCalls: boolean;
  hasParts: boolean;
};

export function sniffChat(
  as: "sharegpt" | "openai",
  rows: readonly unknown[],
  columns: readonly string[],
): Sniff | null {
  const found = findMessages(rows, columns);
  if (found === null || found.hasParts) return null;
  const { column, roleKey, contentKey, hasCalls } = found;
  if ((as === "openai") !== hasCalls) return null;
  const side = pickSideColumns(rows, columns);
  const pair = findPair(rows, columns);
  const isUsual = roleKey === "from" && contentKey === "value";
  const tags = findTags(found);
  const isDefault = isUsual && tags.user_tag === "human" && tags.assistant_tag === "gpt";
  return {
    score: 0.95,
    definition: {
      formatting: as,
      ...(pair && { ranking: true }),
      columns: { messages: column, ...pair, ...side },
      ...(!isDefault && { tags }),
    },
    reasons: [
      `“${column}” is a list of messages with “${roleKey}” and “${contentKey}”.`,
      ...(hasCalls ? ["Messages have tool_calls, which only formatting: openai reads."] : []),
      ...(!hasCalls && roleKey === "role"
        ? [
            "OpenAI's form, registered as sharegpt with tags: formatting: openai would change the system prompt.",
          ]
        : []),
      ...(pair ? ["“chosen” and “rejected” are messages: preference pairs."] : []),
      ...sideReasons(side),
    ],
  };
}

export function sniffParts(rows: readonly unknown[], columns: readonly string[]): Sniff | null {
  const found = findMessages(rows, columns);
  if (found === null || !found.hasParts) return null;
  const side = pickSideColumns(rows, columns);
  const pair = findPair(rows, columns);
  return {
    score: 0.95,
    definition: {
      formatting: "axolotl",
      ...(pair && { ranking: true }),
      columns: { messages: found.column, ...pair, ...side },
      tags: findTags(found),
    },
    reasons: [
      `The contents in “${found.column}” are lists of parts with a type: Axolotl's form.`,
      "LLaMA-Factory cannot read parts; a translation makes a dataset that it reads.",
    ],
  };
}

function findMessages(rows: readonly unknown[], columns: readonly string[]): Found | null {
  const isList = (value: unknown) => Array.isArray(value) && value.every(isObject);
  const column = pickColumn(rows, columns, NAMES, isList);
  if (column === null) return null;
  const messages = valuesOf(rows, column).flatMap((list) =>
    Array.isArray(list) ? list.filter(isObject) : [],
  );
  const keys = KEYS.find(([role, content]) => messages.some((each) => role in each && content in each));
  if (keys === undefined) return null;
  return {
    column,
    roleKey: keys[0],
    contentKey: keys[1],
    messages,
    hasCalls: messages.some((each) => isTruthy(each.tool_calls)),
    hasParts: messages.some((each) => Array.isArray(each[keys[1]])),
  };
}

/** The name of each role as it stands in the rows; the usual one where the rows seen have none. */
function findTags({ roleKey, contentKey, messages, hasCalls }: Found): Record<string, string> {
  const seen = [...new Set(messages.map((each) => each[roleKey]).filter((tag) => typeof tag === "string"))];
  const isOpenAi = roleKey === "role";
  const usual: Record<Role, string> = {
    user: isOpenAi ? USUAL.role : USUAL.from,
    assistant: isOpenAi ? "assistant" : "gpt",
    observation: hasCalls ? "tool" : "observation",
    function: hasCalls ? "function" : "function_call",
    system: "system",
  };
  const tags = roles.map((role) => [
    `${role}_tag`,
    seen.find((tag) => wellKnownRole(tag) === role) ?? usual[role],
  ]);
  return { role_tag: roleKey, content_tag: contentKey, ...Object.fromEntries(tags) };
}

function findPair(rows: readonly unknown[], columns: readonly string[]): Record<string, string> | null {
  const chosen = pickColumn(rows, columns, ["chosen"], isObject);
  const rejected = pickColumn(rows, columns, ["rejected"], isObject);
  return chosen === null || rejected === null ? null : withoutNull({ chosen, rejected });
}
