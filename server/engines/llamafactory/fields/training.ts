// Owns the fields that every training shares: how fast, how long, in what batches, on what schedule.
import type { FieldSpec } from "../../../../contract/engine.ts";
import { fieldsOf, only, text } from "../../../engine-kit/form-field.ts";

const essentials = fieldsOf("essentials");
const schedule = fieldsOf("schedule");
const more = fieldsOf("schedule", { advanced: true });
const steps = text("steps", "步");
const examples = text("examples", "条");

export const trainingFields: readonly FieldSpec[] = [
  essentials.decimal("learning_rate", 5e-5, {
    label: text("Learning rate", "学习率"),
    help: text(
      "How far each step moves the weights. Common: 1e-4 for LoRA, 1e-5 for full training. Loss that jumps or turns into NaN: lower it. Loss that hardly moves: raise it.",
      "每一步更新权重的幅度。常用值：LoRA 为 1e-4，全参数训练为 1e-5。损失跳动或变成 NaN 时调小，几乎不下降时调大。",
    ),
    min: 0,
    max: 1,
    minExclusive: true,
    notation: "scientific",
  }),
  essentials.decimal("num_train_epochs", 3, {
    label: text("Epochs", "训练轮数"),
    help: text(
      "How many times the whole dataset is seen. 1 to 3 is usual; more on a small dataset makes the model repeat it by heart.",
      "完整遍历数据集的次数，通常为 1 到 3。数据量小时轮数过多，模型会死记硬背。",
    ),
    min: 0,
    minExclusive: true,
    unit: text("epochs", "轮"),
  }),
  essentials.integer("per_device_train_batch_size", 8, {
    label: text("Batch size per device", "单设备批大小"),
    help: text(
      "Examples that one device handles at once. Decides most of the memory: halve it when memory runs out, and double the accumulation to train the same.",
      "每个设备一次处理的样本数，对显存占用影响最大。显存不足时减半，并把梯度累积步数加倍，训练效果不变。",
    ),
    min: 1,
    unit: examples,
  }),
  essentials.integer("gradient_accumulation_steps", 1, {
    label: text("Gradient accumulation", "梯度累积步数"),
    help: text(
      "Batches added up before the weights change once. Makes the effective batch larger without more memory.",
      "累积多少个批次的梯度后才更新一次权重。不增加显存即可放大有效批大小。",
    ),
    min: 1,
    unit: text("batches", "批"),
  }),
  essentials.integer("cutoff_len", 2048, {
    label: text("Maximum length", "最大长度"),
    help: text(
      "Longer examples are cut to this many tokens. Memory grows with it. With pictures it must also hold the image tokens.",
      "超过该长度的样本会被截断。长度越大，显存占用越高。含图片时还须容纳图像 token。",
    ),
    min: 4,
    max: 1048576,
    unit: text("tokens", "token"),
  }),
  schedule.integer("max_steps", -1, {
    label: text("Maximum steps", "最大步数"),
    help: text(
      "Ends after this many steps whatever the epochs say. -1: the epochs decide.",
      "达到该步数即结束，不再看训练轮数。-1 表示由轮数决定。",
    ),
    min: -1,
    unit: steps,
  }),
  schedule.choice("lr_scheduler_type", "linear", {
    label: text("Learning rate schedule", "学习率调度"),
    help: text(
      "How the learning rate changes during the run. Cosine is a safe choice for fine-tuning.",
      "训练过程中学习率的变化方式。微调一般选余弦。",
    ),
    open: true,
    options: [
      ["linear", "Linear: falls evenly to zero", "线性：匀速降到零"],
      ["cosine", "Cosine: falls slowly, fast, slowly", "余弦：先慢、后快、再慢地下降"],
      ["constant", "Constant", "恒定"],
      ["constant_with_warmup", "Constant after warmup", "预热后恒定"],
      ["cosine_with_restarts", "Cosine with restarts", "余弦（带重启）"],
      ["cosine_with_min_lr", "Cosine down to a minimum", "余弦（有下限）"],
      ["polynomial", "Polynomial", "多项式"],
      ["inverse_sqrt", "Inverse square root", "平方根倒数"],
      ["warmup_stable_decay", "Warmup, stable, decay", "预热、稳定、衰减"],
      ["reduce_lr_on_plateau", "Lower when evaluation stalls", "评估停滞时降低"],
    ],
  }),
  schedule.decimal("warmup_steps", 0, {
    label: text("Warmup", "预热"),
    help: text(
      "The learning rate climbs from zero during the first steps, which keeps the start calm. Below 1 it is a share of the run: 0.1 is the first 10 %.",
      "训练开始时学习率从零逐步升高，使起步平稳。小于 1 时表示占总步数的比例：0.1 即前 10%。",
    ),
    min: 0,
    unit: text("steps or share", "步或比例"),
  }),
  schedule.decimal("weight_decay", 0, {
    label: text("Weight decay", "权重衰减"),
    help: text(
      "Pulls the weights a little towards zero against overfitting. 0 to 0.1.",
      "将权重轻微拉向零，以抑制过拟合。取 0 到 0.1。",
    ),
    min: 0,
    max: 1,
  }),
  more.decimal("max_grad_norm", 1, {
    label: text("Gradient clipping", "梯度裁剪"),
    help: text(
      "Larger gradients are shortened to this length, so that one odd batch cannot spoil the model. 0 switches it off.",
      "梯度范数超过该值时按比例缩短，避免个别异常批次破坏模型。0 表示关闭。",
    ),
    min: 0,
  }),
  more.choice("optim", "adamw_torch_fused", {
    label: text("Optimizer", "优化器"),
    help: text(
      "What turns gradients into new weights. The 8-bit and paged ones take less memory and need bitsandbytes.",
      "把梯度变成权重更新的算法。8 位和分页版本更省显存，需要 bitsandbytes。",
    ),
    open: true,
    options: [
      ["adamw_torch_fused", "AdamW, fused", "AdamW（融合）"],
      ["adamw_torch", "AdamW", "AdamW"],
      ["adamw_8bit", "AdamW, 8 bits", "AdamW（8 位）"],
      ["paged_adamw_8bit", "AdamW, 8 bits, paged", "AdamW（8 位分页）"],
      ["paged_adamw_32bit", "AdamW, paged", "AdamW（分页）"],
      ["adafactor", "Adafactor: little memory", "Adafactor：省显存"],
      ["lion_8bit", "Lion, 8 bits", "Lion（8 位）"],
      ["lion_32bit", "Lion", "Lion"],
      ["schedule_free_adamw", "AdamW without a schedule", "免调度 AdamW"],
      ["sgd", "SGD", "SGD"],
    ],
  }),
  more.value("lr_scheduler_kwargs", {
    label: text("Settings of the schedule", "调度附加参数"),
    help: text(
      "What a schedule wants to know besides, in braces: a minimum, a number of restarts.",
      "调度方式需要的其他参数，用花括号书写，如下限或重启次数。",
    ),
    placeholder: "{min_lr_rate: 0.1}",
    when: only(
      "lr_scheduler_type",
      "cosine_with_min_lr",
      "cosine_warmup_with_min_lr",
      "cosine_with_restarts",
      "warmup_stable_decay",
      "polynomial",
      "reduce_lr_on_plateau",
    ),
  }),
  more.choice("train_sampling_strategy", "random", {
    label: text("Order of examples", "样本顺序"),
    help: text(
      "By length puts examples of like length together: less padding, faster.",
      "按长度分组可减少填充、提高速度。",
    ),
    options: [
      ["random", "Shuffled", "随机"],
      ["sequential", "As they come", "原顺序"],
      ["group_by_length", "By length", "按长度分组"],
    ],
  }),
  schedule.integer("seed", 42, {
    label: text("Random seed", "随机种子"),
    help: text(
      "The same seed, data and settings give the same run again.",
      "种子、数据和设置都相同时，可以复现同一次训练。",
    ),
    min: 0,
    max: 4294967295,
  }),
];
