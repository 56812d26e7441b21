// Owns reading a pasted `axolotl train file --key value`: its flags as keys of a config. Refuses to open the file it names.
import { type ConfigValue, readConfig } from "../../../../contract/config-document.ts";
import type { Problem } from "../../../../contract/problem.ts";
import { shellWords } from "../../../engine-kit/shell-words.ts";
import { knownArguments } from "../known-arguments.ts";

const PROGRAM = /(?:^|[\\/])axolotl(?:\.exe)?$|^axolotl\.cli\.\w+$/;
/** Of the command itself, not of the config. */
const OF_LAUNCHER = ["launcher", "sweep", "cloud", "main_process_port", "num_processes"];

export const isCommand = (text: string): boolean =>
  /(?:^|[\s/\\])axolotl(?:\.exe)?\s+[a-z-]+|axolotl\.cli\.\w+/.test(text) &&
  readConfig(text).keys.length === 0;

/** A word as the kind of value that the key holds; anything else as YAML reads it. */
function typed(key: string, word: string): ConfigValue {
  const argument = knownArguments().get(key);
  if (argument?.kind === "text" && argument.choices === null) return word;
  const doc = readConfig(`value: ${word}`);
  const value = doc.problems.length === 0 ? doc.get("value") : undefined;
  return value ?? word;
}

function remark(code: string, message: string, hint: string, params: Problem["params"]): Problem {
  return { path: "", line: null, severity: "warning", code, message, hint, params };
}

export function readCommand(text: string): { values: Record<string, ConfigValue>; remarks: Problem[] } {
  const { words } = shellWords(text.replace(/^\s*[$>]\s+/gm, ""));
  const at = words.findIndex((word) => PROGRAM.test(word));
  const end = words.findIndex((word, index) => index > at && /^(?:--|;|&&|\|\|?)$/.test(word));
  const given = words.slice(at + 1, end < 0 ? undefined : end);
  const [, called] = /^axolotl\.cli\.(\w+)$/.exec(words[at] ?? "") ?? [];
  const action = called ?? given.shift() ?? "train";
  const values: Record<string, ConfigValue> = {};
  const remarks: Problem[] = [];
  if (action !== "train")
    remarks.push(
      remark(
        "import.other-action",
        `The command is for \`${action}\`, not for a training.`,
        "Only what a training knows can be started from here.",
        { action },
      ),
    );
  let key: string | null = null;
  for (const word of given) {
    const [, flag, , value] = /^--([A-Za-z][\w-]*)(=(.*))?$/s.exec(word) ?? [];
    if (flag !== undefined) {
      const name = flag.replaceAll("-", "_");
      const isOff = name.startsWith("no_") && !knownArguments().has(name);
      key = isOff || value !== undefined ? null : name;
      values[isOff ? name.slice(3) : name] = isOff ? false : value === undefined ? true : typed(name, value);
    } else if (key !== null) {
      values[key] = typed(key, word);
      key = null;
    } else if (/\.ya?ml$/i.test(word))
      remarks.push(
        remark(
          "import.file-needed",
          `The command reads most of its settings from ${word}; only what stands beside it is here.`,
          "Paste or open that file first, then add these keys to it.",
          { file: word },
        ),
      );
    else
      remarks.push(
        remark(
          "import.word",
          `\`${word}\` in the command belongs to no key.`,
          "Look whether a key lost its value.",
          { word },
        ),
      );
  }
  for (const name of OF_LAUNCHER) delete values[name];
  return { values, remarks };
}
