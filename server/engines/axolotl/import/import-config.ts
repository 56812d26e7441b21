// Owns making a config of what people have for Axolotl: YAML whole or in pieces, JSON, a pasted command.
// Refuses nothing: what cannot be read comes back as it was, with what is wrong.
import { type ConfigDocument, type ConfigValue, readConfig } from "../../../../contract/config-document.ts";
import { pastedText } from "../../../../contract/pasted-text.ts";
import type { ReadImport } from "../../../../contract/preview.ts";
import type { Problem } from "../../../../contract/problem.ts";
import { keyRules } from "../check/key-rules.ts";
import { subjectOf } from "../check/subject.ts";
import { knownArguments } from "../known-arguments.ts";
import { isCommand, readCommand } from "./command.ts";

type Values = Record<string, ConfigValue>;

function fromJson(text: string): Values | null {
  if (!text.trimStart().startsWith("{")) return null;
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== "object" || read === null || Array.isArray(read)) return null;
    // JSON is YAML, and that reader has the types.
    const doc = readConfig(text);
    return Object.fromEntries(doc.keys.map((key) => [key, doc.get(key) ?? null]));
  } catch {
    return null;
  }
}

/** Numbers that the engine's YAML reader would take for words: 1e-4 in place of 1.0e-4, or in quotes. */
function straightened(doc: ConfigDocument): ConfigDocument {
  const known = knownArguments();
  const changes = doc.keys.flatMap((key): [string, ConfigValue][] => {
    const kind = known.get(key)?.kind;
    const value = doc.get(key);
    if (kind !== "number" && kind !== "integer") return [];
    if (typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)))
      return [[key, Number(value)]];
    const line = doc.text.split("\n")[(doc.lineOf(key) ?? 0) - 1] ?? "";
    return typeof value === "number" && /:\s*[-+]?\d+e/i.test(line) ? [[key, value]] : [];
  });
  return doc.with(Object.fromEntries(changes));
}

const emptyKeys = (doc: ConfigDocument): Problem[] =>
  doc.keys
    .filter((key) => doc.get(key) === null)
    .map((key) => ({
      path: key,
      line: doc.lineOf(key),
      severity: "info",
      code: "import.empty-key",
      message: `\`${key}\` has no value here.`,
      hint: "Fill it in afterwards. Put into another config, it keeps that one's value.",
      params: { key },
    }));

/** Keys the engine would drop in silence. */
function unknownKeys(doc: ConfigDocument): Problem[] {
  const spec = {
    kind: "train",
    engine: "axolotl",
    name: "import",
    config: doc.text,
    device: { type: "auto" },
  } as const;
  const nothing = { home: "/", datasets: async () => null, catalog: null, deviceCount: 0, hasGpu: false };
  return keyRules(subjectOf(spec, nothing));
}

export function importConfig(pasted: string): ReadImport {
  const text = pastedText(pasted);
  const finish = (kind: ReadImport["kind"], doc: ConfigDocument, remarks: Problem[] = []): ReadImport => ({
    config: doc.text,
    kind,
    problems: [...remarks, ...unknownKeys(doc), ...emptyKeys(doc)],
  });
  const json = fromJson(text);
  if (json) return finish("json", straightened(readConfig("").with(json)));
  if (isCommand(text)) {
    const { values, remarks } = readCommand(text);
    return finish("command", readConfig("").with(values), remarks);
  }
  const doc = readConfig(text);
  if (doc.problems.length > 0) return { config: text, kind: "yaml", problems: [...doc.problems] };
  return finish("yaml", straightened(doc));
}
