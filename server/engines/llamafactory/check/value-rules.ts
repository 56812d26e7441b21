// Owns judging single values: kind, choices, range, and words that YAML readers take for something else.
// The engine's YAML path checks almost none of this; it fails later, or silently does something else.
import type { ConfigScalar, ConfigValue } from "../../../../contract/config-document.ts";
import type { Problem } from "../../../../contract/problem.ts";
import { didYouMean, nearest, nearestParams } from "../../../engine-kit/nearest.ts";
import { rawOf } from "../../../engine-kit/values.ts";
import { type KnownArgument, knownArguments } from "../known-arguments.ts";
import { rangeOf } from "./ranges.ts";
import { type Rule, remove, type Subject } from "./subject.ts";
import { isOddNumber, readByEngine, unquoted } from "./yaml-words.ts";

/** Text keys that the engine splits at commas itself and also takes as a YAML list. */
const LISTS = [
  "dataset",
  "eval_dataset",
  "interleave_probs",
  "lora_target",
  "oft_target",
  "additional_target",
  "freeze_trainable_modules",
  "freeze_extra_modules",
  "galore_target",
  "apollo_target",
];
/** Split at commas too, but a list makes the engine fail. */
const COMMA_ONLY = ["adapter_name_or_path", "add_tokens", "add_special_tokens"];
/** Text keys where the engine takes something else as well. */
const TEXT_OR_MORE: Readonly<Record<string, string>> = {
  dataset_dir: "object",
  resume_from_checkpoint: "boolean",
};

const KIND_WORDS = { boolean: "true or false", integer: "a whole number", number: "a number", text: "text" };

const shown = (value: ConfigValue) => (typeof value === "string" ? `"${value}"` : JSON.stringify(value));

type Fault = { fix?: ConfigScalar; hint?: string };

const asNumber = (text: string) => {
  const plain = text.trim().replaceAll("_", "");
  return plain !== "" && Number.isFinite(Number(plain)) ? Number(plain) : null;
};

function booleanFault(value: ConfigValue): Fault | null {
  if (typeof value === "boolean") return null;
  if (typeof value === "string") {
    if (/^(?:true|yes|on|1)$/i.test(value)) return { fix: true };
    // Any text that is not empty counts as true to the engine, "false" as well.
    if (/^(?:false|no|off|0)$/i.test(value)) return { fix: false };
  }
  return value === 1 || value === 0 ? { fix: value === 1 } : {};
}

function numberFault(value: ConfigValue, integer: boolean, raw: string | null): Fault | null {
  if (typeof value === "string") {
    const number = asNumber(value);
    return number === null || (integer && !Number.isInteger(number)) ? {} : { fix: number };
  }
  if (typeof value !== "number" || !Number.isFinite(value)) return {};
  if (!integer) return null;
  if (!Number.isInteger(value)) return { hint: "Write it without a fraction." };
  // 2.0 and 1e3 stay floats in Python, where a count is needed.
  return raw !== null && /^[-+]?[\d_]*[.eE]/.test(raw) && !/^0x/i.test(raw) ? { fix: value } : null;
}

function textFault(key: string, value: ConfigValue, raw: string | null): Fault | null {
  if (typeof value === "string" || LISTS.includes(key)) return null;
  if (COMMA_ONLY.includes(key) && Array.isArray(value))
    return { fix: value.map(String).join(","), hint: "The engine wants one text with commas between." };
  if (TEXT_OR_MORE[key] === typeof value) return null;
  if (typeof value === "number") return { fix: raw ?? String(value) };
  return {};
}

function choiceFinding(
  { error }: Subject,
  key: string,
  value: string,
  choices: readonly string[],
): Problem | null {
  if (choices.includes(value)) return null;
  const alike = nearest(value, choices);
  const all = choices.length > 14 ? `${choices.slice(0, 12).join(", ")} …` : choices.join(", ");
  return error(
    key,
    "value.choice",
    `\`${key}\` cannot be \`${value}\`.`,
    `${didYouMean(alike)} Possible: ${all}.`.trim(),
    { params: { key, value, choices: choices.join(", "), ...nearestParams(alike) } },
  );
}

