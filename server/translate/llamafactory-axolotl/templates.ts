// Owns which chat template of one engine stands for which of the other. `same`: both wrote the same text for a conversation
// of two turns, with and without a system message (tried with the pinned engines). Refuses to call the rest the same.
import type { LocalText } from "../../../contract/text.ts";
import { text } from "../rule.ts";

/** `learnsLineEnd`: LLaMA-Factory's template puts a line end into the answer, which is then learned. */
export type TemplatePair = {
  first: string;
  second: string;
  isSame: boolean;
  learnsLineEnd: boolean;
  why?: LocalText;
};

const LINE_END = /^(?:chatml|qwen|yi|smollm|phi4|falcon_h1|gemma|exaone)/;

const same = (first: string, second: string): TemplatePair => ({
  first,
  second,
  isSame: true,
  learnsLineEnd: LINE_END.test(first),
});
const near = (first: string, second: string, why: LocalText): TemplatePair => ({
  first,
  second,
  isSame: false,
  learnsLineEnd: LINE_END.test(first),
  why,
});

const SYSTEM = text(
  "LLaMA-Factory writes a system message before the first question, Axolotl in a place of its own.",
  "两个引擎书写系统消息的位置不同。",
);
const SPACES = text(
  "They differ in blanks around the turns; compare the texts below.",
  "两者在轮次前后的空白不同，请对照下方文本。",
);
const THINKING = text(
  "LLaMA-Factory writes an empty thought before an answer without one; the place may differ. Compare the texts below.",
  "LLaMA-Factory 会在没有思考的回答前写入空思考，位置可能不同。请对照下方文本。",
);
const OWN_SYSTEM = text(
  "Axolotl's template adds a system message where a conversation has none; LLaMA-Factory's does not.",
  "对话没有系统消息时，Axolotl 的模板会添加一条；LLaMA-Factory 的不会。",
);
const WORDS = text(
  "The same model family, not letter for letter the same text. Compare the texts below.",
  "同一模型家族，但文本不完全相同。请对照下方文本。",
);

/** Of several for one name, the first counts. */
export const TEMPLATE_PAIRS: readonly TemplatePair[] = [
  same("chatml", "chatml"),
  same("qwen", "qwen_25"),
  same("qwen3_nothink", "chatml"),
  same("yi", "chatml"),
  same("smollm", "chatml"),
  same("llama3", "llama3"),
  same("llama4", "llama4"),
  same("phi", "phi_35"),
  same("phi_small", "phi_35"),
  same("falcon_h1", "falcon_h1"),
  same("qwen2_vl", "qwen2_vl"),
  same("gemma3", "gemma3"),
  same("gemma", "gemma3"),
  same("gemma2", "gemma3"),
  same("gemma3n", "gemma3n"),
  near("qwen3_vl", "qwen2_vl", OWN_SYSTEM),
  near("qwen3_vl_nothink", "qwen2_vl", OWN_SYSTEM),
  near("qwen3", "qwen3", THINKING),
  near("qwen3_5", "qwen3_5", THINKING),
  near("gemma4", "gemma4", THINKING),
  near("mllama", "llama3_2_vision", WORDS),
  near("gemma", "gemma", SYSTEM),
  near("mistral", "mistral_v2v3", SPACES),
  near("ministral", "mistral_v3_tekken", SYSTEM),
  near("mistral_small", "mistral_v7_tekken", SPACES),
  near("pixtral", "pixtral", SYSTEM),
  near("llava", "llava", WORDS),
  near("deepseek3", "deepseek_v3", WORDS),
  near("deepseek", "deepseek_v2", WORDS),
  near("cohere", "cohere", WORDS),
  near("exaone", "exaone", WORDS),
  near("alpaca", "alpaca", WORDS),
  near("phi4", "tokenizer_default", WORDS),
];

export const OWN_TEMPLATE = text(
  "Axolotl has no such template; the one that comes with the model is written instead. Compare the texts below.",
  "Axolotl 没有这个模板，改用模型自带的模板。请对照下方文本。",
);
export const MODEL_TEMPLATE = text(
  "Without the key LLaMA-Factory reads the parts of its template out of the model's own.",
  "不写时 LLaMA-Factory 会从模型自带的模板中解析出各部分。",
);
export const OWN_OF_MODEL = text(
  "LLaMA-Factory's own template for this model, in place of the one that comes with it. Compare the texts below.",
  "LLaMA-Factory 为该模型准备的模板，代替模型自带的模板。请对照下方文本。",
);
export const NO_TEMPLATE = text(
  "LLaMA-Factory has no such template; the model's own is read. Compare the texts below.",
  "LLaMA-Factory 没有这个模板，改读模型自带的模板。请对照下方文本。",
);
export const LINE_END_LEARNED = text(
  "LLaMA-Factory also learns the line end after an answer, which is easy to guess; Axolotl stops at the end of the turn. Over the same examples Axolotl's losses read a little higher, by one token per answer.",
  "LLaMA-Factory 还会学习回答后的换行（很容易猜中）；Axolotl 在轮次结束处停止。同样的样本上，Axolotl 的损失读数会略高，相当于每个回答少一个 token。",
);
export const LINE_END_COUNTED = text(
  "LLaMA-Factory counts the line end after an answer too, which is easy to guess: log-probabilities differ by next to nothing.",
  "LLaMA-Factory 还计入回答后的换行（很容易猜中）：对数概率几乎没有差别。",
);
