// Owns the fields about the model, its adapter, precision and memory.
import type { FieldSpec } from "../../../../contract/engine.ts";
import { fieldsOf, only, text } from "../../../engine-kit/form-field.ts";

const adapters = only("adapter", "lora", "qlora");
const lora = fieldsOf("lora", { when: adapters });
const moreLora = fieldsOf("lora", { when: adapters, advanced: true });
const preference = fieldsOf("preference", { when: only("rl", "dpo", "kto", "orpo", "simpo") });
const memory = fieldsOf("precision");
const moreMemory = fieldsOf("precision", { advanced: true });
const media = fieldsOf("media");
const kernels = fieldsOf("kernels", { advanced: true });
const devices = fieldsOf("devices", { advanced: true });
const tracking = fieldsOf("tracking", { advanced: true });

const autoOptions = [
  ["auto", "Where the GPU can", "显卡支持时"],
  ["true", "On", "开"],
  ["false", "Off", "关"],
] as const;

const kernel = (path: string, en: string, zh: string) =>
  kernels.flag(path, null, {
    label: text(en, zh),
    help: text(
      "A faster way to compute LoRA on a GPU, which the engine takes by itself. Without a GPU it must be off.",
      "在显卡上更快地计算 LoRA，引擎会自动启用；没有显卡时必须关闭。",
    ),
  });

