// Owns reading a pasted command: launcher and environment before it, a config file, flags and overrides after it.
// Refuses commands that are not the engine's.
import type { ConfigValue } from "../../../../contract/config-document.ts";
import type { Problem } from "../../../../contract/problem.ts";
import { shellWords } from "../../../engine-kit/shell-words.ts";
import { knownArguments } from "../known-arguments.ts";
import { type Imported, remark } from "./imported.ts";
import { typed } from "./typed-values.ts";

const CLI = /(?:^|[\\/])(?:llamafactory-cli|lmf)(?:\.exe)?$/;
const SCRIPT =
  /(?:^|[\\/])(?:train|train_bash|launcher|cli|export_model|run_exp)\.py$|^llamafactory\.(?:cli|launcher)$/;
const ACTIONS = ["train", "export", "api", "chat", "webchat", "webui", "eval", "env", "version", "help"];
const ASSIGNMENT = /^(?:\$?env:)?([A-Z][A-Z0-9_]*)=(.*)$/i;

/** Looks like a command rather than a file. */
export const isCommand = (text: string): boolean =>
  /(?:^|[\s/\\])(?:llamafactory-cli|lmf)(?:\.exe)?\s|^\s*--[a-z]|(?:^|\s)(?:torchrun|python3?|deepspeed|accelerate\s+launch)\s[^\n]*(?:\\|`|\^|\.py\b|llamafactory)/m.test(
    text,
  ) &&
  !/^\s*[\w.]+:\s/m.test(text.split("\n").find((line) => line.trim() !== "" && !/^\s*#/.test(line)) ?? "");

/** The words of the engine's own command, what it is to do, and what stood before it. */
function engineCommand(all: readonly string[]) {
  const at = all.findIndex((word) => CLI.test(word) || SCRIPT.test(word));
  const from = all.slice(0, Math.max(at, 0)).lastIndexOf(";") + 1;
  const end = all.findIndex((word, index) => index > at && /^(?:;|&&|\|\|?|>>?|2>(?:&1)?|&)$/.test(word));
  const before = at < 0 ? [] : all.slice(from, at);
  const after = all.slice(at + 1, end < 0 ? undefined : end);
  const action = after[0] !== undefined && ACTIONS.includes(after[0]) ? after[0] : null;
  return { before, action, words: action === null ? after : after.slice(1) };
}

/** CUDA_VISIBLE_DEVICES and its like say where to run, which here is chosen beside the config. */
function aboutPlace(before: readonly string[]): Problem[] {
  const variables = before.flatMap((word) => {
    const [, name, value] = ASSIGNMENT.exec(word) ?? [];
    return name === undefined ? [] : [[name.toUpperCase(), value ?? ""] as const];
  });
  const found: Problem[] = [];
  const devices = variables.find(([name]) => name === "CUDA_VISIBLE_DEVICES");
  if (devices)
    found.push(
      remark(
        "info",
        "",
        "import.devices",
        `The command chose the GPUs ${devices[1] === "" ? "none" : devices[1]}.`,
        "Choose them under Device; a config does not hold them.",
        { devices: devices[1] },
      ),
    );
  const others = variables.filter(([name]) => !["CUDA_VISIBLE_DEVICES", "FORCE_TORCHRUN"].includes(name));
  if (others.length > 0) {
    const names = others.map(([name, value]) => `${name}=${value}`).join(" ");
    found.push(
      remark(
        "warning",
        "",
        "import.environment",
        `The command set ${names}; a config holds no environment variables.`,
        "Set them where Anneal is started, if the run needs them.",
        { names },
      ),
    );
  }
  return found;
}

/** `--a 1 --b --c=2 --d x y` → a: ["1"], b: [], c: ["2"], d: ["x", "y"]. */
function flags(words: readonly string[]): { flags: Map<string, string[]>; rest: string[] } {
  const found = new Map<string, string[]>();
  const rest: string[] = [];
  let current: string[] | null = null;
  for (const word of words.filter((each) => each !== ";")) {
    const [, name, , value] = /^--([A-Za-z][\w-]*)(=(.*))?$/s.exec(word) ?? [];
    if (name === undefined) (current ?? rest).push(word);
    else {
      current = value === undefined ? [] : [value];
      found.set(name.replaceAll("-", "_"), current);
    }
  }
  return { flags: found, rest };
}

function flagValue(key: string, words: readonly string[]): ConfigValue {
  if (words.length === 0) return true;
  const [only = ""] = words;
  if (words.length === 1) return typed(key, only);
  return words.map((word) => typed(key, word));
}

export function readCommand(text: string): Imported {
  const { words: all, open } = shellWords(text.replace(/^\s*[$>]\s+/gm, ""));
  const hasCommand = all.some((word) => CLI.test(word) || SCRIPT.test(word));
  const { before, action, words } = hasCommand
    ? engineCommand(all)
    : {
        before: [],
        action: null,
        words: all.slice(
          Math.max(
            0,
            all.findIndex((word) => word.startsWith("--")),
          ),
        ),
      };
  const remarks = aboutPlace(before);
  const values = new Map<string, ConfigValue>();
  if (open)
    remarks.push(
      remark(
        "warning",
        "",
        "import.open-quote",
        "A quote in the command is never closed.",
        "Look at the last values.",
      ),
    );
  if (action !== null && action !== "train" && action !== "export")
    remarks.push(
      remark(
        "warning",
        "",
        "import.other-action",
        `The command is for \`${action}\`, not for a training.`,
        "Only what a training knows can be started from here.",
        { action },
      ),
    );

  const read = flags(words);
  for (const word of read.rest) {
    const [, key, value] = /^([\w.]+)=(.*)$/s.exec(word) ?? [];
    if (key !== undefined) values.set(key, typed(key, value ?? ""));
    else if (/\.(?:ya?ml|json)$/i.test(word))
      remarks.push(
        remark(
          "error",
          "",
          "import.file-needed",
          `The command reads most of its settings from ${word}; only what stands beside it is here.`,
          "Paste or open that file first, then add these keys to it.",
          { file: word },
        ),
      );
    else
      remarks.push(
        remark(
          "warning",
          "",
          "import.word",
          `\`${word}\` in the command belongs to no key.`,
          "Look whether a key lost its value.",
          {
            word,
          },
        ),
      );
  }
  for (const [key, given] of read.flags) {
    const positive = key.startsWith("no_") ? key.slice(3) : null;
    if (positive !== null && given.length === 0 && knownArguments().get(positive)?.kind === "boolean")
      values.set(positive, false);
    else values.set(key, flagValue(key, given));
  }
  for (const [key, given] of values) {
    const value = Array.isArray(given) ? given.join(" ") : given;
    if (typeof value === "string" && /\$[A-Za-z{(]/.test(value))
      remarks.push(
        remark(
          "warning",
          key,
          "import.variable",
          `\`${key}\` holds ${value}, which a shell would have replaced.`,
          "Write what it stands for.",
          { key, value },
        ),
      );
  }
  return { values, remarks };
}
