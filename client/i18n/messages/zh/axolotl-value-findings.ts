// Owns the Chinese words of what is found in the values of an Axolotl config, in how they fit together, and in its layers.
import type { Messages } from "../en.ts";

export const axolotlValueFindings: Messages["launch"]["finding"] = {
  "axolotl-value-type":
    "`{key}` 应为{wanted, select, boolean { true 或 false} integer {整数} other {数字}}。",
  "axolotl-value-type-hint": "请改正该值。",
  "axolotl-value-choice": "`{key}` 不能是 {word}；Axolotl 支持 {choices}。",
  "axolotl-value-choice-hint": "{similar, select, yes {是否想写 `{nearest}`？} other {请从中选择。}}",
  "axolotl-value-range":
    "`{key}` 必须{how, select, most {不大于} above {大于} other {不小于}} {bound}。Axolotl 会接受 {number}，随后出错或学不到东西。",
  "axolotl-value-range-hint": "请改正数值。",
  "axolotl-word-unknown": "Axolotl 没有 `{key}: {word}`，要到开始训练时才会发现。",
  "axolotl-word-unknown-hint": "{similar, select, yes {是否想写 `{nearest}`？} other {请选择其他值。}}",
  "axolotl-exponent":
    "`{typed}` 没有小数点，Axolotl 的 YAML 读取器会当作文本。此处会转为数字，其他地方则不会。",
  "axolotl-exponent-hint": "请带小数点书写，例如 1.0e-4。",

  "axolotl-exclusive": "`{key}` 与 `{other}` 不能同时使用，Axolotl 会拒绝。",
  "axolotl-exclusive-hint": "请删除其中一个。",
  "axolotl-needs": "`{key}` 需要 `{asked}`，否则 Axolotl 会拒绝。",
  "axolotl-needs-hint": "请设置它。",
  "axolotl-strategy-not-steps": "设置了 `{key}` 时策略必须为 steps，否则 Axolotl 会拒绝。",
  "axolotl-strategy-not-steps-hint": "请设为 steps，或删除 `{key}`。",
  "axolotl-nothing-to-evaluate": "`{key}` 要求评估，但没有可用于评估的数据。",
  "axolotl-nothing-to-evaluate-hint": "请设置 `val_set_size`，或列出 `test_datasets`。",

  "axolotl-data-key-unknown": "第 {number} 个数据集有 `{name}` 这个键，Axolotl 会不声不响地丢弃它。",
  "axolotl-data-key-unknown-hint": "{similar, select, yes {是否想写 `{nearest}`？} other {请改正或删除。}}",
  "axolotl-data-word": "第 {number} 个数据集写有 `{name}: {word}`；Axolotl 支持 {allowed}。",
  "axolotl-data-word-hint": "{similar, select, yes {是否想写 `{nearest}`？} other {请从中选择。}}",
  "axolotl-data-roles": "第 {number} 个数据集的 `roles_to_train` 应为列表，例如 [assistant]。",
  "axolotl-data-roles-hint": "请加上方括号。",
  "axolotl-data-no-jinja": "第 {number} 个数据集使用模板 `jinja`，但缺少 `chat_template_jinja`。",
  "axolotl-data-no-jinja-hint": "请在那里写出模板或其文件路径。",
  "axolotl-no-list": "`{key}` 应为列表，这里是文本。",
  "axolotl-no-list-hint": "请加上方括号。",

  "axolotl-remote-code": "`trust_remote_code: true` 会以你的全部权限运行模型或数据集自带的 Python 代码。",
  "axolotl-remote-code-hint": "仅在信任其作者且否则无法加载时保留。",
  "axolotl-plugin-foreign":
    "{name} 不是 Axolotl 的插件，它以你的全部权限运行；若无法导入，训练会在没有它的情况下继续。",
  "axolotl-plugin-foreign-hint": "请在日志中确认。",
  "axolotl-reports": "本次运行的数值会发送到 {name}。",
  "axolotl-reports-hint": "删除后数值只留在本机；Anneal 会绘制同样的曲线。",
  "axolotl-push": "结果会上传到 Hugging Face。",
  "axolotl-push-hint": "删除后结果只留在本机。",

  "axolotl-media-processor-name": "没有名为 {name} 的处理器，Axolotl 要到加载时才会发现。",
  "axolotl-media-processor-name-hint": "AutoProcessor 会使用模型自带的处理器。",
  "axolotl-media-size": "`image_size` 应为一个整数（像素），或两个：[宽, 高]。",
  "axolotl-media-size-hint": "512 表示 512 像素的正方形。",
  "axolotl-media-size-unused": "没有处理器就不会读取图片，此项不起作用。",
  "axolotl-media-size-unused-hint": "请将 `processor_type` 设为 AutoProcessor，或删除此项。",
  "axolotl-media-type": "第 {number} 个数据集的类型是 `{type}`；使用处理器时 Axolotl 只读取对话。",
  "axolotl-media-type-hint": "请使用 `type: chat_template`，消息由文本和图片部分组成。",
  "axolotl-media-length": "训练图片时 `sequence_len` 既不截断也不丢弃：长样本会整条训练，可能超出显存。",
  "axolotl-media-length-hint": "请用 `image_size` 缩小图片，或从数据集中去掉长样本。",
  "axolotl-media-opencv": "用 Mistral 自己的分词器处理图片需要 opencv，而引擎环境中没有。",
  "axolotl-media-opencv-hint": "请删除它：transformers 的分词器无需 opencv 也能读取图片。",

  "axolotl-template-wanted": "{name} 应使用模板 `{template}`；没有它引擎不知道哪些是回答，会学习全部内容。",
  "axolotl-template-wanted-hint": "请设为 {template}。",
  "axolotl-template-pair": "`{given}` 不是 {name} 的模板，图片可能出现在错误的位置。",
  "axolotl-template-pair-hint": "请设为 {template}。",
  "axolotl-template-moved":
    "Axolotl 的文档不再为 {name} 指定模板：使用 Mistral 自己的分词器时，写模板会出错。不使用该分词器时 `{template}` 仍然适用。",
  "axolotl-template-moved-hint": "无需处理；若设置了 `tokenizer_use_mistral_common`，请删除此行。",
  "axolotl-template-unmarked": "使用 `{given}` 和图片时，引擎无法区分回答与提问，两者都会学习。",
  "axolotl-template-unmarked-hint":
    "请在 `role_boundaries` 中说明回答的起止，或用 `train_on_inputs: true` 明确表示。",
  "axolotl-model-mistral-format":
    "{model} 的权重供 Mistral 自己的程序使用，没有 config.json，Axolotl 无法加载。",
  "axolotl-model-mistral-format-hint":
    "请使用 mistral-community/pixtral-12b，它是供 transformers 使用的同一模型。",

  "axolotl-targets-both":
    "与 `lora_target_linear: true` 同时使用时表达式不起作用：所有线性层都会训练，包括视觉部分。",
  "axolotl-targets-both-hint": "删除它即可只训练表达式所指的层。",
  "axolotl-targets-none":
    "`lora_target_modules` 没有匹配此模型（{model}）的 {linear} 个线性层中的任何一个，引擎会在此停止。",
  "axolotl-targets-none-hint":
    "{meant, plural, =0 {请查看其层名，或用 `lora_target_linear: true` 选择全部。} other {可能想写的内容会匹配 # 个。}}",
  "axolotl-targets-unfit": "该表达式还匹配 {count} 个不能添加适配器的模块，例如 {first}。",
  "axolotl-targets-unfit-hint": "请让它以层名结尾，例如 (q|k|v|o)_proj。",
  "axolotl-targets-vision": "在训练的 {matched} 个模块中，有 {beyond} 个属于视觉或听觉部分，而不是语言模型。",
  "axolotl-targets-vision-hint": "通常只训练语言模型。",
  "axolotl-targets-bad-pattern":
    "`lora_target_modules` 不是 Python 能读取的表达式（第 {at} 个字符）：{reason}。",
  "axolotl-targets-bad-pattern-hint": "请改正，或写成层名列表。",
  "axolotl-targets-endless": "匹配 `lora_target_modules` 在 {seconds} 秒内没有结束，引擎会一直等待下去。",
  "axolotl-targets-endless-hint": "常见原因是重复的分组再次重复，例如 (a+)+。",

  "axolotl-gpu-precision": "{gpu} 太旧，不支持 `{key}`，训练会出错。",
  "axolotl-gpu-precision-hint":
    "{key, select, bf16 {设为 auto 时会在该显卡上使用 fp16。} other {请设为 false。}}",
  "axolotl-gpu-attention": "{gpu} 太旧，不支持 {attention}。",
  "axolotl-gpu-attention-hint": "请使用 sdpa。",
};
