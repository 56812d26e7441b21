// Owns joining several examples into one row, and whether they see each other there. Refuses to leave that to a default: in
// Axolotl it is decided by the attention that is named, in LLaMA-Factory by a key of its own.
import type { ConfigDocument } from "../../../contract/config-document.ts";
import { flagOf, textOf } from "../../engine-kit/values.ts";
import { added, carried, changed, has, type Move, type Rule, text } from "../rule.ts";
import { isPlainText } from "./plain-text.ts";
import { attentionOf } from "./precision.ts";

const APART = text("Several examples per row, none of which sees another.", "一行多个样本，互不可见。");
const APART_BY_NAME = text(
  "Several examples per row, none of which sees another: in Axolotl that takes an attention by name.",
  "一行多个样本，互不可见：Axolotl 需要写明注意力实现才能做到。",
);
const ONLY_HERE = text(
  "With this attention packed examples do not see each other in Axolotl; in LLaMA-Factory only with neat_packing.",
  "使用该注意力实现时，Axolotl 打包的样本互不可见；LLaMA-Factory 只有 neat_packing 才如此。",
);
const WHOLE = text(
  "Several examples per row, which see each other. Axolotl joins whole ones and fills the row up; LLaMA-Factory cuts plain text where a row is full. The rows are not the same.",
  "一行多个样本，彼此可见。Axolotl 拼接完整样本再补齐；LLaMA-Factory 对纯文本在行满处截断。因此各行并不相同。",
);
const JOINED = text(
  "Written out: LLaMA-Factory joins plain text into full rows unasked, and cuts it where a row is full; Axolotl joins whole pieces. The rows are not the same.",
  "写明：LLaMA-Factory 默认把纯文本拼满每行并在行满处截断；Axolotl 拼接完整的片段。因此各行并不相同。",
);
const NOT_JOINED = text(
  "Written out: LLaMA-Factory would join plain text into full rows; Axolotl does not unless told.",
  "写明：LLaMA-Factory 默认把纯文本拼满每行；Axolotl 不写则不拼接。",
);
const NO_NEAT = text(
  "LLaMA-Factory keeps examples apart only where answers are learned; plain text is joined and cut.",
  "LLaMA-Factory 仅在学习回答时让样本互不可见；纯文本会拼接并截断。",
);

const names = (doc: ConfigDocument, key: string): boolean => !["auto", null].includes(textOf(doc, key));

function toPacking(doc: ConfigDocument): Move[] {
  const isApart = names(doc, "flash_attn");
  const keys = ["neat_packing", "packing"].filter((key) => has(doc, key));
  if (flagOf(doc, "neat_packing"))
    return isApart
      ? [carried(keys, { sample_packing: true }, APART)]
      : [changed(keys, { sample_packing: true, attn_implementation: "sdpa" }, APART_BY_NAME)];
  if (flagOf(doc, "packing")) return [changed(keys, { sample_packing: true }, isApart ? ONLY_HERE : WHOLE)];
  if (has(doc, "packing")) return [carried(keys, { sample_packing: false })];
  return textOf(doc, "stage") === "pt" ? [added(["packing"], { sample_packing: true }, JOINED)] : [];
}

function fromPacking(doc: ConfigDocument): Move[] {
  const isText = isPlainText(doc);
  const key = "sample_packing";
  if (flagOf(doc, key)) {
    const isApart = ["sdpa", "eager", "flash_attention_2", "flash_attention_3", "flex_attention"].includes(
      attentionOf(doc)?.name ?? "",
    );
    if (isText) return [changed([key], { packing: true }, isApart ? NO_NEAT : WHOLE)];
    return isApart
      ? [carried([key], { neat_packing: true, packing: true }, APART)]
      : [changed([key], { packing: true }, WHOLE)];
  }
  if (has(doc, key)) return [carried([key], { packing: false })];
  return isText ? [added([key], { packing: false }, NOT_JOINED)] : [];
}

export const packing: Rule = {
  topic: "data",
  keys: [
    ["packing", "neat_packing"],
    ["sample_packing", "eval_sample_packing"],
  ],
  there: ({ doc }) => toPacking(doc),
  back: ({ doc }) => fromPacking(doc),
};
