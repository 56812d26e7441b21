// Owns what is trained for: answers, plain text, preferences, rewards. Refuses to make one objective out of another.
import type { ConfigDocument, ConfigValue } from "../../../contract/config-document.ts";
import { flagOf, listOf, numberOf, textOf } from "../../engine-kit/values.ts";
import {
  added,
  carried,
  changed,
  type Direction,
  has,
  impossible,
  lost,
  type Move,
  type Rule,
  text,
  unlike,
} from "../rule.ts";
import { NAMES, pair } from "./names.ts";
import { BETTER_ANSWER, DRIFT, NOT_HANDED_ON, ORPO, PLAIN_TEXT, SCORES, STREAM } from "./objective-words.ts";
import { isPlainText } from "./plain-text.ts";

const [LF, AX] = NAMES;
/** What is beside rl: dpo the same loss under another name. */
const LOSSES: Readonly<Record<string, string>> = { hinge: "hinge", ipo: "ipo" };

const toObjective: Direction = ({ doc }) => {
  const stage = textOf(doc, "stage") ?? "sft";
  if (stage === "sft")
    return has(doc, "stage")
      ? [
          carried(
            ["stage"],
            {},
            text("Axolotl's own when no `rl` is named.", "不写 `rl` 时 Axolotl 即为监督微调。"),
          ),
        ]
      : [];
  if (stage === "pt") return [changed(["stage"], {}, PLAIN_TEXT)];
  if (stage === "rm") return [changed(["stage"], { reward_model: true }, SCORES)];
  if (stage === "kto") return [...kto(doc)];
  if (stage === "dpo") return preference(doc);
  return [
    impossible(
      ["stage"],
      text(
        "Axolotl has no PPO; GRPO is its way to learn from rewards.",
        "Axolotl 没有 PPO；可用 GRPO 从奖励中学习。",
      ),
    ),
  ];
};

const UNUSED = text("Axolotl needs the columns of the answers.", "Axolotl 需要保留回答的列。");

function kto(doc: ConfigDocument): Move[] {
  return [
    changed(["stage"], { rl: "kto" }, DRIFT),
    beta(doc, "rl_beta"),
    added([], { remove_unused_columns: false }, UNUSED),
  ];
}

function beta(doc: ConfigDocument, key: string): Move {
  const value = numberOf(doc, "pref_beta");
  return value === null
    ? added(["pref_beta"], { [key]: 0.1 }, unlike(LF, 0.1, AX, undefined))
    : carried(["pref_beta"], { [key]: value });
}

function preference(doc: ConfigDocument): Move[] {
  const loss = textOf(doc, "pref_loss") ?? "sigmoid";
  const from = ["stage", ...(has(doc, "pref_loss") ? ["pref_loss"] : [])];
  if (loss === "sigmoid") return [carried(from, { rl: "dpo", ...withAnswers(doc) }), beta(doc, "rl_beta")];
  if (loss === "orpo") return [changed(from, { rl: "orpo" }, ORPO), beta(doc, "orpo_alpha")];
  if (loss === "simpo") {
    const gamma = numberOf(doc, "simpo_gamma");
    const why = text("Written out: LLaMA-Factory takes 0.5.", "写明：LLaMA-Factory 取 0.5。");
    const pure = text(
      "Written out: Axolotl would add the loss of the better answer; LLaMA-Factory does not.",
      "写明：Axolotl 会加上较优回答的损失，LLaMA-Factory 不会。",
    );
    return [
      carried(from, { rl: "simpo" }),
      beta(doc, "rl_beta"),
      gamma === null
        ? added(["simpo_gamma"], { simpo_gamma: 0.5 }, why)
        : carried(["simpo_gamma"], { simpo_gamma: gamma }),
      added([], { cpo_alpha: 0 }, pure),
    ];
  }
  const named = LOSSES[loss];
  if (named)
    return [changed(from, { rl: "dpo", dpo_loss_type: [named] }, NOT_HANDED_ON), beta(doc, "rl_beta")];
  const none = text(
    `Axolotl has no loss ${loss}; plain DPO is written instead.`,
    `Axolotl 没有 ${loss} 损失，改写为普通 DPO。`,
  );
  return [changed(from, { rl: "dpo" }, none), beta(doc, "rl_beta")];
}

/** The better answer is learned as well, beside the comparison. */
function withAnswers(doc: ConfigDocument): Record<string, ConfigValue> {
  const weight = numberOf(doc, "pref_ftx") ?? 0;
  return weight > 0 ? { dpo_loss_type: ["sigmoid", "sft"], dpo_loss_weights: [1, weight] } : {};
}

const fromObjective: Direction = ({ doc }) => {
  if (flagOf(doc, "reward_model")) return [changed(["reward_model"], { stage: "rm" }, SCORES)];
  if (flagOf(doc, "process_reward_model"))
    return [
      impossible(
        ["process_reward_model"],
        text(
          "LLaMA-Factory rewards whole answers, not their steps.",
          "LLaMA-Factory 只对整个回答打分，不对步骤打分。",
        ),
      ),
    ];
  const rl = textOf(doc, "rl");
  if (rl === null) return [withoutRl(doc)];
  const named = betaOf(doc);
  if (rl === "kto") return [changed(["rl"], { stage: "kto" }, DRIFT), named];
  if (rl === "orpo") return [changed(["rl"], { stage: "dpo", pref_loss: "orpo" }, ORPO), named];
  if (rl === "ipo") return [changed(["rl"], { stage: "dpo", pref_loss: "ipo" }, NOT_HANDED_ON), named];
  if (rl === "simpo") return [...simpo(doc), named];
  if (rl === "dpo") return [dpo(doc), named];
  return [
    impossible(
      ["rl"],
      text(
        "LLaMA-Factory has no such training: it knows DPO, KTO, ORPO, SimPO and PPO.",
        "LLaMA-Factory 没有这种训练：只有 DPO、KTO、ORPO、SimPO 和 PPO。",
      ),
    ),
  ];
};

