// Owns turning words into the values that the engine's keys hold. Refuses to guess where a word fits no kind: it stays text.
import type { ConfigValue } from "../../../../contract/config-document.ts";
import { knownArguments } from "../known-arguments.ts";

const YES = /^(?:true|yes|on|y|t|1)$/i;
const NO = /^(?:false|no|off|n|f|0)$/i;
const NUMBER = /^[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

const asNumber = (word: string) => (NUMBER.test(word.trim()) ? Number(word.replaceAll("_", "")) : null);

function asJson(word: string): ConfigValue | undefined {
  if (!/^\s*[{[]/.test(word)) return undefined;
  try {
    return JSON.parse(word);
  } catch {
    return undefined;
  }
}

/** `word` as the kind of value that `key` holds. */
export function typed(key: string, word: string): ConfigValue {
  const argument = knownArguments().get(key);
  if (argument?.nullable && /^(?:none|null)$/i.test(word)) return null;
  switch (argument?.kind) {
    case "boolean":
      return YES.test(word) ? true : NO.test(word) ? false : word;
    case "integer":
    case "number":
      return asNumber(word) ?? word;
    case "text":
      return word;
    default:
      return asJson(word) ?? asNumber(word) ?? (/^(?:true|false)$/i.test(word) ? YES.test(word) : word);
  }
}

/** Text that stands where a number or a truth value belongs, made what it says; everything else as it is. */
export function straightened(key: string, value: ConfigValue): ConfigValue {
  const kind = knownArguments().get(key)?.kind;
  if (typeof value === "string" && (kind === "boolean" || kind === "integer" || kind === "number"))
    return typed(key, value.trim());
  return value;
}
