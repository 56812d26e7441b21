// Owns the list of what the engine refuses, or accepts and fails at later: the smallest config for each, and our code.
// Test use only: our check and the engine's own parser are both held against it.
import { goodConfig } from "./workplace.ts";

export type Refusal = {
  /** Lines over the good config: a key that is there already is replaced, `key:-` takes it out. */
  lines: string;
  code: string;
  path: string;
  /**
   * What the engine's parser says: words of its refusal; `later` where it accepts what fails after minutes or does
   * something else than was written; `elsewhere` where its verdict needs GPUs or packages that a test has not.
   */
  engine: RegExp | "later" | "elsewhere";
  /** GPUs the run asks for. */
  gpus?: number[];
};

const ofValues: Refusal[] = [
  {
    lines: "lerning_rate: 1.0e-4",
    code: "key.unknown",
    path: "lerning_rate",
    engine: /not used by the HfArgumentParser/,
  },
  { lines: "save_safetensors: true", code: "key.removed", path: "save_safetensors", engine: /not used by/ },
  { lines: "enable_high_fps: true", code: "key.fork-only", path: "enable_high_fps", engine: /not used by/ },
  {
    lines: "double_frame_duration: 30",
    code: "key.fork-only",
    path: "double_frame_duration",
    engine: /not used by/,
  },
  { lines: "packing_maxlen: 3", code: "key.fork-only", path: "packing_maxlen", engine: /not used by/ },
  { lines: "time_scale: 0.1", code: "key.fork-only", path: "time_scale", engine: /not used by/ },
  {
    lines: "model_name_or_path:-",
    code: "model.missing",
    path: "model_name_or_path",
    engine: /model_name_or_path/,
  },
  { lines: "stage: grpo", code: "value.choice", path: "stage", engine: "later" },
  { lines: "stage: dpo\npref_loss: foo", code: "value.choice", path: "pref_loss", engine: "later" },
  { lines: "flash_attn: eager", code: "value.choice", path: "flash_attn", engine: "later" },
  { lines: "rope_scaling: foo", code: "value.choice", path: "rope_scaling", engine: "later" },
  {
    lines: "finetuning_type: qlora",
    code: "value.choice",
    path: "finetuning_type",
    engine: /Invalid fine-tuning method/,
  },
  {
    lines: "lr_scheduler_type: cosin",
    code: "value.choice",
    path: "lr_scheduler_type",
    engine: /not a valid SchedulerType/,
  },
  { lines: "optim: adam", code: "value.choice", path: "optim", engine: /not a valid OptimizerNames/ },
  { lines: "mix_strategy: interleave", code: "value.choice", path: "mix_strategy", engine: "later" },
  { lines: 'lora_rank: "8"', code: "value.type", path: "lora_rank", engine: "later" },
  { lines: 'packing: "false"', code: "value.type", path: "packing", engine: "later" },
  { lines: "lora_rank: 8.5", code: "value.type", path: "lora_rank", engine: "later" },
  { lines: "num_train_epochs: three", code: "value.type", path: "num_train_epochs", engine: "later" },
  {
    lines: "eval_strategy: no",
    code: "value.bare-word",
    path: "eval_strategy",
    engine: /False is not a valid IntervalStrategy/,
  },
  {
    lines: "eval_strategy: off",
    code: "value.bare-word",
    path: "eval_strategy",
    engine: /False is not a valid/,
  },
  { lines: "run_name: on", code: "value.bare-word", path: "run_name", engine: "later" },
  { lines: "cutoff_len: 1:30", code: "value.odd-number", path: "cutoff_len", engine: "later" },
  { lines: "save_steps: 010", code: "value.odd-number", path: "save_steps", engine: "later" },
  { lines: "save_steps: 007", code: "value.odd-number", path: "save_steps", engine: "later" },
  {
    lines: "run_name: a$" + "{b",
    code: "value.interpolation",
    path: "run_name",
    engine: /mismatched input|missing BRACE_CLOSE|no viable/i,
  },
  { lines: "run_name: $" + "{b}", code: "value.interpolation", path: "run_name", engine: "later" },
  { lines: "learning_rate: -1.0", code: "value.range", path: "learning_rate", engine: "later" },
  { lines: "lora_dropout: 1.5", code: "value.range", path: "lora_dropout", engine: "later" },
];