export const modelFields: readonly FieldSpec[] = [
  preference.decimal("rl_beta", null, {
    label: text("Beta", "Beta"),
    help: text("How strongly the model is held to what it was before.", "对原模型的约束强度。"),
    min: 0,
  }),
  lora.integer("lora_r", null, {
    label: text("Rank", "秩"),
    help: text(
      "The size of the adapter. 8 to 64 is usual. The engine has no default.",
      "适配器大小，常用 8 到 64，引擎没有默认值。",
    ),
    min: 1,
  }),
  lora.integer("lora_alpha", null, {
    label: text("Alpha", "Alpha"),
    help: text(
      "How strongly the adapter counts; often twice the rank. The engine has no default.",
      "适配器的影响强度，常取秩的两倍，引擎没有默认值。",
    ),
    min: 1,
  }),
  lora.decimal("lora_dropout", 0, {
    label: text("Dropout", "Dropout"),
    help: text(
      "Leaves out a part of the adapter at random while learning.",
      "训练时随机丢弃适配器的一部分。",
    ),
    min: 0,
    max: 1,
  }),
  lora.flag("lora_target_linear", null, {
    label: text("All linear layers", "所有线性层"),
    help: text("Puts the adapter on every linear layer of the model.", "在模型的每个线性层上添加适配器。"),
  }),
  lora.value("lora_target_modules", {
    label: text("Layers", "目标层"),
    help: text(
      "Names of layers as a list, or a regular expression over their full names.",
      "层名列表，或匹配完整层名的正则表达式。",
    ),
    placeholder: "[q_proj, v_proj]",
  }),
  moreLora.flag("peft_use_dora", null, {
    label: text("DoRA", "DoRA"),
    help: text(
      "Trains direction and size apart. Often a little better, clearly slower.",
      "分别训练方向与大小，通常略好但明显更慢。",
    ),
  }),
  moreLora.flag("peft_use_rslora", null, {
    label: text("rsLoRA", "rsLoRA"),
    help: text(
      "Scales by the root of the rank: steadier with high ranks.",
      "按秩的平方根缩放，高秩时更稳定。",
    ),
  }),
  kernel("lora_mlp_kernel", "LoRA kernel: MLP", "LoRA 内核：MLP"),
  kernel("lora_qkv_kernel", "LoRA kernel: QKV", "LoRA 内核：QKV"),
  kernel("lora_o_kernel", "LoRA kernel: output", "LoRA 内核：输出"),
  kernel("lora_embedding_kernel", "LoRA kernel: embeddings", "LoRA 内核：嵌入"),
  memory.choice("bf16", "auto", {
    label: text("bf16", "bf16"),
    help: text(
      "Half precision on newer GPUs. Left out, the engine takes it or fp16, and fails without a GPU: write false there.",
      "较新显卡的半精度。不填时引擎自动选用它或 fp16，没有显卡会出错，此时请填 false。",
    ),
    options: autoOptions.map(([value, en, zh]) => [value, en, zh]),
  }),
  memory.flag("load_in_4bit", false, {
    label: text("Load in 4 bits", "4 位加载"),
    help: text("For QLoRA. Needs a GPU.", "用于 QLoRA，需要显卡。"),
  }),
  memory.flag("load_in_8bit", false, {
    label: text("Load in 8 bits", "8 位加载"),
    help: text("Halves the memory of the weights. Needs a GPU.", "权重显存减半，需要显卡。"),
  }),
  memory.choice("gradient_checkpointing", "false", {
    label: text("Gradient checkpointing", "梯度检查点"),
    help: text(
      "Computes activations anew in the backward pass: much less memory, a third slower. Off unless set.",
      "反向传播时重新计算激活：显存大减，慢约三分之一。默认关闭。",
    ),
    options: [
      ["true", "On", "开"],
      ["false", "Off", "关"],
      ["offload", "On, kept in main memory", "开，存于内存"],
      ["offload_disk", "On, kept on disk", "开，存于磁盘"],
    ],
  }),
  memory.choice("attn_implementation", null, {
    label: text("Attention", "注意力实现"),
    help: text("How attention is computed. sdpa runs everywhere.", "注意力的计算方式，sdpa 处处可用。"),
    options: [
      ["sdpa", "SDPA", "SDPA"],
      ["flash_attention_2", "Flash attention 2", "Flash Attention 2"],
      ["flash_attention_3", "Flash attention 3", "Flash Attention 3"],
      ["flex_attention", "Flex attention", "Flex Attention"],
      ["xformers", "xFormers", "xFormers"],
      ["eager", "Plain", "朴素实现"],
    ],
    open: true,
  }),
  moreMemory.flag("fp16", null, {
    label: text("fp16", "fp16"),
    help: text("Half precision on older GPUs.", "较旧显卡的半精度。"),
  }),
  media.choice("processor_type", null, {
    label: text("Processor", "处理器"),
    help: text(
      "What prepares pictures and sounds: needed for every model that sees or hears.",
      "处理图片与声音的组件，多模态模型必填。",
    ),
    options: [["AutoProcessor", "The model's own", "模型自带"]],
    open: true,
  }),
  media.flag("skip_prepare_dataset", null, {
    label: text("Prepare while training", "训练时再处理数据"),
    help: text(
      "Pictures are prepared when their turn comes, not all at once. Needed with a processor.",
      "图片在用到时才处理。使用处理器时必须开启。",
    ),
  }),
  media.flag("remove_unused_columns", null, {
    label: text("Drop other columns", "删除其他列"),
    help: text(
      "Off for models that see: the pictures are in those columns.",
      "多模态模型须关闭：图片就在这些列中。",
    ),
  }),
  media.value("image_size", {
    label: text("Picture size", "图片尺寸"),
    help: text("A number for a padded square, or width and height.", "填一个数为补齐的正方形，或填宽和高。"),
    placeholder: "512",
  }),
  media.choice("image_resize_algorithm", null, {
    label: text("Resizing", "缩放算法"),
    help: text("How pictures are made smaller.", "图片缩小时使用的算法。"),
    options: [
      ["bilinear", "Bilinear", "双线性"],
      ["bicubic", "Bicubic", "双三次"],
      ["lanczos", "Lanczos", "Lanczos"],
    ],
  }),
  devices.value("deepspeed", {
    label: text("DeepSpeed", "DeepSpeed"),
    help: text(
      "A DeepSpeed configuration file. Not together with FSDP.",
      "DeepSpeed 配置文件，不能与 FSDP 同用。",
    ),
    placeholder: "configs/deepspeed/ds_z2_config.json",
  }),
  devices.value("fsdp_config", {
    label: text("FSDP", "FSDP"),
    help: text("Settings of FSDP. Not together with DeepSpeed.", "FSDP 设置，不能与 DeepSpeed 同用。"),
    placeholder: "{reshard_after_forward: true}",
  }),
  tracking.line("wandb_project", null, {
    label: text("Weights & Biases project", "W&B 项目"),
    help: text("Sends numbers to this project. Empty sends nothing.", "把数值发送到该项目，留空则不发送。"),
  }),
  tracking.flag("use_tensorboard", null, {
    label: text("TensorBoard", "TensorBoard"),
    help: text("Also writes files for TensorBoard.", "同时写入 TensorBoard 文件。"),
  }),
];
