// Owns judging single values: their type, their words, and numbers that the engine takes and dies of later.
// Refuses to know choices that the engine tells itself.
import type { ConfigValue } from "../../../../contract/config-document.ts";
import type { EngineArgument } from "../../../../contract/engine.ts";
import type { Problem } from "../../../../contract/problem.ts";
import { didYouMean, nearest, nearestParams } from "../../../engine-kit/nearest.ts";
import { textOf } from "../../../engine-kit/values.ts";
import { knownArguments } from "../known-arguments.ts";
import { attentions, optimizers, schedulers } from "../known-words.ts";
import type { Rule, Subject } from "./subject.ts";

const WORDS_OF_BOOLEANS = /^(?:true|false|yes|no|on|off|y|n|t|f|0|1)$/i;
/** Python reads 1e-4 where YAML's reader saw text. */
const NUMBER = /^\s*[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

/** The value as the engine's own types would read it. */
function fits(value: ConfigValue, { kind }: EngineArgument): boolean {
  switch (kind) {
    case "boolean":
      return (
        typeof value === "boolean" ||
        value === 0 ||
        value === 1 ||
        (typeof value === "string" && WORDS_OF_BOOLEANS.test(value))
      );
    case "integer":
      return typeof value === "number"
        ? Number.isInteger(value)
        : typeof value === "boolean" || (typeof value === "string" && /^\s*[+-]?\d+\s*$/.test(value));
    case "number":
      return typeof value !== "string" ? ["number", "boolean"].includes(typeof value) : NUMBER.test(value);
    default:
      return true;
  }
}

const KINDS = { boolean: "true or false", integer: "a whole number", number: "a number" } as const;
/** Judged with more care elsewhere. */
const ELSEWHERE = ["chat_template", "attn_implementation", "optimizer", "lr_scheduler", "learning_rate"];

function judge({ doc, error, context }: Subject, key: string): Problem | null {
  const argument = knownArguments(context.arguments).get(key);
  const value = doc.get(key);
  if (!argument || value === undefined || value === null || ELSEWHERE.includes(key)) return null;
  const { kind, choices } = argument;
  if (choices !== null && typeof value !== "object") {
    const word = String(value);
    const isBoolean = choices.includes("true") && WORDS_OF_BOOLEANS.test(word);
    const fitting = key === "image_resize_algorithm" ? word.toLowerCase() : word;
    if (choices.includes(fitting) || isBoolean) return null;
    const alike = nearest(word, choices);
    return error(
      key,
      "axolotl.value-choice",
      `\`${key}\` cannot be ${word}; Axolotl knows ${choices.join(", ")}.`,
      didYouMean(alike) || "Choose one of them.",
      { params: { key, word, choices: choices.join(", "), ...nearestParams(alike) } },
    );
  }
  if (fits(value, argument) || !(kind in KINDS)) return null;
  const wanted = kind === "boolean" ? "boolean" : kind === "integer" ? "integer" : "number";
  return error(key, "axolotl.value-type", `\`${key}\` must be ${KINDS[wanted]}.`, "Correct the value.", {
    params: { key, wanted },
  });
}

type Range = { min: number; above?: boolean; max?: number };
const RANGES: Readonly<Record<string, Range>> = {
  learning_rate: { min: 0, above: true },
  lora_r: { min: 1 },
  lora_alpha: { min: 0, above: true },
  lora_dropout: { min: 0, max: 1 },
  num_epochs: { min: 0, above: true },
  max_steps: { min: 1 },
  micro_batch_size: { min: 1 },
  eval_batch_size: { min: 1 },
  gradient_accumulation_steps: { min: 1 },
  sequence_len: { min: 1 },
  val_set_size: { min: 0 },
  warmup_ratio: { min: 0, max: 1 },
  warmup_steps: { min: 0 },
  weight_decay: { min: 0 },
};

const ranges: Rule = ({ doc, error }) =>
  Object.entries(RANGES).flatMap(([key, { min, above = false, max }]) => {
    const value = doc.get(key);
    const number = typeof value === "string" && NUMBER.test(value) ? Number(value) : value;
    if (typeof number !== "number") return [];
    const fine = (above ? number > min : number >= min) && (max === undefined || number <= max);
    if (fine) return [];
    const limit =
      max !== undefined && number > max ? `at most ${max}` : above ? `more than ${min}` : `at least ${min}`;
    const bound = max !== undefined && number > max ? max : min;
    const how = max !== undefined && number > max ? "most" : above ? "above" : "least";
    return [
      error(
        key,
        "axolotl.value-range",
        `\`${key}\` must be ${limit}. Axolotl takes ${number}, and fails or learns nothing.`,
        "Correct the number.",
        { params: { key, bound, how, number } },
      ),
    ];
  });

/** Words that the schema lets pass, and training stops at. */
const words: Rule = ({ doc, error }) =>
  (
    [
      ["optimizer", optimizers],
      ["lr_scheduler", schedulers],
    ] as const
  ).flatMap(([key, known]) => {
    const word = textOf(doc, key);
    if (word === null || known.includes(word)) return [];
    const alike = nearest(word, known);
    return [
      error(
        key,
        "axolotl.word-unknown",
        `Axolotl has no \`${key}: ${word}\`; it finds out only when training starts.`,
        didYouMean(alike) || "Choose another one.",
        { params: { key, word, ...nearestParams(alike) }, ...(alike && { fix: { value: alike } }) },
      ),
    ];
  });

const SHORT: Readonly<Record<string, string>> = {
  flash: "flash_attention_2",
  fa2: "flash_attention_2",
  flex: "flex_attention",
  sdp: "sdpa",
};

const attention: Rule = ({ doc, error }) => {
  const word = textOf(doc, "attn_implementation");
  // A path of the hub names a kernel of its own.
  if (word === null || word.includes("/")) return [];
  if (attentions.includes(word)) return [];
  const meant = SHORT[word] ?? nearest(word, attentions);
  return [
    error(
      "attn_implementation",
      "axolotl.value-choice",
      `\`attn_implementation\` cannot be ${word}; Axolotl knows ${attentions.join(", ")}.`,
      didYouMean(meant) || "Choose one of them.",
      {
        params: { key: "attn_implementation", word, choices: attentions.join(", "), ...nearestParams(meant) },
        ...(meant && { fix: { value: meant } }),
      },
    ),
  ];
};

const learningRate: Rule = ({ doc, error, info }) => {
  const value = doc.get("learning_rate");
  if (typeof value === "string" && !NUMBER.test(value))
    return [
      error(
        "learning_rate",
        "axolotl.value-type",
        "`learning_rate` must be a number.",
        "Correct the value.",
        {
          params: { key: "learning_rate", wanted: "number" },
        },
      ),
    ];
  const raw = doc.text.split("\n")[(doc.lineOf("learning_rate") ?? 0) - 1] ?? "";
  const typed = /:\s*([+-]?\d+e[+-]?\d+)\s*(?:#.*)?$/i.exec(raw)?.[1];
  return typed === undefined
    ? []
    : [
        info(
          "learning_rate",
          "axolotl.exponent",
          `\`${typed}\` has no dot, so Axolotl's YAML reader takes it for text. Here it is turned into a number; elsewhere it is not.`,
          "Write it with a dot, such as 1.0e-4.",
          { params: { typed } },
        ),
      ];
};

export const valueRules: readonly Rule[] = [
  (subject) => subject.doc.keys.map((key) => judge(subject, key)).filter((found) => found !== null),
  ranges,
  words,
  attention,
  learningRate,
];