const ofData: Refusal[] = [
  {
    lines: "dataset:-",
    code: "dataset.missing",
    path: "dataset",
    engine: /Please specify dataset for training/,
  },
  {
    lines: "dataset:-\ndo_train: false\ndo_eval: true\nval_size: 0.1",
    code: "data.nothing-to-split",
    path: "val_size",
    engine: /Cannot specify `val_size` if `dataset` is None/,
  },
  {
    lines: "val_size: 0.1\neval_dataset: places",
    code: "eval.two-sources",
    path: "val_size",
    engine: /`val_size` if `eval_dataset` is not None/,
  },
  {
    lines: 'interleave_probs: "1.0"',
    code: "mix.not-interleaved",
    path: "interleave_probs",
    engine: /only valid for interleaved mixing/,
  },
  {
    lines: 'mix_strategy: interleave_under\ninterleave_probs: "0.5,0.5"',
    code: "mix.length",
    path: "interleave_probs",
    engine: /length of dataset and interleave probs/,
  },
  {
    lines: 'mix_strategy: interleave_under\ninterleave_probs: "1.0"\neval_dataset: people,places',
    code: "mix.length",
    path: "interleave_probs",
    engine: /length of eval dataset/,
  },
  {
    lines: "streaming: true\nmax_steps: 5\nval_size: 0.1",
    code: "streaming.val-size",
    path: "val_size",
    engine: /integer val size/,
  },
  {
    lines: "streaming: true\nmax_steps: 5\nmax_samples: 5",
    code: "streaming.max-samples",
    path: "max_samples",
    engine: /incompatible with `streaming`/,
  },
  {
    lines: "streaming: true",
    code: "streaming.max-steps",
    path: "streaming",
    engine: /specify `max_steps` in streaming/,
  },
  {
    lines: "mask_history: true\ntrain_on_prompt: true",
    code: "data.mask-and-prompt",
    path: "mask_history",
    engine: /incompatible with `train_on_prompt`/,
  },
  {
    lines: "image_max_pixels: 10\nimage_min_pixels: 20",
    code: "value.max-below-min",
    path: "image_max_pixels",
    engine: /cannot be smaller than `image_min/,
  },
  {
    lines: "video_max_pixels: 100",
    code: "value.max-below-min",
    path: "video_max_pixels",
    engine: /cannot be smaller than `video_min/,
  },
  {
    lines: "eval_strategy: steps",
    code: "eval.no-data",
    path: "eval_strategy",
    engine: /make sure eval_dataset/,
  },
  { lines: "do_eval: true", code: "eval.no-data", path: "do_eval", engine: /make sure eval_dataset/ },
  {
    lines: "predict_with_generate: true",
    code: "eval.no-data",
    path: "predict_with_generate",
    engine: /make sure eval_dataset/,
  },
  {
    lines: "do_predict: true\nval_size: 0.1",
    code: "eval.predict",
    path: "do_predict",
    engine: /enable `predict_with_generate`/,
  },
  {
    lines: "predict_with_generate: true\ncompute_accuracy: true\nval_size: 0.1",
    code: "eval.accuracy",
    path: "compute_accuracy",
    engine: /`predict_with_generate` and `compute_accuracy`/,
  },
  { lines: "template: qwne", code: "template.unknown", path: "template", engine: "later" },
  { lines: "dataset: pepole", code: "dataset.unknown", path: "dataset", engine: "later" },
  { lines: "dataset: lost", code: "dataset.unusable", path: "dataset", engine: "later" },
  { lines: "dataset: pairs", code: "dataset.is-pairs", path: "dataset", engine: "later" },
  { lines: "stage: dpo", code: "dataset.needs-pairs", path: "dataset", engine: "later" },
  { lines: "stage: rm", code: "dataset.needs-pairs", path: "dataset", engine: "later" },
  { lines: "stage: kto", code: "dataset.needs-marks", path: "dataset", engine: "later" },
  { lines: "dataset: marks", code: "dataset.is-marks", path: "dataset", engine: "later" },
  { lines: "dataset: pictures", code: "template.no-media", path: "template", engine: "later" },
];

