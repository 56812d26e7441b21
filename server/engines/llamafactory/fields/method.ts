// Owns the fields of the methods: what LoRA adds, what freeze leaves trainable, what stays frozen in a vision model.
import type { FieldSpec } from "../../../../contract/engine.ts";
import { fieldsOf, text } from "./field.ts";

const lora = fieldsOf("lora");
const freeze = fieldsOf("freeze");
const vision = fieldsOf("vision");
const onlyLora = { path: "finetuning_type", oneOf: ["lora"] };
const onlyFreeze = { path: "finetuning_type", oneOf: ["freeze"] };

export const methodFields: readonly FieldSpec[] = [
  lora.integer("lora_rank", 8, {
    label: text("Rank", "秩 (rank)"),
    help: text(
      "Size of the small matrices that LoRA trains. 8 to 32 is usual; higher can learn more and needs more memory.",
      "LoRA 训练的小矩阵的秩，通常为 8 到 32。越大能学到的越多，显存占用也越高。",
    ),
    min: 1,
    max: 4096,
    when: onlyLora,
  }),
  lora.integer("lora_alpha", null, {
    label: text("Alpha", "缩放系数 (alpha)"),
    help: text(
      "How strongly the adapter counts: its output is scaled by alpha / rank. Empty: twice the rank.",
      "适配器的影响强度，其输出按 alpha / rank 缩放。留空则为秩的两倍。",
    ),
    min: 1,
    when: onlyLora,
  }),
  lora.decimal("lora_dropout", 0, {
    label: text("Dropout", "丢弃率 (dropout)"),
    help: text(
      "Share of the adapter's inputs left out at random in training. 0.05 to 0.1 helps against overfitting on small data.",
      "训练时随机丢弃的适配器输入比例。数据量小时取 0.05 到 0.1 可抑制过拟合。",
    ),
    min: 0,
    max: 1,
    when: onlyLora,
  }),
  lora.line("lora_target", "all", {
    label: text("Target layers", "作用层"),
    help: text(
      "Which layers get an adapter: `all` linear layers, or names with commas between, such as q_proj,v_proj.",
      "为哪些层添加适配器：all 表示全部线性层，也可用逗号分隔层名，如 q_proj,v_proj。",
    ),
    placeholder: "all",
    when: onlyLora,
  }),
  lora.flag("use_dora", false, {
    label: text("DoRA", "DoRA"),
    help: text(
      "Trains direction and size of the weights apart. Often a little better than LoRA, clearly slower.",
      "将权重的方向与大小分开训练。效果往往略好于 LoRA，但明显更慢。",
    ),
    when: onlyLora,
  }),
  lora.flag("use_rslora", false, {
    label: text("Rank-stabilised scaling", "rsLoRA 缩放"),
    help: text(
      "Scales by alpha / √rank, so that high ranks (64 and more) learn properly.",
      "按 alpha / √rank 缩放，使高秩（64 及以上）也能有效学习。",
    ),
    when: onlyLora,
  }),
  freeze.integer("freeze_trainable_layers", 2, {
    label: text("Trainable layers", "可训练层数"),
    help: text(
      "How many layers are trained, the rest stay as they are. Positive: the last n; negative: the first n.",
      "训练的层数，其余保持不变。正数为最后 n 层，负数为最前 n 层。",
    ),
    unit: text("layers", "层"),
    when: onlyFreeze,
  }),
  freeze.line("freeze_trainable_modules", "all", {
    label: text("Trainable modules", "可训练模块"),
    help: text(
      "Which parts of those layers are trained: `all`, or names with commas between, such as mlp,self_attn.",
      "训练这些层中的哪些模块：all 表示全部，也可用逗号分隔模块名，如 mlp,self_attn。",
    ),
    placeholder: "all",
    when: onlyFreeze,
  }),
  vision.flag("freeze_vision_tower", true, {
    label: text("Keep the vision tower", "冻结视觉塔"),
    help: text(
      "For models that see: on, only the language part learns. Off, the image encoder learns too, which needs much more data and memory. Text models ignore it.",
      "仅对视觉模型有效：开启时只训练语言部分；关闭时图像编码器也参与训练，需要更多数据和显存。纯文本模型会忽略此项。",
    ),
  }),
];
