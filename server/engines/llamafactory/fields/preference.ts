// Owns the fields of learning from preferences: DPO with its kin, and KTO.
import type { FieldSpec } from "../../../../contract/engine.ts";
import { fieldsOf, only, text } from "../../../engine-kit/form-field.ts";

const ofBoth = only("stage", "dpo", "kto");
const ofDpo = only("stage", "dpo");
const both = fieldsOf("preference", { when: ofBoth });
const more = fieldsOf("preference", { when: ofBoth, advanced: true });
const dpo = fieldsOf("preference", { when: ofDpo });
const moreDpo = fieldsOf("preference", { when: ofDpo, advanced: true });
const kto = fieldsOf("preference", { when: only("stage", "kto") });

export const preferenceFields: readonly FieldSpec[] = [
  dpo.choice("pref_loss", "sigmoid", {
    label: text("Loss", "损失函数"),
    help: text(
      "How better and worse answers are set against each other. ORPO and SimPO need no reference model, which saves memory.",
      "如何对比较好与较差的回答。ORPO 与 SimPO 不需要参考模型，可节省显存。",
    ),
    options: [
      ["sigmoid", "DPO (sigmoid)", "DPO（sigmoid）"],
      ["hinge", "Hinge", "Hinge"],
      ["ipo", "IPO: less overconfident", "IPO：更不易过度自信"],
      ["kto_pair", "KTO on pairs", "成对 KTO"],
      ["orpo", "ORPO: no reference model", "ORPO：无需参考模型"],
      ["simpo", "SimPO: no reference model", "SimPO：无需参考模型"],
    ],
  }),
  both.decimal("pref_beta", 0.1, {
    label: text("Beta", "Beta"),
    help: text(
      "How far the model may move away from where it started: small lets it go further. 0.1 is usual; SimPO wants 2 and more.",
      "允许模型偏离起点的程度，越小偏离越大。常用 0.1，SimPO 一般取 2 以上。",
    ),
    min: 0,
  }),
  dpo.decimal("simpo_gamma", 0.5, {
    label: text("SimPO margin", "SimPO 间隔"),
    help: text(
      "How much better the better answer has to be before the loss is content.",
      "较好的回答需领先多少，损失才算满足。",
    ),
    when: only("pref_loss", "simpo"),
  }),
  both.decimal("pref_ftx", 0, {
    label: text("Fine-tuning share", "微调损失系数"),
    help: text(
      "Adds the ordinary fine-tuning loss on the better answer, times this. Keeps the model from forgetting how to write.",
      "额外加入对较好回答的普通微调损失，乘以该系数，避免模型忘记如何表达。",
    ),
    min: 0,
  }),
  moreDpo.decimal("pref_bco_weight", 0, {
    label: text("BCO weight", "BCO 系数"),
    help: text(
      "Mixes in a classifier's loss between good and bad answers. Usually 0.",
      "混入区分好坏回答的分类损失，通常为 0。",
    ),
    min: 0,
  }),
  moreDpo.decimal("dpo_label_smoothing", 0, {
    label: text("Label smoothing", "标签平滑"),
    help: text(
      "The share of pairs that may be the wrong way round. Only with the sigmoid loss; 0 to 0.5.",
      "可能标反的样本对所占比例。仅用于 sigmoid 损失，取 0 到 0.5。",
    ),
    min: 0,
    max: 0.5,
    when: only("pref_loss", "sigmoid"),
  }),
  moreDpo.decimal("ld_alpha", null, {
    label: text("Length correction", "长度修正"),
    help: text(
      "Counts the tokens by which one answer is longer with this weight, against a taste for length. 0 to 1; empty switches it off.",
      "对较长回答多出的 token 按此权重计算，避免偏好长回答。取 0 到 1，留空关闭。",
    ),
    min: 0,
    max: 1,
  }),
  kto.decimal("kto_chosen_weight", 1, {
    label: text("Weight of good answers", "好评权重"),
    help: text("Raise it when good answers are rare in the data.", "数据中好评较少时调大。"),
    min: 0,
  }),
  kto.decimal("kto_rejected_weight", 1, {
    label: text("Weight of bad answers", "差评权重"),
    help: text("Raise it when bad answers are rare in the data.", "数据中差评较少时调大。"),
    min: 0,
  }),
  more.line("ref_model", null, {
    label: text("Reference model", "参考模型"),
    help: text(
      "What the model is compared with. Empty: the model itself as it was, which with LoRA costs nothing.",
      "作为对比的模型。留空则为训练前的模型自身，使用 LoRA 时没有额外开销。",
    ),
  }),
  more.line("ref_model_adapters", null, {
    label: text("Its adapters", "参考模型的适配器"),
    help: text(
      "Adapters that belong to the reference model, with commas between.",
      "参考模型使用的适配器，用逗号分隔。",
    ),
  }),
  more.choice("ref_model_quantization_bit", null, {
    label: text("Its quantization", "参考模型的量化"),
    help: text(
      "Loads the reference model in fewer bits to save memory.",
      "以更少的位数加载参考模型，节省显存。",
    ),
    open: true,
    options: [
      ["8", "8 bits", "8 位"],
      ["4", "4 bits", "4 位"],
    ],
  }),
];