const ofStages: Refusal[] = [
  ...["predict_with_generate", "neat_packing", "train_on_prompt", "mask_history"].map(
    (key): Refusal => ({
      lines: `stage: pt\nval_size: 0.1\n${key}: true`,
      code: "stage.sft-only",
      path: key,
      engine: /except SFT/,
    }),
  ),
  { lines: "stage: ppo", code: "stage.ppo", path: "stage", engine: /`reward_model` is necessary/ },
  {
    lines: "stage: ppo\nreward_model: models/tiny-adapter",
    code: "stage.ppo",
    path: "stage",
    engine: "later",
  },
  {
    lines: "stage: ppo\nfinetuning_type: full\nreward_model: models/tiny-adapter",
    code: "stage.ppo",
    path: "stage",
    engine: /cannot be lora for Freeze/,
  },
  {
    lines: "stage: ppo\ndo_train: false\nreward_model: models/tiny-adapter",
    code: "stage.ppo",
    path: "stage",
    engine: /PPO training does not support evaluation/,
  },
  {
    lines: "stage: ppo\nreward_model: models/tiny-adapter\nreport_to: mlflow",
    code: "stage.ppo",
    path: "stage",
    engine: /PPO only accepts/,
  },
  {
    lines: "stage: rm\nload_best_model_at_end: true\neval_strategy: steps\nval_size: 0.1\neval_steps: 10",
    code: "best.stage",
    path: "load_best_model_at_end",
    engine: /do not support `load_best_model_at_end`/,
  },
  {
    lines: "stage: dpo\npref_loss: hinge\ndpo_label_smoothing: 0.1",
    code: "preference.smoothing",
    path: "dpo_label_smoothing",
    engine: /only valid for sigmoid/,
  },
  {
    lines: "stage: dpo\npissa_init: true",
    code: "preference.pissa",
    path: "pissa_init",
    engine: /Cannot use PiSSA/,
  },
  {
    lines: "stage: kto\npissa_init: true",
    code: "preference.pissa",
    path: "pissa_init",
    engine: /Cannot use PiSSA/,
  },
  {
    lines: "stage: dpo\nref_model_quantization_bit: 3",
    code: "preference.bits",
    path: "ref_model_quantization_bit",
    engine: /4-bit or 8-bit/,
  },
];

