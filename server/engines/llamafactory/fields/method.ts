// Owns the fields of the methods: what LoRA and OFT add, what freeze leaves trainable.
import type { FieldSpec } from "../../../../contract/engine.ts";
import { fieldsOf, only, text } from "../../../engine-kit/form-field.ts";

const ofLora = only("finetuning_type", "lora");
const ofFreeze = only("finetuning_type", "freeze");
const lora = fieldsOf("lora", { when: ofLora });
const more = fieldsOf("lora", { when: ofLora, advanced: true });
const oft = fieldsOf("oft", { when: only("finetuning_type", "oft") });
const freeze = fieldsOf("freeze", { when: ofFreeze });

export const methodFields: readonly FieldSpec[] = [
  lora.integer("lora_rank", 8, {
    label: text("Rank", "秩 (rank)"),
    help: text(
      "Size of the small matrices that LoRA trains. 8 to 32 is usual; higher can learn more and needs more memory.",
      "LoRA 训练的小矩阵的秩，通常为 8 到 32。越大能学到的越多，显存占用也越高。",
    ),
    min: 1,
    max: 4096,
  }),
  lora.integer("lora_alpha", null, {
    label: text("Alpha", "缩放系数 (alpha)"),
    help: text(
      "How strongly the adapter counts: its output is scaled by alpha / rank. Empty: twice the rank.",
      "适配器的影响强度，其输出按 alpha / rank 缩放。留空则为秩的两倍。",
    ),
    min: 1,
  }),
  lora.decimal("lora_dropout", 0, {
    label: text("Dropout", "丢弃率 (dropout)"),
    help: text(
      "Share of the adapter's inputs left out at random in training. 0.05 to 0.1 helps against overfitting on small data.",
      "训练时随机丢弃的适配器输入比例。数据量小时取 0.05 到 0.1 可抑制过拟合。",
    ),
    min: 0,
    max: 1,
  }),
  lora.line("lora_target", "all", {
    label: text("Target layers", "作用层"),
    help: text(
      "Which layers get an adapter: `all` linear layers, or names with commas between, such as q_proj,v_proj.",
      "为哪些层添加适配器：all 表示全部线性层，也可用逗号分隔层名，如 q_proj,v_proj。",
    ),
    placeholder: "all",
  }),
  lora.flag("use_dora", false, {
    label: text("DoRA", "DoRA"),
    help: text(
      "Trains direction and size of the weights apart. Often a little better than LoRA, clearly slower.",
      "将权重的方向与大小分开训练。效果往往略好于 LoRA，但明显更慢。",
    ),
  }),
  more.flag("use_rslora", false, {
    label: text("Rank-stabilised scaling", "rsLoRA 缩放"),
    help: text(
      "Scales by alpha / √rank, so that high ranks (64 and more) learn properly.",
      "按 alpha / √rank 缩放，使高秩（64 及以上）也能有效学习。",
    ),
  }),
  more.decimal("loraplus_lr_ratio", null, {
    label: text("LoRA+ ratio", "LoRA+ 学习率比"),
    help: text(
      "How many times faster the second of the two LoRA matrices learns. 16 is a good start; empty switches LoRA+ off.",
      "LoRA 两个矩阵中第二个的学习率倍数，可从 16 开始。留空则不使用 LoRA+。",
    ),
    min: 0,
    minExclusive: true,
    unit: text("times", "倍"),
  }),
  more.line("additional_target", null, {
    label: text("Also train in full", "额外全量训练的模块"),
    help: text(
      "Modules outside the adapter that are trained and saved whole, with commas between. embed_tokens,lm_head after adding tokens.",
      "适配器之外完整训练并保存的模块，用逗号分隔。新增 token 后常填 embed_tokens,lm_head。",
    ),
    placeholder: "embed_tokens,lm_head",
  }),
  more.flag("pissa_init", false, {
    label: text("PiSSA start", "PiSSA 初始化"),
    help: text(
      "The adapter starts from the largest directions of the weights rather than from nothing. Learns faster at first. Not with quantization.",
      "适配器从权重的主要方向开始，而不是从零开始，初期收敛更快。不能与量化同用。",
    ),
  }),
  more.integer("pissa_iter", 16, {
    label: text("PiSSA iterations", "PiSSA 迭代次数"),
    help: text(
      "Steps of the fast decomposition; -1 computes it exactly, which is slow.",
      "快速分解的迭代步数。-1 表示精确计算，较慢。",
    ),
    min: -1,
    when: only("pissa_init", true),
  }),
  more.flag("pissa_convert", false, {
    label: text("Save as plain LoRA", "另存为普通 LoRA"),
    help: text(
      "Turns the PiSSA adapter into an ordinary one at the end, so that it fits the unchanged model.",
      "结束时把 PiSSA 适配器转换为普通适配器，可直接用于原模型。",
    ),
    when: only("pissa_init", true),
  }),
  more.line("adapter_name_or_path", null, {
    label: text("Go on from adapter", "在已有适配器上继续"),
    help: text(
      "An adapter of an earlier run to start from. Several with commas between: all are merged, the last goes on learning.",
      "以之前训练得到的适配器为起点。多个用逗号分隔：前面的先合并，最后一个继续训练。",
    ),
    placeholder: "runs/…/output",
  }),
  more.flag("create_new_adapter", false, {
    label: text("New adapter on top", "新建适配器"),
    help: text(
      "Merges the adapters above into the model and trains a fresh one, instead of going on with the last.",
      "先把上面的适配器合并进模型，再从头训练一个新的，而不是继续训练最后一个。",
    ),
  }),
  oft.integer("oft_block_size", 32, {
    label: text("Block size", "块大小"),
    help: text(
      "Size of the blocks that are rotated. Larger learns more and needs more memory. Set this or the rank, the other to 0.",
      "被旋转的块的大小，越大能学到的越多，显存占用也越高。与秩二选一，另一个设为 0。",
    ),
    min: 0,
  }),
  oft.integer("oft_rank", 0, {
    label: text("Rank", "秩 (rank)"),
    help: text("Number of blocks per layer. 0: the block size decides.", "每层的块数。0 表示由块大小决定。"),
    min: 0,
  }),
  oft.decimal("module_dropout", 0, {
    label: text("Dropout", "丢弃率 (dropout)"),
    help: text(
      "Share of the blocks left out at random in training, against overfitting.",
      "训练时随机丢弃的块比例，用于抑制过拟合。",
    ),
    min: 0,
    max: 1,
  }),
  oft.line("oft_target", "all", {
    label: text("Target layers", "作用层"),
    help: text(
      "Which layers get an adapter: `all` linear layers, or names with commas between.",
      "为哪些层添加适配器：all 表示全部线性层，也可用逗号分隔层名。",
    ),
    placeholder: "all",
  }),
  freeze.integer("freeze_trainable_layers", 2, {
    label: text("Trainable layers", "可训练层数"),
    help: text(
      "How many layers are trained, the rest stay as they are. Positive: the last n; negative: the first n.",
      "训练的层数，其余保持不变。正数为最后 n 层，负数为最前 n 层。",
    ),
    unit: text("layers", "层"),
  }),
  freeze.line("freeze_trainable_modules", "all", {
    label: text("Trainable modules", "可训练模块"),
    help: text(
      "Which parts of those layers are trained: `all`, or names with commas between, such as mlp,self_attn.",
      "训练这些层中的哪些模块：all 表示全部，也可用逗号分隔模块名，如 mlp,self_attn。",
    ),
    placeholder: "all",
  }),
  freeze.line("freeze_extra_modules", null, {
    label: text("Other modules", "其他模块"),
    help: text(
      "Modules outside the layers that are trained too, with commas between, such as embed_tokens,norm.",
      "层以外也参与训练的模块，用逗号分隔，如 embed_tokens,norm。",
    ),
    placeholder: "embed_tokens,norm",
    advanced: true,
  }),
  freeze.flag("use_llama_pro", false, {
    label: text("LLaMA Pro", "LLaMA Pro"),
    help: text(
      "Trains only the blocks by which a model was expanded beforehand, spread evenly over the layers.",
      "只训练事先扩展出的块，这些块均匀分布在各层之间。",
    ),
    advanced: true,
  }),
];
