// Owns the fields of the optimizers that save memory in full training, and of the losses beside the usual one.
import type { FieldSpec } from "../../../../contract/engine.ts";
import { fieldsOf, only, text } from "../../../engine-kit/form-field.ts";

const saver = fieldsOf("optimizers", { advanced: true });
const galore = fieldsOf("optimizers", { advanced: true, when: only("use_galore", true) });
const apollo = fieldsOf("optimizers", { advanced: true, when: only("use_apollo", true) });
const badam = fieldsOf("optimizers", { advanced: true, when: only("use_badam", true) });
const loss = fieldsOf("loss", { advanced: true });
const steps = text("steps", "步");

/** GaLore and APOLLO have the same dials. */
const lowRank = (make: typeof galore, name: "galore" | "apollo", scale: number): FieldSpec[] => [
  make.integer(`${name}_rank`, 16, {
    label: text("Rank", "秩 (rank)"),
    help: text(
      "Size of the space that gradients are projected into. Higher is more exact and takes more memory.",
      "梯度投影空间的大小，越大越精确，显存占用也越高。",
    ),
    min: 1,
  }),
  make.integer(`${name}_update_interval`, 200, {
    label: text("New projection every", "投影更新间隔"),
    help: text("Steps after which the projection is computed anew.", "每隔多少步重新计算投影。"),
    min: 1,
    unit: steps,
  }),
  make.decimal(`${name}_scale`, scale, {
    label: text("Scale", "缩放系数"),
    help: text("How strongly the projected gradients count.", "投影后梯度的影响强度。"),
    min: 0,
    minExclusive: true,
  }),
  make.line(`${name}_target`, "all", {
    label: text("Target layers", "作用层"),
    help: text(
      "Which layers are projected: `all` linear layers, or names with commas between.",
      "对哪些层做投影：all 表示全部线性层，也可用逗号分隔层名。",
    ),
    placeholder: "all",
  }),
  make.flag(`${name}_layerwise`, false, {
    label: text("Layer by layer", "逐层更新"),
    help: text(
      "Updates one layer at a time: still less memory. One GPU, no accumulation.",
      "一次只更新一层，显存更少。仅限单卡且不做梯度累积。",
    ),
  }),
];

