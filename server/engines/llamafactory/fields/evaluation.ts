// Owns the fields about measuring, stopping early, keeping the best, saving, and going on from what was saved.
import type { FieldSpec } from "../../../../contract/engine.ts";
import { fieldsOf, only, text } from "../../../engine-kit/form-field.ts";

const whileEvaluating = only("eval_strategy", "steps", "epoch");
const evaluation = fieldsOf("evaluation");
const more = fieldsOf("evaluation", { when: whileEvaluating, advanced: true });
const saving = fieldsOf("saving");
const moreSaving = fieldsOf("saving", { advanced: true });
const steps = text("steps", "步");

export const evaluationFields: readonly FieldSpec[] = [
  evaluation.decimal("val_size", 0, {
    label: text("Held-out share", "验证集大小"),
    help: text(
      "Kept back from training to measure progress. Below 1 a share (0.1 is 10 %), from 1 on a number of examples. Needs an evaluation schedule.",
      "从训练数据中留出用于评估的部分。小于 1 为比例（0.1 即 10%），1 以上为样本条数。需配合评估时机使用。",
    ),
    min: 0,
    unit: text("share or examples", "比例或条数"),
  }),
  evaluation.words("eval_dataset", null, {
    label: text("Evaluation datasets", "评估数据集"),
    help: text(
      "Datasets of their own to measure with, instead of a held-out share.",
      "单独用于评估的数据集，与验证集大小二选一。",
    ),
    options: "datasets",
  }),
  evaluation.choice("eval_strategy", "no", {
    label: text("Evaluate", "评估时机"),
    help: text(
      "When the held-out examples are measured. An evaluation loss that rises while the training loss falls means overfitting.",
      "何时在验证集上评估。训练损失下降而验证损失上升，说明已经过拟合。",
    ),
    options: [
      ["no", "Never", "不评估"],
      ["steps", "Every few steps", "每隔若干步"],
      ["epoch", "After each epoch", "每轮结束后"],
    ],
  }),
  evaluation.decimal("eval_steps", null, {
    label: text("Evaluate every", "评估间隔"),
    help: text(
      "Steps between two evaluations. Empty: as often as progress is logged.",
      "两次评估之间的步数。留空则与日志间隔相同。",
    ),
    min: 0,
    minExclusive: true,
    unit: steps,
    when: only("eval_strategy", "steps"),
  }),
  evaluation.integer("per_device_eval_batch_size", 8, {
    label: text("Evaluation batch size", "评估批大小"),
    help: text(
      "Examples that one device evaluates at once. Changes speed and memory, not the result.",
      "每个设备一次评估的样本数。只影响速度和显存，不影响结果。",
    ),
    min: 1,
    unit: text("examples", "条"),
    when: whileEvaluating,
  }),
  evaluation.flag("load_best_model_at_end", false, {
    label: text("Keep the best", "保留最佳模型"),
    help: text(
      "At the end, the checkpoint that measured best is the result, not the last one. Save and evaluate at the same steps. Not for reward models.",
      "结束时以评估最好的检查点为结果，而不是最后一个。保存与评估的步数须一致。不支持奖励模型。",
    ),
    when: whileEvaluating,
  }),
  evaluation.integer("early_stopping_steps", null, {
    label: text("Stop early after", "早停"),
    help: text(
      "Ends when this many evaluations in a row brought nothing better. Needs “Keep the best”. Empty: goes on to the end.",
      "连续这么多次评估都没有变好时提前结束。须开启“保留最佳模型”。留空则训练到底。",
    ),
    min: 1,
    unit: text("evaluations", "次评估"),
    when: whileEvaluating,
  }),
  more.line("metric_for_best_model", null, {
    label: text("Best means", "最佳的标准"),
    help: text(
      "The measure that decides which checkpoint is best: loss, or accuracy when it is computed.",
      "决定哪个检查点最好的指标：loss，或已开启计算的 accuracy。",
    ),
    placeholder: "loss",
  }),
  more.flag("greater_is_better", null, {
    label: text("Higher is better", "越大越好"),
    help: text(
      "On for a measure like accuracy. Decided by itself for a loss.",
      "accuracy 之类的指标应开启，损失类指标会自动判断。",
    ),
  }),
  more.flag("eval_on_each_dataset", false, {
    label: text("Each dataset apart", "逐个数据集评估"),
    help: text(
      "Measures every evaluation dataset for itself, with a curve each.",
      "分别评估每个评估数据集，各有一条曲线。",
    ),
  }),
  more.flag("compute_accuracy", false, {
    label: text("Accuracy of tokens", "token 准确率"),
    help: text(
      "Also counts how often the next token is guessed right. Costs memory while evaluating.",
      "同时统计下一个 token 预测正确的比例，评估时会多占显存。",
    ),
  }),
  more.flag("predict_with_generate", false, {
    label: text("Measure written answers", "生成后评估"),
    help: text(
      "Lets the model write answers and compares them (BLEU, ROUGE) instead of a loss. Slow; needs jieba, nltk and rouge-chinese.",
      "让模型写出回答再比对（BLEU、ROUGE），而不是计算损失。较慢，需要 jieba、nltk 和 rouge-chinese。",
    ),
    when: only("stage", "sft"),
  }),

  saving.decimal("logging_steps", 500, {
    label: text("Log every", "日志间隔"),
    help: text(
      "Steps between two points of the loss curve. 1 to 10 gives a smooth live chart.",
      "损失曲线上相邻两点之间的步数。1 到 10 可得到平滑的实时曲线。",
    ),
    min: 0,
    minExclusive: true,
    unit: steps,
  }),
  saving.decimal("save_steps", 500, {
    label: text("Save a checkpoint every", "检查点间隔"),
    help: text(
      "Steps between two checkpoints. A run can be resumed from any of them. The final result is saved in any case.",
      "两个检查点之间的步数，可以从任一检查点继续训练。最终结果总会保存。",
    ),
    min: 0,
    minExclusive: true,
    unit: steps,
    when: only("save_strategy", "steps"),
  }),
  saving.integer("save_total_limit", null, {
    label: text("Checkpoints to keep", "保留检查点数"),
    help: text(
      "Older ones are deleted to save disk space. Empty keeps all.",
      "超出数量的旧检查点会被删除以节省磁盘空间。留空则全部保留。",
    ),
    min: 1,
    unit: text("checkpoints", "个"),
  }),
  moreSaving.choice("save_strategy", "steps", {
    label: text("When to save", "保存时机"),
    help: text("When a checkpoint is written on the way.", "训练途中何时写入检查点。"),
    options: [
      ["steps", "Every few steps", "每隔若干步"],
      ["epoch", "After each epoch", "每轮结束后"],
      ["best", "Whenever it got better", "变好时"],
      ["no", "Only at the end", "仅在结束时"],
    ],
  }),
  moreSaving.flag("save_only_model", false, {
    label: text("Weights only", "仅保存权重"),
    help: text(
      "Leaves out the optimizer: much smaller checkpoints, but a run cannot be resumed from them.",
      "不保存优化器状态：检查点小得多，但无法从中继续训练。",
    ),
  }),
  moreSaving.checkpoint("resume_from_checkpoint", {
    label: text("Resume from", "从检查点继续"),
    help: text(
      "The folder of a checkpoint of the same model and method: weights, optimizer and step go on from there.",
      "同一模型、同一方法的检查点文件夹：权重、优化器和步数都从那里继续。",
    ),
    placeholder: "…/checkpoint-500",
  }),
  moreSaving.flag("plot_loss", false, {
    label: text("Draw the loss curve", "绘制损失曲线"),
    help: text(
      "The engine also draws the curve as a picture into the output folder. Needs matplotlib.",
      "引擎另将曲线图片保存到输出文件夹，需要 matplotlib。",
    ),
  }),
];
