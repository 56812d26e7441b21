// Owns reading definitions from YAML text, with the line of what is wrong, and changing a text so that its comments stay.
// Refuses Python: the engine's own calls are read by the engine's Python.
import type { z } from "zod";
import { groupText, templateText } from "../../contract/addition-text.ts";
import { type ConfigDocument, type ConfigValue, readConfig } from "../../contract/config-document.ts";
import { ModelGroupDefinition, TemplateDefinition } from "../../contract/template.ts";

export type Read<T> = { definition: T } | { problem: string };

const atLine = (line: number | null, text: string) => (line === null ? text : `Line ${line}: ${text}`);

function shapeProblem(doc: ConfigDocument, error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return "This is not a definition.";
  const key = String(issue.path[0] ?? "");
  if (issue.code === "unrecognized_keys") {
    const [unknown = ""] = issue.keys;
    const where = key === "" ? "" : ` of \`${key}\``;
    return atLine(doc.lineOf(key || unknown), `there is no key \`${unknown}\`${where}.`);
  }
  if (doc.get(key) === undefined) return `\`${key}\` is missing.`;
  if (key.startsWith("format_"))
    return atLine(
      doc.lineOf(key),
      `a slot of \`${key}\` is none: write text, {bos_token}, {eos_token} or {token: "…"}.`,
    );
  return atLine(doc.lineOf(key), `\`${issue.path.join(".")}\`: ${issue.message}.`);
}

function readAs<T extends z.ZodType>(doc: ConfigDocument, schema: T): Read<z.output<T>> {
  const [syntax] = doc.problems;
  if (syntax) return { problem: atLine(syntax.line, syntax.message) };
  if (doc.keys.length === 0) return { problem: "The file is empty." };
  const found = schema.safeParse(Object.fromEntries(doc.keys.map((key) => [key, doc.get(key)])));
  return found.success ? { definition: found.data } : { problem: shapeProblem(doc, found.error) };
}

export const readTemplateText = (text: string): Read<TemplateDefinition> =>
  readAs(readConfig(text), TemplateDefinition);
export const readGroupText = (text: string): Read<ModelGroupDefinition> =>
  readAs(readConfig(text), ModelGroupDefinition);

export type ReadMany = {
  templates: TemplateDefinition[];
  groups: ModelGroupDefinition[];
  problems: string[];
};

/** One definition, or lists of them under `templates` and `groups`. */
export function readDefinitions(text: string): ReadMany {
  const doc = readConfig(text);
  const many = doc.keys.includes("templates") || doc.keys.includes("groups");
  const read: ReadMany = { templates: [], groups: [], problems: [] };
  const take = <T>(found: Read<T>, into: T[]) => {
    if ("problem" in found) read.problems.push(found.problem);
    else into.push(found.definition);
  };
  if (!many && doc.keys.includes("models")) take(readAs(doc, ModelGroupDefinition), read.groups);
  else if (!many) take(readAs(doc, TemplateDefinition), read.templates);
  else {
    const rows = (key: string) => [doc.get(key) ?? []].flat().map((row) => readConfig(JSON.stringify(row)));
    for (const row of rows("templates")) take(readAs(row, TemplateDefinition), read.templates);
    for (const row of rows("groups")) take(readAs(row, ModelGroupDefinition), read.groups);
  }
  return read;
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function written<T extends { name: string }>(
  definition: T,
  before: string | null,
  fresh: (definition: T) => string,
  read: (text: string) => Read<T>,
): string {
  const doc = readConfig(before ?? "");
  if (before === null || doc.problems.length > 0 || doc.keys.length === 0) return fresh(definition);
  const plain: Record<string, ConfigValue | undefined> = JSON.parse(JSON.stringify(definition));
  const keys = new Set([...doc.keys, ...Object.keys(plain)]);
  const changed = [...keys].filter((key) => !isSame(doc.get(key), plain[key]));
  const text = doc.with(Object.fromEntries(changed.map((key) => [key, plain[key]]))).text;
  const again = read(text);
  return "definition" in again && isSame(sorted(again.definition), sorted(definition))
    ? text
    : fresh(definition);
}

const sorted = (definition: object) =>
  Object.fromEntries(Object.entries(definition).sort(([a], [b]) => a.localeCompare(b)));

/** Only the keys that changed are written anew in the text that was there. */
export const newTemplateText = (definition: TemplateDefinition, before: string | null): string =>
  written(definition, before, templateText, readTemplateText);
export const newGroupText = (definition: ModelGroupDefinition, before: string | null): string =>
  written(definition, before, groupText, readGroupText);
