// Owns the words for who speaks: the dataset's tags, and the names that are well known elsewhere.
import type { Layout } from "./layout.ts";

export type Role = "user" | "assistant" | "observation" | "function" | "system";

export const roles = ["user", "assistant", "observation", "function", "system"] as const satisfies Role[];

const WELL_KNOWN: Readonly<Record<Role, readonly string[]>> = {
  user: ["user", "human", "prompter", "instruction"],
  assistant: ["assistant", "gpt", "model", "bot", "chatgpt", "bing", "bard", "output"],
  observation: ["observation", "tool", "tool_response", "function_response", "ipython"],
  function: ["function_call", "function", "tool_call"],
  system: ["system"],
};

/** Names that a tag may have while no one could mean another role. */
export function wellKnownRole(name: string): Role | null {
  const lower = name.toLowerCase();
  return roles.find((role) => WELL_KNOWN[role].includes(lower)) ?? null;
}

export function roleOf(tag: unknown, layout: Layout): Role | null {
  const { tags } = layout;
  if (typeof tag !== "string") return null;
  if (tag === tags.user_tag) return "user";
  if (tag === tags.assistant_tag) return "assistant";
  if (tag === tags.observation_tag) return "observation";
  if (tag === tags.function_tag) return "function";
  return tag === tags.system_tag ? "system" : null;
}

export function tagOf(role: Role, layout: Layout): string | null {
  return layout.tags[`${role}_tag`];
}

export function knownTags(layout: Layout): string {
  return roles.flatMap((role) => tagOf(role, layout) ?? []).join(", ");
}

export function isQuestion(role: Role): boolean {
  return role === "user" || role === "observation";
}

/** A tag as it can be named in a sentence: it may be anything, also an object that no text can be made of. */
export function tagText(tag: unknown): string {
  if (typeof tag === "object" && tag !== null) return Array.isArray(tag) ? "[…]" : "{…}";
  return String(tag ?? "");
}
