// Owns the Chinese words of what checks of Axolotl find before data is prepared, weights evaluated or a model quantized.
import type { Messages } from "../en.ts";

export const axolotlWorkFindings: Messages["launch"]["finding"] = {
  "axolotl-prepared-before": "{path} 在数据准备好之后被改动过；引擎不会察觉，仍会用改动前的内容训练。",
  "axolotl-prepared-before-hint": "删除此键即可重新准备，或者再准备一次。",
  "axolotl-nothing-to-prepare": "设置了 `{key}`，数据会在训练时准备，无需提前处理。",
  "axolotl-nothing-to-prepare-hint": "直接开始训练即可。",
  "axolotl-nothing-held-out": "没有留出评估数据：既没有 `val_set_size`，也没有 `test_datasets`。",
  "axolotl-nothing-held-out-hint": "把 `val_set_size` 设为 0.1，或在 `test_datasets` 中列出数据集。",
  "axolotl-no-quantization": "没有 `quantization` 段，不知道要怎样量化。",
  "axolotl-no-quantization-hint": "请添加，写明 `weight_dtype`、`activation_dtype` 和 `group_size`。",
  "axolotl-quantization-and-qat": "`qat` 与 `quantization` 不能同时存在。",
  "axolotl-quantization-and-qat-hint": "请删除 `qat`。",
  "axolotl-quantization-unknown": "Axolotl 不能量化为 {name}（权重 + 激活）。",
  "axolotl-quantization-unknown-hint": "可选：{choices}。",
  "axolotl-quantization-gpu": "量化为 {name} 需要显卡。",
  "axolotl-quantization-gpu-hint": "在 CPU 上请用 int4 权重加 int8 激活。",
  "axolotl-quantization-tied":
    "此模型的输入与输出嵌入是同一份。可以量化，但 transformers 5.16 无法加载结果。",
  "axolotl-quantization-tied-hint": "请量化 config.json 中 `tie_word_embeddings: false` 的模型。",
  "axolotl-quantization-group-fixed": "{name} 的分组大小必须是 {fixed}，不能是 {size}。",
  "axolotl-quantization-group-fixed-hint": "请把 `group_size` 设为 {fixed}。",
  "axolotl-quantization-group": "模型有一层宽 {width}，不能被分组大小 {size} 整除。",
  "axolotl-quantization-group-hint": "请把 `group_size` 设为 {fits}。",
  "axolotl-no-torchao": "量化需要 torchao 包，引擎环境中没有。",
  "axolotl-no-torchao-hint": "请在设置中重新安装引擎，或在所指定的环境中加装 torchao。",
  "axolotl-quantize-adapter": "适配器不能量化。",
  "axolotl-quantize-adapter-hint": "请先合并，再量化合并后的模型。",
};