function judge(subject: Subject, key: string, argument: KnownArgument): Problem | null {
  const { doc, error, warning } = subject;
  const { kind, choices } = argument;
  const written = doc.get(key);
  if (written === undefined || kind === "any") return null;
  const raw = rawOf(doc, key);
  const plain = unquoted(raw);
  // The engine reads YAML 1.1: what is text or one number here may arrive there as something else.
  const isText = typeof written === "string";
  const value = plain === null || (isText && written !== plain) ? written : readByEngine(plain);
  if (value === null)
    return argument.nullable
      ? null
      : error(key, "value.empty", `\`${key}\` has no value.`, "Give it one, or remove the line.", {
          params: { key },
          ...remove,
        });

  // `false` where the choices have "no" is that very trap, written out.
  const noWord = value === false && choices?.includes("no");
  const turned = kind === "text" && typeof value === "boolean" && isText;
  if (turned || noWord) {
    const meant = noWord ? "no" : String(written);
    return error(
      key,
      "value.bare-word",
      `The engine reads \`${raw ?? meant}\` here as ${value}, not as a word.`,
      `Put it in quotes: "${meant}".`,
      { params: { key, value: meant, read: String(value) }, fix: { value: meant } },
    );
  }
  if (plain !== null && kind !== "text" && isOddNumber(plain) && value !== null) {
    const certain = typeof value === "number" && (value === written || /^[-+]?0b/i.test(plain));
    const fix = certain ? value : /^[-+]?0o/i.test(plain) && typeof written === "number" ? written : null;
    return error(
      key,
      "value.odd-number",
      `The engine reads \`${plain}\` here as ${shown(value)}; other readers of YAML take it for something else.`,
      fix === null ? "Write the number itself, in plain digits." : `Write ${fix}.`,
      { params: { key, value: plain, read: shown(value) }, ...(fix === null ? {} : { fix: { value: fix } }) },
    );
  }

  const fault =
    kind === "boolean"
      ? booleanFault(value)
      : kind === "text"
        ? textFault(key, value, raw)
        : numberFault(value, kind === "integer", raw);
  if (fault)
    // A number where a name belongs mostly works, by luck.
    return (kind === "text" && typeof value === "number" ? warning : error)(
      key,
      "value.type",
      `\`${key}\` must be ${KIND_WORDS[kind]}, not ${shown(value)}.`,
      fault.hint ?? (typeof value === "string" && kind !== "text" ? "Write it without quotes." : undefined),
      {
        params: { key, kind, value: shown(value) },
        ...(fault.fix === undefined ? {} : { fix: { value: fault.fix } }),
      },
    );
  if (choices && typeof value === "string") return choiceFinding(subject, key, value, choices);
  return typeof value === "number" ? rangeFinding(subject, key, value) : null;
}

function rangeFinding({ error }: Subject, key: string, value: number): Problem | null {
  const range = rangeOf(key);
  if (!range) return null;
  const { min, max, minExclusive } = range;
  const tooLow = min !== undefined && (minExclusive ? value <= min : value < min);
  const tooHigh = max !== undefined && value > max;
  if (!tooLow && !tooHigh) return null;
  const lower = min === undefined ? "" : minExclusive ? `above ${min}` : `at least ${min}`;
  const upper = max === undefined ? "" : `at most ${max}`;
  const wanted = [lower, upper].filter((part) => part !== "").join(" and ");
  const bounds = [lower && (minExclusive ? "above" : "least"), upper && "most"].filter((word) => word !== "");
  return error(
    key,
    "value.range",
    `\`${key}\` is ${value}; it must be ${wanted}.`,
    `Give a number ${wanted}.`,
    {
      params: { key, value, wanted, bounds: bounds.join("_"), min: min ?? "", max: max ?? "" },
    },
  );
}

/** Any text in the value, however deep. */
function texts(value: ConfigValue | undefined): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(texts) : [];
}

export const valueRules: readonly Rule[] = [
  (subject) =>
    [...knownArguments(subject.context.arguments)]
      .map(([key, argument]) => judge(subject, key, argument))
      .filter((found) => found !== null),
  ({ doc, error }) =>
    doc.keys
      .filter((key) => texts(doc.get(key)).some((text) => text.includes("${")))
      .map((key) =>
        error(
          key,
          "value.interpolation",
          `The engine's YAML reader takes \`\${\` in \`${key}\` for a reference and does not put a value in its place.`,
          "Write the value itself.",
          { params: { key } },
        ),
      ),
];
