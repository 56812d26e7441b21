// Owns what is said where both engines train for the same thing and do not compute it alike; each was seen in trainings by
// both (docs/decisions/014). Refuses rules.
import { text } from "../rule.ts";

export const PLAIN_TEXT = text(
  "The dataset's type says it in Axolotl (completion). A text longer than the length becomes several rows there; LLaMA-Factory drops its rest unless it packs. LLaMA-Factory's mean counts the first token of each row too, which nothing foretells, so its losses read a little lower.",
  "Axolotl 用数据集的 type（completion）表示。超长文本在 Axolotl 中切成多行；在 LLaMA-Factory 中若不打包则丢弃超出部分。LLaMA-Factory 求平均时还计入每行第一个 token（无从预测），因此其损失读数略低。",
);
export const STREAM = text(
  "Plain text: LLaMA-Factory reads the whole dataset, not a stream.",
  "纯文本：LLaMA-Factory 读取整个数据集而不是流式。",
);
export const SCORES = text(
  "The layer that scores is new in both and begins at random numbers: losses start near 0.69, but not alike. Axolotl keeps it in the adapter, LLaMA-Factory in a file of its own.",
  "打分层在两边都是新建的，从随机数开始：损失都从 0.69 附近起步，但并不相同。Axolotl 把它存在适配器中，LLaMA-Factory 存在单独的文件中。",
);
export const DRIFT = text(
  "The same loss. How far the model has drifted is estimated on questions with other answers, which the engines mix differently: equal at first, not for long.",
  "损失相同。偏移程度由错配的问答估计，而两个引擎错配的方式不同：起步相同，随后略有差异。",
);
export const NOT_HANDED_ON = text(
  "LLaMA-Factory 0.9.5 trains sigmoid whatever is named here (for ipo over the mean per token); Axolotl trains the loss that is named. Choose sigmoid on both sides for the same.",
  "LLaMA-Factory 0.9.5 无论写什么都训练 sigmoid（写 ipo 时按 token 平均）；Axolotl 训练所写的损失。若要一致，两边请用 sigmoid。",
);
export const BETTER_ANSWER = text(
  "The better answer is learned as well, as strongly; LLaMA-Factory weighs each answer alike, Axolotl each token.",
  "同时学习较优回答，强度相同；LLaMA-Factory 按回答平均，Axolotl 按 token 平均。",
);
export const ORPO = text(
  "Not the same loss: beside the comparison LLaMA-Factory learns the better answer only, each answer weighing alike; Axolotl learns the question as well, each token weighing alike, and an end token after the line end. Its losses read much higher.",
  "损失不同：除比较项外，LLaMA-Factory 只学习较优回答，每个回答权重相同；Axolotl 还会学习问题，按 token 平均，并在换行后再加一个结束符。因此其损失读数高得多。",
);