const ofMethods: Refusal[] = [
  ...["full", "freeze", "oft"].map(
    (method): Refusal => ({
      lines: `finetuning_type: ${method}\nadapter_name_or_path: models/tiny-adapter`,
      code: "adapter.not-lora",
      path: "adapter_name_or_path",
      engine: /only valid for the LoRA method/,
    }),
  ),
  ...["use_rslora", "use_dora", "pissa_init"].map(
    (key): Refusal => ({
      lines: `finetuning_type: full\n${key}: true`,
      code: "method.lora-only",
      path: key,
      engine: /only valid for LoRA training/,
    }),
  ),
  {
    lines: "finetuning_type: oft\nloraplus_lr_ratio: 16.0",
    code: "method.lora-only",
    path: "loraplus_lr_ratio",
    engine: /only valid for LoRA training/,
  },
  {
    lines: "finetuning_type: full\nuse_llama_pro: true",
    code: "method.llama-pro",
    path: "use_llama_pro",
    engine: /only valid for Freeze or LoRA/,
  },
  ...["use_galore", "use_apollo", "use_badam"].map(
    (key): Refusal => ({
      lines: `${key}: true`,
      code: "method.own-optimizer",
      path: key,
      engine: /Cannot use LoRA with GaLore/,
    }),
  ),
  {
    lines: "finetuning_type: full\nuse_galore: true\nuse_badam: true",
    code: "method.two-optimizers",
    path: "use_badam",
    engine: /Cannot use GaLore, APOLLO or BAdam together/,
  },
  {
    lines: "finetuning_type: full\nquantization_bit: 4",
    code: "quantization.method",
    path: "quantization_bit",
    engine: /only compatible with the LoRA or OFT/,
  },
  {
    lines: "quantization_bit: 4\npissa_init: true",
    code: "quantization.pissa",
    path: "quantization_bit",
    engine: /PiSSA for a quantized model/,
  },
  {
    lines: "quantization_bit: 4\nresize_vocab: true",
    code: "quantization.resize",
    path: "quantization_bit",
    engine: /Cannot resize embedding layers/,
  },
  {
    lines: "quantization_bit: 4\ncreate_new_adapter: true\nadapter_name_or_path: models/tiny-adapter",
    code: "quantization.adapters",
    path: "quantization_bit",
    engine: /Cannot create new adapter upon a quantized/,
  },
  {
    lines: "quantization_bit: 4\nadapter_name_or_path: models/tiny-adapter,models/tiny-adapter",
    code: "quantization.adapters",
    path: "quantization_bit",
    engine: /only accepts a single adapter/,
  },
  {
    lines: "quantization_bit: 4\nquantization_device_map: auto",
    code: "quantization.device-map",
    path: "quantization_device_map",
    engine: /Cannot use device map/,
  },
  {
    lines: "quantization_bit: 4\nfp8: true",
    code: "quantization.fp8",
    path: "fp8",
    engine: /FP8 training is not compatible/,
  },
  {
    lines: "quantization_bit: 3",
    code: "quantization.bits",
    path: "quantization_bit",
    engine: "later",
    gpus: [0],
  },
  {
    lines: "quantization_bit: 7\nquantization_method: hqq",
    code: "quantization.bits",
    path: "quantization_bit",
    engine: "later",
    gpus: [0],
  },
  {
    lines: "quantization_bit: 4\nquantization_method: eetq",
    code: "quantization.bits",
    path: "quantization_bit",
    engine: "later",
    gpus: [0],
  },
  {
    lines: "quantization_bit: 4\nquantization_method: gptq",
    code: "quantization.not-while-loading",
    path: "quantization_method",
    engine: "later",
    gpus: [0],
  },
  {
    lines: "export_quantization_bit: 4",
    code: "export.no-calibration",
    path: "export_quantization_bit",
    engine: /Quantization dataset is necessary/,
  },
  {
    lines: "infer_backend: vllm",
    code: "backend.chat-only",
    path: "infer_backend",
    engine: /only available for API/,
  },
  {
    lines: "report_to: trackio\nproject: ''",
    code: "network.no-project",
    path: "project",
    engine: "elsewhere",
  },
];

