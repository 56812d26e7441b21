// Owns the fields about data, evaluation, saving and precision.
import type { FieldSpec } from "../../../../contract/engine.ts";
import { fieldsOf, text } from "./field.ts";

const data = fieldsOf("data");
const evaluation = fieldsOf("evaluation");
const saving = fieldsOf("saving");
const precision = fieldsOf("precision");
const steps = text("steps", "步");

export const dataFields: readonly FieldSpec[] = [
  data.integer("max_samples", null, {
    label: text("Maximum examples", "最大样本数"),
    help: text(
      "Takes only the first n examples of each dataset. Good for a quick trial; empty takes all.",
      "每个数据集只取前 n 条样本，适合快速试跑。留空则全部使用。",
    ),
    min: 1,
    unit: text("per dataset", "条/数据集"),
  }),
  data.flag("packing", null, {
    label: text("Pack examples", "样本打包"),
    help: text(
      "Puts several short examples into one sequence up to the maximum length. Faster, but the examples can see each other.",
      "将多条短样本拼接到最大长度。速度更快，但样本之间会互相可见。",
    ),
  }),
  data.flag("train_on_prompt", false, {
    label: text("Learn the prompts too", "同时学习提示词"),
    help: text(
      "Off, only the answers are learnt, which is what you normally want.",
      "关闭时只学习回答部分，这通常正是所需。",
    ),
  }),
  evaluation.decimal("val_size", 0, {
    label: text("Held-out share", "验证集大小"),
    help: text(
      "Kept back from training to measure progress. Below 1 a share (0.1 is 10 %), from 1 on a number of examples. Needs an evaluation schedule.",
      "从训练数据中留出用于评估的部分。小于 1 为比例（0.1 即 10%），1 以上为样本条数。需配合评估时机使用。",
    ),
    min: 0,
    unit: text("share or examples", "比例或条数"),
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
    when: { path: "eval_strategy", oneOf: ["steps"] },
  }),
  evaluation.integer("per_device_eval_batch_size", 8, {
    label: text("Evaluation batch size", "评估批大小"),
    help: text(
      "Examples that one device evaluates at once. Changes speed and memory, not the result.",
      "每个设备一次评估的样本数。只影响速度和显存，不影响结果。",
    ),
    min: 1,
    unit: text("examples", "条"),
    when: { path: "eval_strategy", oneOf: ["steps", "epoch"] },
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
  precision.flag("bf16", false, {
    label: text("bfloat16", "bfloat16"),
    help: text(
      "Computes in 16 bits: half the memory, faster. Right for NVIDIA cards since Ampere (RTX 30, A100); leave it off on a CPU.",
      "以 16 位计算：显存减半且更快。适合 Ampere 及之后的 NVIDIA 显卡（RTX 30、A100）。在 CPU 上请关闭。",
    ),
  }),
  precision.flag("fp16", false, {
    label: text("float16", "float16"),
    help: text(
      "The 16-bit format for older cards (V100, RTX 20) that lack bfloat16. Only one of the two can be on.",
      "适合不支持 bfloat16 的旧显卡（V100、RTX 20）。两者只能开启一个。",
    ),
  }),
  precision.flag("disable_gradient_checkpointing", false, {
    label: text("Trade memory for speed", "以显存换速度"),
    help: text(
      "On, values of the forward pass are kept rather than computed again: about a quarter faster, much more memory.",
      "开启后保留前向计算的中间结果而不重新计算：速度约快四分之一，但显存占用大幅增加。",
    ),
  }),
];
