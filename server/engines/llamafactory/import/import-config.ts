// Owns making a config of what people have: YAML, JSON, LlamaBoard's saved settings, a pasted command.
// Refuses nothing: what cannot be read comes back as it was, with what is wrong.
import { type ConfigDocument, type ConfigValue, readConfig } from "../../../../contract/config-document.ts";
import type { EngineCatalog } from "../../../../contract/engine.ts";
import type { ImportedConfig } from "../../../../contract/preview.ts";
import { keyRemarks } from "../check/key-rules.ts";
import { isCommand, readCommand } from "./command.ts";
import { grouped } from "./grouped.ts";
import { type Imported, remark } from "./imported.ts";
import { isLlamaBoard, readLlamaBoard } from "./llamaboard.ts";
import { straightened } from "./typed-values.ts";

/** Without the fence of a Markdown block or a byte order mark. */
const bare = (text: string) =>
  text
    .replace(/^\uFEFF/, "")
    .replace(/^\s*```[a-z]*\r?\n([\s\S]*?)\r?\n?\s*```\s*$/i, "$1")
    .replaceAll("\r\n", "\n");

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

const OURS = ["model_name_or_path", "stage", "finetuning_type", "template"];
/** What Axolotl's configs are known by. */
const AXOLOTL = [
  "base_model",
  "micro_batch_size",
  "sequence_len",
  "sample_packing",
  "lora_r",
  "processor_type",
];

/** A config of another trainer is called that once, instead of every key of it unknown. */
function remarksOnKeys(doc: ConfigDocument): Imported["remarks"] {
  const theirs = AXOLOTL.find((key) => doc.keys.includes(key));
  if (theirs === undefined || OURS.some((key) => doc.keys.includes(key))) return keyRemarks(doc);
  return [
    {
      ...remark(
        "error",
        theirs,
        "import.other-engine",
        "This is a config of Axolotl; LLaMA-Factory knows other keys.",
        "Begin with a preset, and carry over the model, the data and the learning rate.",
      ),
      line: doc.lineOf(theirs),
    },
  ];
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

export function importConfig(pasted: string, catalog: EngineCatalog | null): ImportedConfig {
  const text = bare(pasted);
  const finish = (
    kind: ImportedConfig["kind"],
    config: string,
    remarks: Imported["remarks"],
  ): ImportedConfig => {
    const doc = readConfig(config);
    const placed = remarks.map((problem) => ({
      ...problem,
      line: problem.path === "" ? null : doc.lineOf(problem.path),
    }));
    return { config, kind, problems: [...placed, ...remarksOnKeys(doc)] };
  };
  const made = (kind: ImportedConfig["kind"], { values, remarks }: Imported) =>
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
