// Owns how a template or a model group is written as YAML, in the engine's own words. Refuses to read: readers check what they take.
import { type ConfigValue, valueText } from "./config-document.ts";
import type { ModelGroupDefinition, TemplateDefinition, TemplateSlot } from "./template.ts";

const ORDER = [
  "name",
  "format_prefix",
  "format_system",
  "format_user",
  "format_assistant",
  "format_function",
  "format_observation",
  "format_tools",
  "tool_format",
  "default_system",
  "stop_words",
  "thought_words",
  "tool_call_words",
  "efficient_eos",
  "replace_eos",
  "replace_jinja_template",
  "enable_thinking",
  "preserve_thinking",
  "mm_plugin",
  "template_class",
] as const satisfies (keyof TemplateDefinition)[];

/** As YAML shortens it: {bos_token} is {bos_token: null}. */
function slotText(slot: TemplateSlot): string {
  if (typeof slot === "string") return JSON.stringify(slot);
  if ("token" in slot) return `{token: ${JSON.stringify(slot.token)}}`;
  return `{${Object.keys(slot)[0]}}`;
}

const listText = (key: string, rows: readonly string[]) =>
  rows.length === 0 ? `${key}: []` : [`${key}:`, ...rows.map((row) => `  - ${row}`)].join("\n");

function lineOf(key: (typeof ORDER)[number], definition: TemplateDefinition): string | null {
  const value = definition[key];
  if (value === undefined) return null;
  if (key.startsWith("format_") && Array.isArray(value)) return listText(key, value.map(slotText));
  if (Array.isArray(value))
    return listText(
      key,
      value.map((word) => JSON.stringify(word)),
    );
  if (key === "mm_plugin" && definition.mm_plugin) {
    const words = Object.entries(definition.mm_plugin).filter(([, word]) => word != null);
    return ["mm_plugin:", ...words.map(([name, word]) => `  ${name}: ${valueText(word ?? null)}`)].join("\n");
  }
  if (value === null || typeof value !== "object") return `${key}: ${valueText(value)}`;
  return null;
}

export function templateText(definition: TemplateDefinition): string {
  const lines = ORDER.map((key) => lineOf(key, definition)).filter((line) => line !== null);
  return `${lines.join("\n")}\n`;
}

export function groupText({ name, models, template, multimodal }: ModelGroupDefinition): string {
  const rows = Object.entries(models).map(([model, hubs]) => {
    const ids = Object.entries(hubs).filter(([, id]) => id);
    const body =
      ids.length === 0
        ? " {}"
        : `\n${ids.map(([hub, id]) => `    ${hub}: ${valueText(id ?? "")}`).join("\n")}`;
    return `  ${valueText(model, true)}:${body}`;
  });
  const more: [string, ConfigValue | undefined][] = [
    ["template", template],
    ["multimodal", multimodal],
  ];
  return [
    `name: ${valueText(name)}`,
    ...more.flatMap(([key, value]) => (value == null ? [] : [`${key}: ${valueText(value)}`])),
    ...(rows.length === 0 ? ["models: {}"] : ["models:", ...rows]),
    "",
  ].join("\n");
}
