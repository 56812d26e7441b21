// Owns making a config of what people have: YAML, JSON, LlamaBoard's saved settings, a pasted command.
// Refuses nothing: what cannot be read comes back as it was, with what is wrong.
import { type ConfigDocument, type ConfigValue, readConfig } from "../../../../contract/config-document.ts";
import type { EngineCatalog } from "../../../../contract/engine.ts";
import { pastedText } from "../../../../contract/pasted-text.ts";
import type { ReadImport } from "../../../../contract/preview.ts";
import { keyRemarks } from "../check/key-rules.ts";
import { isCommand, readCommand } from "./command.ts";
import { grouped } from "./grouped.ts";
import type { Imported } from "./imported.ts";
import { isLlamaBoard, readLlamaBoard } from "./llamaboard.ts";
import { straightened } from "./typed-values.ts";

const valuesOf = (doc: ConfigDocument) =>
  new Map<string, ConfigValue>(doc.keys.map((key) => [key, doc.get(key) ?? null]));

function fromJson(text: string): Map<string, ConfigValue> | null {
  if (!text.trimStart().startsWith("{")) return null;
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null && !Array.isArray(read)
      ? new Map(Object.entries(read))
      : null;
  } catch {
    return null;
  }
}

/** A config written by hand keeps its comments and order; one that a program wrote is put in order. */
function fromYaml(doc: ConfigDocument, text: string): string {
  const values = valuesOf(doc);
  const changes = [...values].flatMap(([key, value]): [string, ConfigValue][] => {
    const now = straightened(key, value);
    return now === value ? [] : [[key, now]];
  });
  if (/^\s*#|\s#\s/m.test(text)) return doc.with(Object.fromEntries(changes)).text;
  return grouped(new Map([...values, ...changes]));
}

export function importConfig(pasted: string, catalog: EngineCatalog | null): ReadImport {
  const text = pastedText(pasted);
  const finish = (kind: ReadImport["kind"], config: string, remarks: Imported["remarks"]): ReadImport => {
    const doc = readConfig(config);
    const placed = remarks.map((problem) => ({
      ...problem,
      line: problem.path === "" ? null : doc.lineOf(problem.path),
    }));
    return { config, kind, problems: [...placed, ...keyRemarks(doc)] };
  };
  const made = (kind: ReadImport["kind"], { values, remarks }: Imported) =>
    finish(kind, grouped(values), remarks);

  const json = fromJson(text);
  if (json)
    return isLlamaBoard([...json.keys()])
      ? made("llamaboard", readLlamaBoard(json, catalog))
      : made("json", {
          values: new Map([...json].map(([key, value]) => [key, straightened(key, value)])),
          remarks: [],
        });
  if (isCommand(text)) return made("command", readCommand(text));
  const doc = readConfig(text);
  if (doc.problems.length > 0) return { config: text, kind: "yaml", problems: [...doc.problems] };
  if (isLlamaBoard(doc.keys)) return made("llamaboard", readLlamaBoard(valuesOf(doc), catalog));
  return finish("yaml", fromYaml(doc, text), []);
}
