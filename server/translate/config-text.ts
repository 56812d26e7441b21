// Owns writing a translated config as YAML: one heading per topic, lists of datasets as blocks, and above each line that
// nobody wrote the reason for it. Refuses words that a YAML 1.1 reader takes for something else.
import { type ConfigValue, valueText } from "../../contract/config-document.ts";
import type { TranslationTopic } from "../../contract/translate.ts";
import type { Move } from "./rule.ts";

type Section = { topic: TranslationTopic; moves: readonly Move[] };

const isPlainMap = (value: ConfigValue): value is { [key: string]: ConfigValue } =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** Mappings and lists of mappings stand as blocks, anything else on its own line. */
function lines(key: string, value: ConfigValue, indent = ""): string[] {
  if (value === null) return [`${indent}${key}:`];
  if (isPlainMap(value) && Object.keys(value).length > 0)
    return [
      `${indent}${valueText(key)}:`,
      ...Object.entries(value).flatMap(([name, item]) => lines(name, item, `${indent}  `)),
    ];
  if (Array.isArray(value) && value.length > 0 && value.every(isPlainMap))
    return [`${indent}${key}:`, ...value.flatMap((item) => entry(item, `${indent}  `))];
  return [`${indent}${valueText(key)}: ${valueText(value)}`];
}

function entry(item: ConfigValue, indent: string): string[] {
  if (!isPlainMap(item)) return [];
  const all = Object.entries(item).flatMap(([name, value]) => lines(name, value, `${indent}  `));
  return all.map((line, at) => (at === 0 ? `${indent}- ${line.slice(indent.length + 2)}` : line));
}

export function configText(from: string, sections: readonly Section[]): string {
  const written = new Set<string>();
  const blocks = sections.flatMap(({ topic, moves }) => {
    const body = moves.flatMap(({ outcome, set, why }) => {
      const fresh = Object.entries(set).filter(([key]) => !written.has(key));
      for (const [key] of fresh) written.add(key);
      if (fresh.length === 0) return [];
      const reason = outcome === "carried" ? [] : [`# ${why.en}`];
      return [...reason, ...fresh.flatMap(([key, value]) => lines(key, value))];
    });
    return body.length === 0 ? [] : [[`### ${topic}`, ...body].join("\n")];
  });
  return `# Translated from ${from}.\n\n${blocks.join("\n\n")}\n`;
}
