// Owns what LLaMA-Factory does with a config, said out loud: what it takes where nothing is written. Refuses the check's part.
import { type ConfigDocument, readConfig } from "../../../contract/config-document.ts";
import type { OutlookFact } from "../../../contract/outlook.ts";
import type { EngineOutlook, OutlookContext } from "../../engine-interface/questions.ts";
import { fact, warmupOf } from "../../engine-kit/outlook.ts";
import { flagOf, listOf, numberOf, textOf } from "../../engine-kit/values.ts";

const STAGES = ["pt", "sft", "rm", "dpo", "kto"] as const;

export function outlook(config: string, { totalSteps, onCpu }: OutlookContext): EngineOutlook {
  const doc = readConfig(config);
  const rate = numberOf(doc, "learning_rate") ?? 5e-5;
  const name = textOf(doc, "lr_scheduler_type") ?? "linear";
  const warmup = numberOf(doc, "warmup_steps") ?? numberOf(doc, "warmup_ratio") ?? 0;
  const options = doc.get("lr_scheduler_kwargs");
  const isMap = options !== null && typeof options === "object" && !Array.isArray(options);
  return {
    warmupSteps: totalSteps === null ? null : warmupOf(warmup, totalSteps),
    schedule: { name, rate, options: isMap ? options : {} },
    facts: factsOf(doc, name, onCpu),
    sample: sampleOf(doc),
  };
}

function factsOf(doc: ConfigDocument, schedule: string, onCpu: boolean): OutlookFact[] {
  const strategy = doc.get("save_strategy") === false ? "no" : (textOf(doc, "save_strategy") ?? "steps");
  const limit = numberOf(doc, "save_total_limit");
  const length = numberOf(doc, "cutoff_len") ?? 2048;
  return [
    fact("objective", objectiveOf(doc)),
    fact("method", methodOf(doc)),
    fact("optimizer", textOf(doc, "optim") ?? "adamw_torch_fused"),
    fact("schedule", schedule),
    fact("weightDecay", String(numberOf(doc, "weight_decay") ?? 0)),
    fact("gradNorm", String(numberOf(doc, "max_grad_norm") ?? 1)),
    precision(doc),
    fact("attention", attention(textOf(doc, "flash_attn") ?? "auto", onCpu)),
    flagOf(doc, "disable_gradient_checkpointing")
      ? fact("checkpointing", "off", "关")
      : fact("checkpointing", "on", "开"),
    textOf(doc, "template") === null
      ? fact("template", "the model's own", "模型自带")
      : fact("template", textOf(doc, "template") ?? ""),
    fact("length", `${length} tokens, longer ones cut`, `${length} token，超出截断`),
    flagOf(doc, "disable_shuffling") || textOf(doc, "train_sampling_strategy") === "sequential"
      ? fact("order", "as in the data", "按数据顺序")
      : fact("order", "drawn by the seed", "按种子随机抽取"),
    fact("padding", "× 8"),
    strategy === "steps"
      ? fact(
          "saves",
          `every ${numberOf(doc, "save_steps") ?? 500} steps`,
          `每 ${numberOf(doc, "save_steps") ?? 500} 步`,
        )
      : strategy === "no"
        ? fact("saves", "at the end", "结束时")
        : fact("saves", "after each epoch", "每轮结束"),
    limit === null ? fact("kept", "all", "全部") : fact("kept", String(limit)),
    evaluates(doc),
    fact("seed", String(numberOf(doc, "seed") ?? 42)),
  ];
}

/** ORPO and SimPO compare with no starting model; they are losses of its stage dpo all the same. */
function objectiveOf(doc: ConfigDocument): string {
  const stage = textOf(doc, "stage") ?? "sft";
  if (stage !== "dpo" && stage !== "kto") return stage;
  return `${stage === "kto" ? stage : lossOf(doc)} · β ${numberOf(doc, "pref_beta") ?? 0.1}`;
}

/** The loss that is trained, which is not always the one that is named. */
function lossOf(doc: ConfigDocument): string {
  const loss = textOf(doc, "pref_loss") ?? "sigmoid";
  if (loss === "orpo" || loss === "simpo") return loss;
  return loss === "ipo" ? "dpo · sigmoid per token" : "dpo · sigmoid";
}

function methodOf(doc: ConfigDocument): string {
  const type = textOf(doc, "finetuning_type") ?? "lora";
  const bits = numberOf(doc, "quantization_bit");
  if (type !== "lora") return type;
  const rank = numberOf(doc, "lora_rank") ?? 8;
  const target = listOf(doc, "lora_target").join(", ") || "all";
  return `${bits === null ? "LoRA" : `QLoRA ${bits} bit`} · r ${rank} · α ${numberOf(doc, "lora_alpha") ?? rank * 2} · ${target}`;
}

function precision(doc: ConfigDocument): OutlookFact {
  if (flagOf(doc, "pure_bf16")) return fact("precision", "bf16, weights too", "bf16（含权重）");
  if (flagOf(doc, "bf16")) return fact("precision", "bf16");
  return flagOf(doc, "fp16")
    ? fact("precision", "fp16")
    : fact("precision", "as the model is saved", "同模型保存精度");
}

const attention = (word: string, onCpu: boolean): string =>
  ({
    auto: onCpu ? "sdpa" : "sdpa (auto)",
    fa2: "flash_attention_2",
    fa3: "flash_attention_3",
    disabled: "eager",
  })[word] ?? word;

function evaluates(doc: ConfigDocument): OutlookFact {
  const strategy = doc.get("eval_strategy") === false ? "no" : (textOf(doc, "eval_strategy") ?? "no");
  const steps = numberOf(doc, "eval_steps") ?? numberOf(doc, "logging_steps") ?? 500;
  const start = flagOf(doc, "eval_on_start");
  if (strategy === "no") return fact("evaluates", "no", "否");
  if (strategy === "epoch")
    return fact(
      "evaluates",
      `after each epoch${start ? " and at the start" : ""}`,
      `每轮${start ? "及开始时" : ""}`,
    );
  return fact(
    "evaluates",
    `every ${steps} steps${start ? " and at the start" : ""}`,
    `每 ${steps} 步${start ? "及开始时" : ""}`,
  );
}

function sampleOf(doc: ConfigDocument): EngineOutlook["sample"] {
  const [dataset] = listOf(doc, "dataset");
  const model = textOf(doc, "model_name_or_path");
  const stage = STAGES.find((each) => each === (textOf(doc, "stage") ?? "sft"));
  if (!dataset || model === null || !stage) return null;
  return {
    path: null,
    dataset,
    dir: textOf(doc, "dataset_dir"),
    settings: {
      model,
      template: textOf(doc, "template") ?? "",
      cutoffLen: numberOf(doc, "cutoff_len") ?? 2048,
      stage,
      trainOnPrompt: flagOf(doc, "train_on_prompt"),
      maskHistory: flagOf(doc, "mask_history"),
      options: {},
    },
  };
}