function withoutRl(doc: ConfigDocument): Move {
  if (has(doc, "pretraining_dataset")) return changed(["pretraining_dataset"], { stage: "pt" }, STREAM);
  if (isPlainText(doc)) return changed(["datasets"], { stage: "pt" }, PLAIN_TEXT);
  return added(
    [],
    { stage: "sft" },
    text("Axolotl's own when no `rl` is named.", "不写 `rl` 时 Axolotl 即为监督微调。"),
  );
}

function betaOf(doc: ConfigDocument): Move {
  const key = ["rl_beta", "dpo_beta", "orpo_alpha"].find((name) => has(doc, name));
  return key
    ? carried([key], { pref_beta: numberOf(doc, key) })
    : added(["rl_beta"], { pref_beta: 0.1 }, text("Written out: both take 0.1.", "写明：两者都取 0.1。"));
}

function simpo(doc: ConfigDocument): Move[] {
  const gamma = has(doc, "simpo_gamma")
    ? [carried(["simpo_gamma"], { simpo_gamma: numberOf(doc, "simpo_gamma") })]
    : [];
  const alpha = numberOf(doc, "cpo_alpha") ?? 1;
  const more = text(
    "Axolotl adds the loss of the better answer; LLaMA-Factory's SimPO does not. Set cpo_alpha: 0 for the same.",
    "Axolotl 会加上较优回答的损失，LLaMA-Factory 的 SimPO 不会。写 cpo_alpha: 0 即可一致。",
  );
  return [
    carried(["rl"], { stage: "dpo", pref_loss: "simpo" }),
    ...gamma,
    alpha === 0 ? carried(["cpo_alpha"], {}) : lost(["cpo_alpha"], more),
  ];
}

function dpo(doc: ConfigDocument): Move {
  const [kind = "sigmoid", ...more] = listOf(doc, "dpo_loss_type");
  const weights = doc.get("dpo_loss_weights");
  const [first, second] = Array.isArray(weights) ? weights : [1, 1];
  if (kind === "sigmoid" && more.join() === "sft" && first === 1 && typeof second === "number")
    return changed(
      ["rl", "dpo_loss_type", ...(has(doc, "dpo_loss_weights") ? ["dpo_loss_weights"] : [])],
      { stage: "dpo", pref_loss: "sigmoid", pref_ftx: second },
      BETTER_ANSWER,
    );
  const from = ["rl", ...(has(doc, "dpo_loss_type") ? ["dpo_loss_type"] : [])];
  const set: Record<string, ConfigValue> = {
    stage: "dpo",
    pref_loss: kind === "sigmoid" || kind in LOSSES ? kind : "sigmoid",
  };
  if (more.length === 0 && kind === "sigmoid") return carried(from, set);
  if (more.length === 0 && kind in LOSSES) return changed(from, set, NOT_HANDED_ON);
  return changed(
    from,
    set,
    text(
      "LLaMA-Factory has one loss at a time: sigmoid, hinge, ipo, orpo or simpo.",
      "LLaMA-Factory 一次只用一种损失：sigmoid、hinge、ipo、orpo 或 simpo。",
    ),
  );
}

const objective: Rule = {
  topic: "preference",
  keys: [
    ["stage", "pref_beta", "pref_loss", "simpo_gamma"],
    [
      "rl",
      "rl_beta",
      "dpo_beta",
      "orpo_alpha",
      "reward_model",
      "process_reward_model",
      "dpo_loss_type",
      "dpo_loss_weights",
      "simpo_gamma",
      "cpo_alpha",
    ],
  ],
  there: toObjective,
  back: fromObjective,
};

/** Supervised learning on the better answer beside the preference. */
const ftx: Rule = {
  topic: "preference",
  keys: [["pref_ftx"], ["rpo_alpha"]],
  there: ({ doc }) => {
    if ((numberOf(doc, "pref_ftx") ?? 0) <= 0) return [];
    const isPlain = textOf(doc, "stage") === "dpo" && (textOf(doc, "pref_loss") ?? "sigmoid") === "sigmoid";
    return isPlain
      ? [changed(["pref_ftx"], withAnswers(doc), BETTER_ANSWER)]
      : [
          lost(
            ["pref_ftx"],
            text("Axolotl has this only beside plain DPO.", "Axolotl 只在普通 DPO 中支持此项。"),
          ),
        ];
  },
  back: ({ doc }) =>
    has(doc, "rpo_alpha")
      ? [
          changed(
            ["rpo_alpha"],
            { pref_ftx: numberOf(doc, "rpo_alpha") },
            text(
              "Weighed per example in one engine and per token in the other.",
              "一个按样本加权，另一个按 token 加权。",
            ),
          ),
        ]
      : [],
};

export const preferenceRules: readonly Rule[] = [
  objective,
  pair("preference", "dpo_label_smoothing", "dpo_label_smoothing"),
  pair("preference", "kto_chosen_weight", "kto_desirable_weight"),
  pair("preference", "kto_rejected_weight", "kto_undesirable_weight"),
  ftx,
];
