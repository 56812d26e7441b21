// Owns why a key of one engine has no place in the other, by family, and what to do instead.
import type { LocalText } from "../../../contract/text.ts";
import type { TranslationTopic } from "../../../contract/translate.ts";
import { text } from "../rule.ts";

type Reason = { topic: TranslationTopic; why: LocalText };
type Family = { keys: RegExp } & Reason;

const family = (keys: RegExp, topic: TranslationTopic, en: string, zh: string): Family => ({
  keys,
  topic,
  why: text(en, zh),
});

const OF_LLAMAFACTORY: readonly Family[] = [
  family(
    /^freeze_|^use_llama_pro$/,
    "method",
    "Training some layers whole: in Axolotl name their weights in unfrozen_parameters.",
    "训练部分层：在 Axolotl 中用 unfrozen_parameters 列出权重名。",
  ),
  family(
    /^oft_|^module_dropout$/,
    "method",
    "Axolotl has no OFT. Choose LoRA.",
    "Axolotl 没有 OFT，请选择 LoRA。",
  ),
  family(
    /galore|apollo|badam|adam_mini/,
    "training",
    "Axolotl has no such switch; q_galore_adamw8bit, adamw_8bit or LoRA save memory there.",
    "Axolotl 没有这个开关；可用 q_galore_adamw8bit、adamw_8bit 或 LoRA 节省显存。",
  ),
  family(
    /^ppo_|^reward_model/,
    "preference",
    "Part of PPO, which Axolotl does not have.",
    "属于 PPO，Axolotl 没有。",
  ),
  family(
    /^ref_model|^ld_alpha$|^pref_bco_weight$/,
    "preference",
    "Axolotl compares with the starting model itself and has no such weight.",
    "Axolotl 直接与起始模型比较，没有该项。",
  ),
  family(
    /^double_quantization$|^quantization_(?:type|device_map)$/,
    "method",
    "Axolotl takes nf4 with double quantization; bnb_config_kwargs changes that.",
    "Axolotl 使用 nf4 与双重量化；可用 bnb_config_kwargs 修改。",
  ),
  family(
    /^(?:streaming|buffer_size|mix_strategy|interleave_probs|tokenized_path|preprocessing_batch_size|overwrite_cache|data_shared_file_system)$/,
    "data",
    "Axolotl joins its datasets one after the other and prepares them by itself.",
    "Axolotl 依次拼接数据集并自行预处理。",
  ),
  family(
    /^(?:use_unsloth|enable_liger_kernel|use_liger_kernel|shift_attn|mixture_of_depths|upcast_|use_kt|use_mca)/,
    "precision",
    "A way of LLaMA-Factory's to compute; Axolotl has kernels of its own (Liger as a plugin).",
    "LLaMA-Factory 的计算方式；Axolotl 有自己的算子（Liger 为插件）。",
  ),
  family(
    /^use_swanlab$|^swanlab_/,
    "saving",
    "Axolotl reports to SwanLab through its plugin: axolotl.integrations.swanlab.",
    "Axolotl 通过插件 axolotl.integrations.swanlab 上报 SwanLab。",
  ),
  family(
    /^use_(?:dft|asft)_loss$|^asft_alpha$/,
    "training",
    "Axolotl has no such loss.",
    "Axolotl 没有这种损失。",
  ),
  family(
    /^print_param_status$|^overwrite_output_dir$|^ray_|^do_sample$|^temperature$|^top_|^max_new_tokens$|^predict_with_generate$/,
    "other",
    "Does not change the training.",
    "不影响训练。",
  ),
];

const OF_AXOLOTL: readonly Family[] = [
  family(
    /^dataset_prepared_path$/,
    "data",
    "LLaMA-Factory keeps prepared examples in its own cache.",
    "LLaMA-Factory 把预处理的样本放在自己的缓存中。",
  ),
  family(
    /^trl$|^vllm$|^ebft$|^process_reward_model$/,
    "preference",
    "LLaMA-Factory does not learn from rewards on its own samples but by PPO.",
    "LLaMA-Factory 只能用 PPO 从自身采样的奖励学习。",
  ),
  family(
    /^(?:context_parallel|tensor_parallel|sequence_parallel|dp_shard|dp_replicate|heads_k|ring_attn)/,
    "devices",
    "LLaMA-Factory shares the model out with DeepSpeed or FSDP.",
    "LLaMA-Factory 用 DeepSpeed 或 FSDP 切分模型。",
  ),
  family(
    /^qat$|^quantization$/,
    "method",
    "LLaMA-Factory quantizes after training, when exporting.",
    "LLaMA-Factory 在训练后导出时量化。",
  ),
  family(
    /^plugins$|_cross_entropy|^liger_|kernel/,
    "precision",
    "Code of Axolotl's own; the sums are the same without it.",
    "Axolotl 自有的实现；不用时结果相同。",
  ),
  family(
    /^special_tokens$|^tokens$|^added_tokens/,
    "model",
    "In LLaMA-Factory add_tokens and add_special_tokens add tokens.",
    "LLaMA-Factory 用 add_tokens 和 add_special_tokens 添加 token。",
  ),
  family(
    /^unfrozen_parameters$/,
    "method",
    "In LLaMA-Factory finetuning_type: freeze with freeze_trainable_modules names layers.",
    "LLaMA-Factory 用 finetuning_type: freeze 和 freeze_trainable_modules 指定层。",
  ),
  family(
    /^relora|^jagged_|^lisa_|^lr_groups$|^embedding_lr/,
    "training",
    "LLaMA-Factory has no such course of training.",
    "LLaMA-Factory 没有这种训练方式。",
  ),
  family(
    /^wandb_|^mlflow_|^comet_|^trackio_/,
    "saving",
    "LLaMA-Factory takes this from the environment, such as WANDB_PROJECT.",
    "LLaMA-Factory 从环境变量读取，例如 WANDB_PROJECT。",
  ),
  family(
    /^min_sample_len$|^dataset_|^sample_packing_|^val_/,
    "data",
    "LLaMA-Factory prepares its data without this.",
    "LLaMA-Factory 准备数据时没有此项。",
  ),
  family(
    /^type_of_model$|^tokenizer_|^is_.*_derived_model$|^base_model_config$/,
    "model",
    "LLaMA-Factory finds it out from the model's own files.",
    "LLaMA-Factory 从模型文件中得知。",
  ),
];

const UNKNOWN: Reason = {
  topic: "other",
  why: text(
    "No key of the other engine says this. Look for another way in its documentation, or do without.",
    "另一个引擎没有对应的键。请查阅其文档，或不用它。",
  ),
};

const reasonIn =
  (families: readonly Family[]) =>
  (key: string): Reason =>
    families.find(({ keys }) => keys.test(key)) ?? UNKNOWN;

export const leftByLlamaFactory = reasonIn(OF_LLAMAFACTORY);
export const leftByAxolotl = reasonIn(OF_AXOLOTL);
