// Owns what is wrong with a template or a model group before the engine sees it. Refuses words: codes are worded where shown.
import { GROUP_NAME, TEMPLATE_NAME } from "./addition-name.ts";
import type {
  Additions,
  ModelGroupDefinition,
  ModelGroupEntry,
  TemplateDefinition,
  TemplateEntry,
  TemplateSlot,
} from "./template.ts";

export type AdditionProblemCode =
  | "name-missing"
  | "name-invalid"
  | "name-taken"
  | "template-empty"
  | "slot-without-content"
  | "prefix-with-content"
  | "token-invalid"
  | "plugin-unknown"
  | "plugin-not-agreed"
  | "tool-format-unknown"
  | "class-unknown"
  | "eos-without-stop-word"
  | "pair-incomplete"
  | "group-empty"
  | "model-without-id"
  | "model-taken"
  | "template-unknown";

/** `path`: the key it is about; for a model of a group "models". */
export type AdditionProblem = { path: string; code: AdditionProblemCode; params: Record<string, string> };

const CONTENT_SLOTS = [
  "format_user",
  "format_assistant",
  "format_system",
  "format_function",
  "format_observation",
] as const;
const TEXT_SLOTS = [...CONTENT_SLOTS, "format_tools", "format_prefix"] as const;
const PAIRS = ["thought_words", "tool_call_words"] as const;
const PLACEHOLDER = /\{\{[A-Za-z_]\w*\}\}/;
export const PLAIN_CLASSES = ["plain", "reasoning", "llama2"];

const problem = (
  path: string,
  code: AdditionProblemCode,
  params: Record<string, string> = {},
): AdditionProblem => ({ path, code, params });

const tokenOf = (slot: TemplateSlot) => (typeof slot === "object" && "token" in slot ? slot.token : null);

/** One token is one word of the vocabulary: no blanks, no place for text. */
const isBadToken = (token: string) => token.trim() === "" || /\s/.test(token) || PLACEHOLDER.test(token);

type Named = Pick<TemplateEntry | ModelGroupEntry, "origin" | "file"> & { definition: { name: string } };

/** Who has this name already, beside the entry under edit; on an equal footing the later file does not get it. */
function ownerOf(name: string, entries: readonly Named[], file: string | null): Named | undefined {
  const others = entries.filter((entry) => entry.definition.name === name);
  const mine = others.findIndex((entry) => entry.file !== null && entry.file === file);
  return mine < 0 ? others[0] : others.slice(0, mine)[0];
}

function nameProblems(
  name: string,
  shape: RegExp,
  entries: readonly Named[],
  file: string | null,
): AdditionProblem[] {
  if (name === "") return [problem("name", "name-missing")];
  if (!shape.test(name)) return [problem("name", "name-invalid", { name })];
  const owner = ownerOf(name, entries, file);
  return owner ? [problem("name", "name-taken", { name, owner: owner.origin, file: owner.file ?? "" })] : [];
}

function slotProblems(definition: TemplateDefinition): AdditionProblem[] {
  const withoutContent = CONTENT_SLOTS.filter((key) => {
    const slots = definition[key];
    return slots && !slots.some((slot) => typeof slot === "string" && slot.includes("{{content}}"));
  });
  const badTokens = TEXT_SLOTS.flatMap((key) =>
    (definition[key] ?? [])
      .map(tokenOf)
      .filter((token) => token !== null && isBadToken(token))
      .map((token) => problem(key, "token-invalid", { slot: key, token: token ?? "" })),
  );
  const badWords = (definition.stop_words ?? [])
    .filter((word) => word.trim() === "" || PLACEHOLDER.test(word))
    .map((word) => problem("stop_words", "token-invalid", { slot: "stop_words", token: word }));
  const prefix = definition.format_prefix?.some((slot) => typeof slot === "string" && PLACEHOLDER.test(slot));
  return [
    ...withoutContent.map((slot) => problem(slot, "slot-without-content", { slot })),
    ...(prefix ? [problem("format_prefix", "prefix-with-content")] : []),
    ...badTokens,
    ...badWords,
  ];
}

function knownProblems(definition: TemplateDefinition, known: Additions): AdditionProblem[] {
  const { mm_plugin: plugin, tool_format: format, template_class: kind } = definition;
  const asked = plugin && known.plugins.find(({ registers }) => registers.includes(plugin.name));
  const found: AdditionProblem[] = [];
  if (plugin && !known.pluginNames.includes(plugin.name))
    found.push(
      asked
        ? problem("mm_plugin", "plugin-not-agreed", { name: plugin.name, file: asked.name })
        : problem("mm_plugin", "plugin-unknown", { name: plugin.name }),
    );
  if (format !== undefined && !known.toolFormats.includes(format))
    found.push(problem("tool_format", "tool-format-unknown", { name: format }));
  if (kind !== undefined && !PLAIN_CLASSES.includes(kind) && !known.templateClasses.includes(kind))
    found.push(problem("template_class", "class-unknown", { name: kind }));
  return found;
}

/** `file`: the file under edit, which may keep its own name; null for a new one. */
export function checkTemplate(
  definition: TemplateDefinition,
  known: Additions,
  file: string | null,
): AdditionProblem[] {
  const isEmpty = !Object.keys(definition).some((key) => key.startsWith("format_"));
  return [
    ...nameProblems(definition.name, TEMPLATE_NAME, known.templates, file),
    ...(isEmpty ? [problem("format_user", "template-empty")] : []),
    ...slotProblems(definition),
    ...knownProblems(definition, known),
    ...PAIRS.filter((key) => definition[key]?.some((word) => word === "")).map((key) =>
      problem(key, "pair-incomplete"),
    ),
    ...(definition.replace_eos && !definition.stop_words?.length
      ? [problem("stop_words", "eos-without-stop-word")]
      : []),
  ];
}

export function checkGroup(
  definition: ModelGroupDefinition,
  known: Additions,
  file: string | null,
): AdditionProblem[] {
  const { name, models, template } = definition;
  const names = Object.keys(models);
  const others = known.groups.filter((group) => group.file === null || group.file !== file);
  const mine = known.groups.findIndex((group) => group.file !== null && group.file === file);
  const before = mine < 0 ? others : known.groups.slice(0, mine);
  const taken = names.flatMap((model) => {
    const owner = before.find((group) => Object.hasOwn(group.definition.models, model));
    return owner ? [problem("models", "model-taken", { model, owner: owner.definition.name })] : [];
  });
  const idless = names.filter((model) => Object.values(models[model] ?? {}).every((id) => !id?.trim()));
  const isKnown =
    template == null ||
    known.templates.some((entry) => entry.definition.name === template && entry.problem === null);
  return [
    ...nameProblems(name, GROUP_NAME, known.groups, file),
    ...(names.length === 0 ? [problem("models", "group-empty")] : []),
    ...(names.includes("") ? [problem("models", "name-missing")] : []),
    ...idless.map((model) => problem("models", "model-without-id", { model })),
    ...taken,
    ...(isKnown ? [] : [problem("template", "template-unknown", { name: template ?? "" })]),
  ];
}
