// Owns the fields about training itself: how much, how fast, how often something is told and saved.
import type { FieldSpec } from "../../../../contract/engine.ts";
import { fieldsOf, only, text } from "../../../engine-kit/form-field.ts";

const essentials = fieldsOf("essentials");
const saving = fieldsOf("saving");
const moreSaving = fieldsOf("saving", { advanced: true });
const schedule = fieldsOf("schedule");
const moreSchedule = fieldsOf("schedule", { advanced: true });
const steps = text("steps", "步");

export const trainingFields: readonly FieldSpec[] = [
  essentials.line("chat_template_jinja", null, {
    label: text("Template in Jinja", "Jinja 模板"),
    help: text("The template itself, or the path of its file.", "模板内容，或其文件路径。"),
    when: only("chat_template", "jinja"),
    lines: true,
  }),
  essentials.decimal("learning_rate", null, {
    label: text("Learning rate", "学习率"),
    help: text(
      "How far each step goes. The engine wants one. LoRA: around 1e-4; full: around 1e-5.",
      "每一步走多远，引擎要求必填。LoRA 约 1e-4，全参数约 1e-5。",
    ),
    min: 0,
    minExclusive: true,
    notation: "scientific",
  }),
  essentials.decimal("num_epochs", 1, {
    label: text("Epochs", "训练轮数"),
    help: text("How many times all examples are gone through.", "把全部样本过几遍。"),
    min: 0,
    minExclusive: true,
  }),
  essentials.integer("sequence_len", 512, {
    label: text("Maximum length", "最大长度"),
    help: text(
      "In tokens. Longer examples are dropped unless told otherwise. The engine's own default of 512 is short.",
      "以 token 计。默认丢弃更长的样本。引擎默认的 512 偏短。",
    ),
    min: 1,
    unit: text("tokens", "token"),
  }),
  essentials.integer("micro_batch_size", 1, {
    label: text("Batch size per device", "单卡批大小"),
    help: text("How many examples a device learns from at once.", "每张卡一次学习的样本数。"),
    min: 1,
  }),
  essentials.integer("gradient_accumulation_steps", 1, {
    label: text("Gradient accumulation", "梯度累积"),
    help: text(
      "Adds up this many batches before each step: the effect of a larger batch without its memory.",
      "累积若干批后再更新一次：等效更大批量而不占显存。",
    ),
    min: 1,
  }),
  essentials.decimal("val_set_size", 0, {
    label: text("Share for evaluation", "验证集比例"),
    help: text(
      "The part of the examples that is kept aside: 0.1 is a tenth, 0 is none. A number above 1 counts examples.",
      "留出用于评估的比例：0.1 为十分之一，0 表示不评估。大于 1 时按条数计。",
    ),
    min: 0,
  }),
  schedule.choice("optimizer", "adamw_torch_fused", {
    label: text("Optimizer", "优化器"),
    help: text(
      "What turns gradients into steps. The 8-bit ones save memory and need a GPU.",
      "把梯度变成更新的方法。8 位版本省显存，需要显卡。",
    ),
    options: [
      ["adamw_torch_fused", "AdamW, fused", "AdamW（融合）"],
      ["adamw_torch", "AdamW", "AdamW"],
      ["adamw_bnb_8bit", "AdamW, 8 bits", "AdamW（8 位）"],
      ["paged_adamw_8bit", "AdamW, 8 bits, paged", "AdamW（8 位，分页）"],
      ["adafactor", "Adafactor", "Adafactor"],
      ["muon", "Muon", "Muon"],
    ],
    open: true,
  }),
  schedule.choice("lr_scheduler", "cosine", {
    label: text("Schedule", "学习率调度"),
    help: text("How the learning rate changes over the training.", "学习率在训练中如何变化。"),
    options: [
      ["cosine", "Cosine", "余弦"],
      ["linear", "Linear", "线性"],
      ["constant", "Constant", "恒定"],
      ["constant_with_warmup", "Constant after warm-up", "预热后恒定"],
      ["one_cycle", "One cycle", "单周期"],
      ["rex", "REX", "REX"],
    ],
    open: true,
  }),
  schedule.integer("warmup_steps", null, {
    label: text("Warm-up steps", "预热步数"),
    help: text(
      "Steps in which the learning rate climbs. Without it the engine takes 3 % of all steps, at most 100.",
      "学习率逐步升高的步数。不填时引擎取总步数的 3%，最多 100 步。",
    ),
    min: 0,
    unit: steps,
  }),
  moreSchedule.decimal("warmup_ratio", null, {
    label: text("Warm-up share", "预热比例"),
    help: text(
      "The same as a share of all steps. Not together with warm-up steps.",
      "按总步数的比例，不能与预热步数同时使用。",
    ),
    min: 0,
    max: 1,
  }),
  schedule.decimal("weight_decay", 0, {
    label: text("Weight decay", "权重衰减"),
    help: text(
      "Pulls weights towards zero a little; keeps them from growing.",
      "让权重略微向零收缩，防止变大。",
    ),
    min: 0,
  }),
  moreSchedule.decimal("max_grad_norm", 1, {
    label: text("Gradient clipping", "梯度裁剪"),
    help: text("Larger gradients are scaled down to this norm.", "超过此范数的梯度会被缩小。"),
    min: 0,
  }),
  schedule.integer("max_steps", null, {
    label: text("Maximum steps", "最大步数"),
    help: text(
      "Ends after so many steps, whatever the epochs say. Needed for streamed data.",
      "到此步数即结束，优先于轮数。流式数据必填。",
    ),
    min: 1,
    unit: steps,
  }),
  moreSchedule.integer("seed", null, {
    label: text("Seed", "随机种子"),
    help: text("The same seed gives the same order of examples.", "相同种子得到相同的样本顺序。"),
    min: 0,
  }),
  saving.integer("logging_steps", null, {
    label: text("Log every", "日志间隔"),
    help: text(
      "How often numbers are told. Without it: every half percent of the steps, at most every 10.",
      "多久输出一次数值。不填时为总步数的 0.5%，最多每 10 步。",
    ),
    min: 1,
    unit: steps,
  }),
  saving.decimal("save_steps", null, {
    label: text("Save every", "保存间隔"),
    help: text(
      "Below 1 it is a share of all steps. Without it a checkpoint is kept after each epoch.",
      "小于 1 时为总步数的比例。不填则每轮保存一次。",
    ),
    min: 0,
    minExclusive: true,
    unit: steps,
  }),
  saving.integer("save_total_limit", 4, {
    label: text("Checkpoints kept", "保留检查点数"),
    help: text("Older ones are deleted.", "更早的会被删除。"),
    min: 1,
  }),
  saving.decimal("eval_steps", null, {
    label: text("Evaluate every", "评估间隔"),
    help: text(
      "Below 1 it is a share of all steps. The engine then also evaluates before the first step.",
      "小于 1 时为总步数的比例。设置后引擎在第一步之前也会评估。",
    ),
    min: 0,
    minExclusive: true,
    unit: steps,
  }),
  moreSaving.checkpoint("resume_from_checkpoint", {
    label: text("Resume from", "从检查点继续"),
    help: text(
      "The folder of a checkpoint of the same model and method: weights, optimizer and step go on from there.",
      "同一模型、同一方法的检查点文件夹：权重、优化器和步数都从那里继续。",
    ),
    placeholder: "…/checkpoint-500",
  }),
  moreSaving.integer("early_stopping_patience", null, {
    label: text("Early stopping", "早停"),
    help: text(
      "Ends after so many evaluations without anything better. Needs save and evaluation steps.",
      "连续这么多次评估没有变好则结束，需设置保存与评估间隔。",
    ),
    min: 1,
  }),
];