const ofDevices: Refusal[] = [
  {
    lines: "pure_bf16: true",
    code: "precision.pure-bf16-cpu",
    path: "pure_bf16",
    engine: /does not support `pure_bf16`/,
  },
  {
    lines: "use_cpu:-\nbf16: true",
    code: "precision.bf16-cpu",
    path: "bf16",
    engine: /doesn't support bf16/,
  },
  {
    lines: "bf16: true\nfp16: true",
    code: "precision.both",
    path: "fp16",
    engine: /At most one of fp16 and bf16/,
  },
  ...[
    "predict_with_generate: true\nval_size: 0.1",
    "pissa_init: true",
    "pure_bf16: true",
    "use_unsloth: true",
    "use_kt: true",
  ].map(
    (lines): Refusal => ({
      lines: `${lines}\ndeepspeed: zero3.json`,
      code: "zero3.excludes",
      path: lines.split(":")[0] ?? "",
      engine: "elsewhere",
      gpus: [0],
    }),
  ),
  ...["use_galore", "use_apollo"].map(
    (key): Refusal => ({
      lines: `finetuning_type: full\n${key}: true\ndeepspeed: zero2.json`,
      code: "deepspeed.own-optimizer",
      path: key,
      engine: "elsewhere",
      gpus: [0],
    }),
  ),
  {
    lines: "deepspeed: broken.json",
    code: "deepspeed.unreadable",
    path: "deepspeed",
    engine: "elsewhere",
    gpus: [0],
  },
  {
    lines: "finetuning_type: full\nuse_galore: true\ngalore_layerwise: true",
    code: "distributed.layerwise",
    path: "galore_layerwise",
    engine: "elsewhere",
    gpus: [0, 1],
  },
  {
    lines: "finetuning_type: full\nuse_apollo: true\napollo_layerwise: true",
    code: "distributed.layerwise",
    path: "apollo_layerwise",
    engine: "elsewhere",
    gpus: [0, 1],
  },
  {
    lines: "finetuning_type: full\nuse_badam: true\nbadam_mode: ratio",
    code: "distributed.badam-ratio",
    path: "badam_mode",
    engine: "elsewhere",
    gpus: [0, 1],
  },
  {
    lines: "finetuning_type: full\nuse_badam: true",
    code: "distributed.badam-layer",
    path: "use_badam",
    engine: "elsewhere",
    gpus: [0, 1],
  },
  {
    lines: "finetuning_type: full\nuse_galore: true\ngalore_layerwise: true\ngradient_accumulation_steps: 2",
    code: "method.layerwise-accumulation",
    path: "gradient_accumulation_steps",
    engine: "elsewhere",
  },
];

const needs = (lines: string, path: string, engine: Refusal["engine"]): Refusal => ({
  lines,
  code: "package.missing",
  path,
  engine,
});
/** Of an environment that has nothing beside the locked packages. */
const ofPackages: Refusal[] = [
  needs("predict_with_generate: true\nval_size: 0.1", "predict_with_generate", /jieba/),
  needs("enable_liger_kernel: true", "enable_liger_kernel", /liger-kernel/),
  needs("finetuning_type: full\nuse_galore: true", "use_galore", /galore_torch/),
  needs("finetuning_type: full\nuse_apollo: true", "use_apollo", /apollo_torch/),
  needs("finetuning_type: full\nuse_badam: true", "use_badam", /badam/),
  needs("use_adam_mini: true", "use_adam_mini", /adam-mini/),
  needs("use_swanlab: true", "use_swanlab", /swanlab/),
  needs("mixture_of_depths: convert", "mixture_of_depths", /mixture-of-depth/),
  needs("deepspeed: zero2.json", "deepspeed", /[Dd]eep[Ss]peed/),
  needs("optim: paged_adamw_8bit", "optim", "later"),
  needs("report_to: tensorboard", "report_to", "later"),
  { ...needs("quantization_bit: 4", "quantization_bit", "later"), gpus: [0] },
  { lines: "use_unsloth: true", code: "package.not-offered", path: "use_unsloth", engine: /unsloth/ },
];

export const refusals: readonly Refusal[] = [
  ...ofValues,
  ...ofData,
  ...ofStages,
  ...ofMethods,
  ...ofDevices,
  ...ofPackages,
];

/** The good config with the lines of a refusal. */
export function configOf({ lines }: Pick<Refusal, "lines">): string {
  return lines.split("\n").reduce((text, line) => {
    const key = line.split(":")[0] ?? "";
    const others = text.split("\n").filter((each) => each !== "" && !each.startsWith(`${key}:`));
    return `${[...others, ...(line.endsWith(":-") ? [] : [line])].join("\n")}\n`;
  }, goodConfig);
}
