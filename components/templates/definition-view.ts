// Owns what lists and forms derive from definitions. Refuses words.
import type {
  AdditionOrigin,
  Additions,
  ModelGroupEntry,
  TemplateDefinition,
  TemplateEntry,
  TemplateSlot,
} from "@/contract/template.ts";

export const origins = ["user", "example", "engine"] as const satisfies readonly AdditionOrigin[];
export type OriginFilter = AdditionOrigin | "all";

export const isMultimodal = ({ mm_plugin }: TemplateDefinition) =>
  mm_plugin !== undefined && mm_plugin.name !== "base";
export const isReasoning = ({ template_class }: TemplateDefinition) =>
  /reasoning/i.test(template_class ?? "");

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/** A person's own first, then the examples, then the engine's; by name. */
export function arranged<T extends TemplateEntry | ModelGroupEntry>(entries: readonly T[]): T[] {
  return entries.toSorted(
    (a, b) =>
      origins.indexOf(a.origin) - origins.indexOf(b.origin) ||
      byName.compare(a.definition.name, b.definition.name),
  );
}

export const groupsWith = (name: string, { groups }: Additions) =>
  groups.filter(({ definition }) => definition.template === name).map(({ definition }) => definition.name);

export function matchesTemplate(entry: TemplateEntry, used: readonly string[], text: string): boolean {
  const { name, mm_plugin } = entry.definition;
  const words = [name, mm_plugin?.name ?? "", ...used].join("\n").toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

export function matchesGroup({ definition }: ModelGroupEntry, text: string): boolean {
  const ids = Object.values(definition.models).flatMap((hubs) => Object.values(hubs));
  const words = [definition.name, definition.template ?? "", ...Object.keys(definition.models), ...ids]
    .join("\n")
    .toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

/** On one line, as Python and YAML write it between quotes. */
export const escaped = (text: string): string =>
  text.replace(/\\/g, "\\\\").replace(/\n/g, "\\n").replace(/\t/g, "\\t").replace(/\r/g, "\\r");

const UNESCAPED: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "\\": "\\" };
export const unescaped = (text: string): string =>
  text.replace(/\\([ntr\\])/g, (_, letter: string) => UNESCAPED[letter] ?? letter);

export function slotText(slot: TemplateSlot): string {
  if (typeof slot === "string") return escaped(slot);
  return "token" in slot ? slot.token : `{${Object.keys(slot)[0]}}`;
}

/** A name nobody has: mine, mine-2 … */
export function freeName(wanted: string, taken: readonly string[]): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted}-${count}`;
    if (!taken.includes(name)) return name;
  }
}