export const optimizerFields: readonly FieldSpec[] = [
  saver.flag("use_galore", false, {
    label: text("GaLore", "GaLore"),
    help: text(
      "Full training with gradients in a small space: memory near LoRA's, all weights learn. Needs galore-torch; not with LoRA or DeepSpeed.",
      "把梯度投影到小空间的全参数训练：显存接近 LoRA，全部权重都学习。需要 galore-torch，不能与 LoRA 或 DeepSpeed 同用。",
    ),
  }),
  ...lowRank(galore, "galore", 2),
  galore.choice("galore_proj_type", "std", {
    label: text("Projection", "投影方式"),
    help: text("Which side of a gradient is projected.", "投影梯度的哪一侧。"),
    options: [
      ["std", "By shape", "按形状"],
      ["reverse_std", "By shape, reversed", "按形状反向"],
      ["right", "Right", "右侧"],
      ["left", "Left", "左侧"],
      ["full", "Both", "两侧"],
    ],
  }),
  saver.flag("use_apollo", false, {
    label: text("APOLLO", "APOLLO"),
    help: text(
      "Like GaLore with cheaper projections: full training with little memory. Needs apollo-torch; not with LoRA or DeepSpeed.",
      "与 GaLore 类似但投影更省：以少量显存做全参数训练。需要 apollo-torch，不能与 LoRA 或 DeepSpeed 同用。",
    ),
  }),
  ...lowRank(apollo, "apollo", 32),
  apollo.choice("apollo_proj", "random", {
    label: text("Projection", "投影方式"),
    help: text("Random is fast; SVD is exact and slow.", "随机投影快，SVD 精确但慢。"),
    options: [
      ["random", "Random", "随机"],
      ["svd", "SVD", "SVD"],
    ],
  }),
  apollo.choice("apollo_scale_type", "channel", {
    label: text("Scaling", "缩放粒度"),
    help: text(
      "Per channel, or one for the whole tensor (APOLLO-Mini, with rank 1).",
      "按通道，或整个张量共用一个（APOLLO-Mini，秩为 1）。",
    ),
    options: [
      ["channel", "Per channel", "按通道"],
      ["tensor", "Per tensor", "按张量"],
    ],
  }),
  saver.flag("use_badam", false, {
    label: text("BAdam", "BAdam"),
    help: text(
      "Full training of one block of layers at a time. Needs badam; on several GPUs only with ZeRO-3.",
      "每次只训练一块层的全参数训练。需要 badam，多卡时仅支持 ZeRO-3。",
    ),
  }),
  badam.choice("badam_mode", "layer", {
    label: text("Unit", "更新单位"),
    help: text("Whole layers in turn, or a share of all weights.", "逐层轮换，或更新一定比例的权重。"),
    options: [
      ["layer", "Layers", "层"],
      ["ratio", "A share of the weights", "按比例"],
    ],
  }),
  badam.choice("badam_switch_mode", "ascending", {
    label: text("Order", "切换顺序"),
    help: text("Which block comes next.", "下一块如何选取。"),
    options: [
      ["ascending", "First to last", "从前到后"],
      ["descending", "Last to first", "从后到前"],
      ["random", "At random", "随机"],
      ["fixed", "Always the same", "固定不变"],
    ],
    when: only("badam_mode", "layer"),
  }),
  badam.integer("badam_switch_interval", 50, {
    label: text("Next block every", "切换间隔"),
    help: text("Steps on one block; -1 never changes it.", "每块训练的步数，-1 表示不切换。"),
    min: -1,
    unit: steps,
    when: only("badam_mode", "layer"),
  }),
  badam.decimal("badam_update_ratio", 0.05, {
    label: text("Share", "更新比例"),
    help: text("The share of the weights that learns.", "参与学习的权重比例。"),
    min: 0,
    max: 1,
    minExclusive: true,
    when: only("badam_mode", "ratio"),
  }),
  saver.flag("use_adam_mini", false, {
    label: text("Adam-mini", "Adam-mini"),
    help: text(
      "Adam with one learning rate per block: about half the optimizer's memory. Needs adam-mini.",
      "每块共用一个学习率的 Adam，优化器显存约减半。需要 adam-mini。",
    ),
  }),
  saver.flag("use_muon", false, {
    label: text("Muon", "Muon"),
    help: text(
      "Keeps the updates of matrices at right angles to each other. Often fewer steps in full training.",
      "让矩阵的更新保持正交，全参数训练往往需要更少的步数。",
    ),
  }),

  loss.decimal("neftune_noise_alpha", null, {
    label: text("NEFTune noise", "NEFTune 噪声"),
    help: text(
      "Adds noise to the embeddings while training; can make answers better. 5 to 15 is usual, empty switches it off.",
      "训练时给词嵌入加噪声，可能改善回答。常用 5 到 15，留空关闭。",
    ),
    min: 0,
  }),
  loss.decimal("label_smoothing_factor", 0, {
    label: text("Label smoothing", "标签平滑"),
    help: text("Keeps the model from being too sure of itself. 0 to 0.2.", "避免模型过度自信，取 0 到 0.2。"),
    min: 0,
    max: 1,
  }),
  loss.flag("use_dft_loss", false, {
    label: text("DFT loss", "DFT 损失"),
    help: text(
      "Weighs each token by how likely it already was: learns less from what it would hardly say.",
      "按 token 原有概率加权：对模型很少会说的内容学得更少。",
    ),
    when: only("stage", "sft"),
  }),
  loss.flag("use_asft_loss", false, {
    label: text("ASFT loss", "ASFT 损失"),
    help: text(
      "Anchors the DFT loss to the model as it was. Needs a second copy of it.",
      "在 DFT 损失上加入与原模型的约束，需要额外加载一份原模型。",
    ),
    when: only("stage", "sft"),
  }),
  loss.decimal("asft_alpha", 0.1, {
    label: text("ASFT strength", "ASFT 强度"),
    help: text("How strongly the anchor holds.", "约束的强度。"),
    min: 0,
    when: only("use_asft_loss", true),
  }),
  loss.flag("use_eaft_loss", false, {
    label: text("EAFT loss", "EAFT 损失"),
    help: text("Weighs each token by how unsure the model is of it.", "按模型对 token 的不确定程度加权。"),
    when: only("stage", "sft"),
  }),
  loss.decimal("eaft_alpha", 1, {
    label: text("EAFT strength", "EAFT 强度"),
    help: text("How strongly the weights differ.", "权重差异的强度。"),
    min: 0,
    when: only("use_eaft_loss", true),
  }),
  loss.decimal("moe_aux_loss_coef", null, {
    label: text("Router balance", "路由均衡系数"),
    help: text(
      "For mixture-of-experts models: keeps the experts equally busy. 0.001 is a good start.",
      "用于混合专家模型：使各专家负载均衡，可从 0.001 开始。",
    ),
    min: 0,
  }),
];
