// Owns the order in which examples are learned. With the same seed and the same list both engines draw the same examples for
// each step, as both seed the sampler alike; but for KTO, where Axolotl draws nothing. Refuses an order that is not followed.
import type { ConfigDocument } from "../../../contract/config-document.ts";
import { flagOf, textOf } from "../../engine-kit/values.ts";
import { added, carried, changed, has, lost, type Move, type Rule, text } from "../rule.ts";

/** Its trainers for answers follow an order that is asked for; those for pairs and rewards do not. */
const OWN_ORDER = text(
  "Axolotl follows this only where it learns answers; pairs and rewards are drawn by the seed.",
  "Axolotl 仅在学习回答时遵循此项；成对数据与奖励训练总是按种子抽取。",
);
const UNMIXED = text(
  "Axolotl also mixes the examples before training; without that both engines draw the same examples in the same order.",
  "Axolotl 训练前还会打乱样本；关掉后两个引擎按同样的顺序取同样的样本。",
);
const NOT_MIXED = text("LLaMA-Factory does not mix before training.", "LLaMA-Factory 训练前不打乱样本。");
const MIXED = text(
  "Axolotl mixes the examples before training, LLaMA-Factory does not: the same examples come in another order. Set shuffle_merged_datasets: false in the Axolotl config for the same order.",
  "Axolotl 训练前会打乱样本，LLaMA-Factory 不会：样本相同但顺序不同。若要顺序一致，请在 Axolotl 配置中写 shuffle_merged_datasets: false。",
);
const KTO_DRAWN = text(
  "For KTO Axolotl takes the examples as they lie, so they are mixed before; LLaMA-Factory draws them for each step. Not the same order: set disable_shuffling: true in LLaMA-Factory for the same.",
  "KTO 训练中 Axolotl 按现有顺序取样本，因此先打乱；LLaMA-Factory 每步按种子抽取。两者顺序不同：若要一致，请在 LLaMA-Factory 中写 disable_shuffling: true。",
);
const KTO_AS_THEY_LIE = text(
  "For KTO Axolotl takes the examples as they lie; LLaMA-Factory is told to do so.",
  "KTO 训练中 Axolotl 按现有顺序取样本；译文让 LLaMA-Factory 也如此。",
);

function toOrder(doc: ConfigDocument): Move[] {
  const strategy = textOf(doc, "train_sampling_strategy");
  const stage = textOf(doc, "stage") ?? "sft";
  const isInOrder = flagOf(doc, "disable_shuffling") || strategy === "sequential";
  const key = strategy === null ? "disable_shuffling" : "train_sampling_strategy";
  const unmixed = added([], { shuffle_merged_datasets: false }, UNMIXED);
  if (stage === "kto")
    return isInOrder
      ? [carried([key], { shuffle_merged_datasets: false }, KTO_AS_THEY_LIE)]
      : [changed([key], { shuffle_merged_datasets: true }, KTO_DRAWN)];
  if (isInOrder)
    return [
      ["dpo", "rm"].includes(stage) ? lost([key], OWN_ORDER) : carried([key], { curriculum_sampling: true }),
      unmixed,
    ];
  if (strategy === "group_by_length")
    return [stage === "dpo" ? lost([key], OWN_ORDER) : carried([key], { group_by_length: true }), unmixed];
  return [unmixed];
}

function fromOrder(doc: ConfigDocument): Move[] {
  const key = "shuffle_merged_datasets";
  const isUnmixed = doc.get(key) === false;
  const draws = has(doc, "rl") || flagOf(doc, "reward_model");
  const asked = (["curriculum_sampling", "group_by_length"] as const).filter((name) => flagOf(doc, name));
  if (textOf(doc, "rl") === "kto")
    return [
      ...asked.map((name) => carried([name], {}, OWN_ORDER)),
      isUnmixed
        ? carried([key], { disable_shuffling: true }, KTO_AS_THEY_LIE)
        : changed([key], {}, KTO_DRAWN),
    ];
  const rows = asked.map((name) => {
    if (name === "group_by_length" && !has(doc, "rl"))
      return carried([name], { train_sampling_strategy: "group_by_length" });
    return draws ? carried([name], {}, OWN_ORDER) : carried([name], { disable_shuffling: true });
  });
  if (flagOf(doc, "curriculum_sampling") && !draws) return rows;
  return [...rows, isUnmixed ? carried([key], {}, NOT_MIXED) : changed([key], {}, MIXED)];
}

export const order: Rule = {
  topic: "training",
  keys: [
    ["disable_shuffling", "train_sampling_strategy"],
    ["curriculum_sampling", "shuffle_merged_datasets", "group_by_length"],
  ],
  there: ({ doc }) => toOrder(doc),
  back: ({ doc }) => fromOrder(doc),
};
