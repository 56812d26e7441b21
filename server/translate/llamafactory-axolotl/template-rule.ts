// Owns which chat template the other engine writes the examples with, and what of it is learned. Refuses to call a template
// carried where the training does not use it: for KTO Axolotl writes ChatML or Llama 3 itself.
import type { ConfigDocument } from "../../../contract/config-document.ts";
import { textOf } from "../../engine-kit/values.ts";
import { carried, changed, has, lost, type Move, type Rule, text } from "../rule.ts";
import {
  LINE_END_COUNTED,
  LINE_END_LEARNED,
  MODEL_TEMPLATE,
  NO_TEMPLATE,
  OWN_OF_MODEL,
  OWN_TEMPLATE,
  TEMPLATE_PAIRS,
  type TemplatePair,
} from "./templates.ts";

const CHATML = "chatml.argilla_chat";
const LLAMA3 = "llama3.argilla_chat";
/** These write what the KTO types of Axolotl write. */
const AS_KTO: Readonly<Record<string, string>> = { chatml: CHATML, qwen3_nothink: CHATML, llama3: LLAMA3 };

/** Axolotl's type for the rows of KTO, which is all that decides how they are written. */
export const ktoType = (template: string | null): string =>
  template?.startsWith("llama3") ? LLAMA3 : CHATML;

const KTO_WORDS = text(
  "For KTO Axolotl writes ChatML (or Llama 3) itself, whatever the chat template, and no system message where a conversation has none. Other words than with this template: train with chatml or llama3 on both sides for the same.",
  "KTO 训练中 Axolotl 总是自行写成 ChatML（或 Llama 3），与对话模板无关；对话没有系统消息时也不添加。因此与该模板写出的文字不同；若要一致，两边请用 chatml 或 llama3。",
);
const KTO_TEMPLATE = text(
  "For KTO Axolotl writes this itself, whatever the chat template; LLaMA-Factory is told to do the same.",
  "KTO 训练中 Axolotl 总是自行写成这种格式，与对话模板无关；译文让 LLaMA-Factory 写得相同。",
);

/** The mean per token changes with each token more; a sum hardly does with one that is easy to guess. */
const MEANS = ["ipo", "simpo"];

function lineEnd(doc: ConfigDocument, key: string, { learnsLineEnd }: TemplatePair): Move[] {
  const loss = textOf(doc, "pref_loss") ?? textOf(doc, "rl") ?? "";
  // Said with the loss itself, or of the layer that scores.
  if (!learnsLineEnd || loss === "orpo" || has(doc, "reward_model") || textOf(doc, "stage") === "rm")
    return [];
  const isPreference = has(doc, "rl") || ["dpo", "kto"].includes(textOf(doc, "stage") ?? "");
  const isSum = isPreference && !MEANS.includes(loss);
  return [changed([key], {}, isSum ? LINE_END_COUNTED : LINE_END_LEARNED)];
}

export const template: Rule = {
  topic: "data",
  keys: [["template"], ["chat_template", "chat_template_jinja"]],
  there: ({ doc }) => {
    const name = textOf(doc, "template");
    const own = { chat_template: "tokenizer_default" };
    if (name === null)
      return [
        changed(
          ["template"],
          own,
          text("Neither names a template: the model's own is taken.", "两边都未指定模板，使用模型自带的。"),
        ),
      ];
    const found = TEMPLATE_PAIRS.find(({ first }) => first === name);
    const set = found ? { chat_template: found.second } : own;
    const ends = found ? lineEnd(doc, "template", found) : [];
    if (textOf(doc, "stage") === "kto")
      return [
        AS_KTO[name] === ktoType(name) ? carried(["template"], set) : changed(["template"], set, KTO_WORDS),
        ...ends,
      ];
    if (!found) return [changed(["template"], own, OWN_TEMPLATE)];
    return [
      found.isSame ? carried(["template"], set) : changed(["template"], set, found.why ?? OWN_TEMPLATE),
      ...ends,
    ];
  },
  back: ({ doc, modelTemplate }) => {
    if (textOf(doc, "rl") === "kto") return forKto(doc);
    const name = textOf(doc, "chat_template");
    if (name === null || name.startsWith("tokenizer_default"))
      return modelTemplate === undefined
        ? [changed(["chat_template"], {}, MODEL_TEMPLATE)]
        : [changed(["chat_template"], { template: modelTemplate }, OWN_OF_MODEL)];
    const found = TEMPLATE_PAIRS.find(({ second }) => second === name);
    if (!found) return [lost(said(doc), NO_TEMPLATE)];
    const set = { template: found.first };
    const move = found.isSame
      ? carried(["chat_template"], set)
      : changed(["chat_template"], set, found.why ?? NO_TEMPLATE);
    return [move, ...lineEnd(doc, "chat_template", found)];
  },
};

const said = (doc: ConfigDocument): string[] => [
  "chat_template",
  ...(has(doc, "chat_template_jinja") ? ["chat_template_jinja"] : []),
];

function forKto(doc: ConfigDocument): Move[] {
  const types = JSON.stringify(doc.get("datasets") ?? []);
  const name = types.includes('"llama3.') ? "llama3" : "chatml";
  const found = TEMPLATE_PAIRS.find(({ first }) => first === name);
  return [
    changed(said(doc), { template: name }, KTO_TEMPLATE),
    ...(found ? lineEnd(doc, "chat_template", found) : []),
  ];
}
