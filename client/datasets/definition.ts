// Owns reading and changing a definition by clicks, with the engine's defaults. Once columns or tags are written, every one
// that is left out is unknown to the engine, so all that are in force are written together.
import type { DatasetDefinition } from "@/contract/dataset.ts";

export const formattings = ["alpaca", "sharegpt", "openai"] as const;
export type Formatting = (typeof formattings)[number];

const shared = ["system", "tools", "images", "videos", "audios"] as const;
const alpaca = ["prompt", "query", "response", "history"] as const;
const judged = ["chosen", "rejected"] as const;
export const columnRoles = ["messages", ...alpaca, ...shared, ...judged, "kto_tag"] as const;
export type ColumnRole = (typeof columnRoles)[number];

export const tagRoles = [
  "role_tag",
  "content_tag",
  "user_tag",
  "assistant_tag",
  "observation_tag",
  "function_tag",
  "system_tag",
] as const;
export type TagRole = (typeof tagRoles)[number];

const columnDefaults: Partial<Record<ColumnRole, string>> = {
  prompt: "instruction",
  query: "input",
  response: "output",
  messages: "conversations",
};
const tagDefaults: Record<TagRole, string> = {
  role_tag: "from",
  content_tag: "value",
  user_tag: "human",
  assistant_tag: "gpt",
  observation_tag: "observation",
  function_tag: "function_call",
  system_tag: "system",
};

export function formattingOf(definition: DatasetDefinition): Formatting {
  return formattings.find((each) => each === definition.formatting) ?? "alpaca";
}

/** The roles a column can have under a formatting. */
export function rolesOf(definition: DatasetDefinition): readonly ColumnRole[] {
  const texts = formattingOf(definition) === "alpaca" ? alpaca : (["messages"] as const);
  const answers = definition.ranking ? judged : [];
  return [...texts, ...shared, ...answers, "kto_tag"];
}

export function columnOf(definition: DatasetDefinition, role: ColumnRole): string | null {
  return definition.columns ? (definition.columns[role] ?? null) : (columnDefaults[role] ?? null);
}

export function tagOf(definition: DatasetDefinition, role: TagRole): string | null {
  return definition.tags ? (definition.tags[role] ?? null) : tagDefaults[role];
}

export function withColumn(
  definition: DatasetDefinition,
  role: ColumnRole,
  column: string | null,
): DatasetDefinition {
  const columns: Record<string, string> = {};
  for (const each of rolesOf(definition)) {
    const value = each === role ? column : columnOf(definition, each);
    if (value !== null && value !== "") columns[each] = value;
  }
  return { ...definition, columns };
}

export function withTag(definition: DatasetDefinition, role: TagRole, tag: string): DatasetDefinition {
  const tags: Record<string, string> = {};
  for (const each of tagRoles) {
    const value = each === role ? tag : tagOf(definition, each);
    if (value !== null && value !== "") tags[each] = value;
  }
  return { ...definition, tags };
}

/** Columns of the other formatting are not read, so they go; what both know stays. */
export function withFormatting(definition: DatasetDefinition, formatting: Formatting): DatasetDefinition {
  const next: DatasetDefinition = { ...definition, formatting };
  if (!definition.columns) return next;
  const kept = rolesOf(next).flatMap((role) => {
    const column = definition.columns?.[role];
    return column ? [[role, column] as const] : [];
  });
  return { ...next, columns: Object.fromEntries(kept) };
}

export function withRanking(definition: DatasetDefinition, ranking: boolean): DatasetDefinition {
  const { ranking: _, ...rest } = definition;
  return ranking ? { ...rest, ranking } : rest;
}

/** A name out of a file's, as dataset names may be. */
export function nameFromFile(file: string): string {
  const base = file.split(/[\\/]/).findLast((part) => part !== "") ?? "";
  return base
    .replace(/\.[a-z0-9]{1,8}$/i, "")
    .replace(/[\p{Cc},:]+/gu, "-")
    .trim()
    .slice(0, 128);
}
