// Owns the fields that trade memory, speed and exactness: number formats, quantization, boosters, long context.
import type { FieldSpec } from "../../../../contract/engine.ts";
import { fieldsOf, only, text } from "../../../engine-kit/form-field.ts";

const quantized = fieldsOf("quantization", { when: only("finetuning_type", "lora", "oft") });
const in4bits = only("quantization_bit", 4);
const precision = fieldsOf("precision");
const more = fieldsOf("precision", { advanced: true });
const speed = fieldsOf("speed");
const moreSpeed = fieldsOf("speed", { advanced: true });

export const precisionFields: readonly FieldSpec[] = [
  quantized.choice("quantization_bit", null, {
    label: text("Bits", "位数"),
    help: text(
      "Loads the frozen model in fewer bits: 4 bits (QLoRA) takes about a quarter of the memory and costs a little quality. Needs a GPU and bitsandbytes.",
      "以更少的位数加载被冻结的模型：4 位（QLoRA）约占四分之一显存，质量略有损失。需要 GPU 和 bitsandbytes。",
    ),
    open: true,
    options: [
      ["8", "8 bits", "8 位"],
      ["4", "4 bits (QLoRA)", "4 位 (QLoRA)"],
    ],
  }),
  quantized.choice("quantization_method", "bnb", {
    label: text("Method", "量化方法"),
    help: text(
      "Which library makes the weights smaller while loading. A model that is already quantized keeps its own.",
      "加载时由哪个库压缩权重。已量化的模型沿用自身方法。",
    ),
    open: true,
    options: [
      ["bnb", "bitsandbytes", "bitsandbytes"],
      ["hqq", "HQQ", "HQQ"],
      ["eetq", "EETQ (8 bits only)", "EETQ（仅 8 位）"],
    ],
    when: only("quantization_bit", 2, 3, 4, 5, 6, 8),
    advanced: true,
  }),
  quantized.choice("quantization_type", "nf4", {
    label: text("4-bit format", "4 位格式"),
    help: text(
      "How the four bits are used. NF4 fits the spread of weights and is nearly always better.",
      "四个比特如何使用。NF4 贴合权重的分布，几乎总是更好。",
    ),
    options: [
      ["nf4", "NF4", "NF4"],
      ["fp4", "FP4", "FP4"],
    ],
    when: in4bits,
    advanced: true,
  }),
  quantized.flag("double_quantization", true, {
    label: text("Double quantization", "双重量化"),
    help: text(
      "Stores the scales in fewer bits too. Saves a little more at no cost worth mentioning.",
      "连缩放系数也用更少的位数保存，再省一点显存，代价可忽略。",
    ),
    when: in4bits,
    advanced: true,
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
  more.flag("pure_bf16", false, {
    label: text("bfloat16 throughout", "纯 bfloat16"),
    help: text(
      "Weights and optimizer in 16 bits as well: least memory for full training, less exact.",
      "权重和优化器也用 16 位：全参数训练时显存最少，但精度较低。",
    ),
  }),
  precision.flag("disable_gradient_checkpointing", false, {
    label: text("Trade memory for speed", "以显存换速度"),
    help: text(
      "On, values of the forward pass are kept rather than computed again: about a quarter faster, much more memory.",
      "开启后保留前向计算的中间结果而不重新计算：速度约快四分之一，但显存占用大幅增加。",
    ),
  }),
  more.flag("upcast_layernorm", false, {
    label: text("Exact layer norms", "层归一化用 32 位"),
    help: text(
      "Keeps the normalisation in 32 bits. Steadier with quantized models.",
      "归一化层保持 32 位，量化模型训练更稳定。",
    ),
  }),
  more.flag("fp8", false, {
    label: text("FP8", "FP8"),
    help: text(
      "Computes in 8 bits on Hopper cards (H100) and newer. Not with quantization.",
      "在 Hopper（H100）及更新的显卡上以 8 位计算。不能与量化同用。",
    ),
  }),

  speed.choice("flash_attn", "auto", {
    label: text("Attention", "注意力实现"),
    help: text(
      "How attention is computed. Automatic is right nearly always; FlashAttention 2 saves memory on long texts and needs its package.",
      "注意力的计算方式，一般用自动即可。FlashAttention 2 在长文本上更省显存，需要安装对应的包。",
    ),
    options: [
      ["auto", "Automatic", "自动"],
      ["fa2", "FlashAttention 2", "FlashAttention 2"],
      ["fa3", "FlashAttention 3", "FlashAttention 3"],
      ["sdpa", "PyTorch's own (SDPA)", "PyTorch 自带 (SDPA)"],
      ["disabled", "Plain", "普通实现"],
    ],
  }),
  speed.flag("enable_liger_kernel", false, {
    label: text("Liger kernels", "Liger 内核"),
    help: text(
      "Faster building blocks for the common models: less memory, same result. Needs liger-kernel and a GPU.",
      "常见模型的加速内核：省显存且结果不变。需要 liger-kernel 和 GPU。",
    ),
  }),
  speed.flag("use_unsloth", false, {
    label: text("Unsloth", "Unsloth"),
    help: text(
      "LoRA about twice as fast on one GPU, for the models it knows. Needs unsloth.",
      "在单张显卡上把 LoRA 提速约一倍，仅限其支持的模型。需要 unsloth。",
    ),
    when: only("finetuning_type", "lora"),
  }),
  moreSpeed.flag("use_unsloth_gc", false, {
    label: text("Unsloth checkpointing", "Unsloth 梯度检查点"),
    help: text(
      "Moves values of the forward pass to main memory. Less GPU memory, a little slower; unsloth itself is not needed.",
      "把前向中间结果放到内存，显存更少、略慢，无需安装 unsloth。",
    ),
  }),
  speed.choice("rope_scaling", null, {
    label: text("Longer context (RoPE)", "扩展上下文 (RoPE)"),
    help: text(
      "Stretches the positions so that the model takes a maximum length beyond its own. Without effect below it.",
      "拉伸位置编码，使模型可接受超过自身上限的长度。未超过时不起作用。",
    ),
    options: [
      ["linear", "Linear", "线性"],
      ["dynamic", "Dynamic: better without training", "动态：更适合不训练时"],
      ["yarn", "YaRN", "YaRN"],
      ["llama3", "As Llama 3", "同 Llama 3"],
    ],
  }),
  moreSpeed.flag("shift_attn", false, {
    label: text("Shifted attention", "移位注意力"),
    help: text(
      "Attends in shifted groups (LongLoRA), for very long texts with Llama models.",
      "按移位分组计算注意力（LongLoRA），用于 Llama 模型的超长文本。",
    ),
  }),
  moreSpeed.flag("torch_compile", false, {
    label: text("Compile the model", "编译模型"),
    help: text(
      "Compiles with PyTorch first: a slow start, then faster steps where it works.",
      "先用 PyTorch 编译：启动较慢，之后每步更快，但并非对所有模型有效。",
    ),
  }),
];
