// Owns what Axolotl does with a config, said out loud: what it takes where nothing is written. Refuses the check's part.
import { type ConfigDocument, readConfig } from "../../../contract/config-document.ts";
import type { OutlookFact } from "../../../contract/outlook.ts";
import type { EngineOutlook, OutlookContext } from "../../engine-interface/questions.ts";
import { fact } from "../../engine-kit/outlook.ts";
import { flagOf, listOf, numberOf, textOf } from "../../engine-kit/values.ts";
import { datasetsIn, learnsText, wordOf } from "./dataset-entries.ts";

/** Where nothing is said: three of a hundred steps, at most a hundred. */
const SHARE = 0.03;
const MOST = 100;

export function outlook(config: string, { totalSteps, onCpu }: OutlookContext): EngineOutlook {
  const doc = readConfig(config);
  const floor = numberOf(doc, "cosine_min_lr_ratio");
  const constant = numberOf(doc, "cosine_constant_lr_ratio");
  const options = doc.get("lr_scheduler_kwargs");
  const isMap = options !== null && typeof options === "object" && !Array.isArray(options);
  const name = textOf(doc, "lr_scheduler") ?? "cosine";
  return {
    warmupSteps: totalSteps === null ? null : warmupOf(doc, totalSteps),
    schedule: {
      name,
      rate: numberOf(doc, "learning_rate") ?? 0,
      options: {
        ...(isMap ? options : {}),
        ...(floor === null ? {} : { cosine_min_lr_ratio: floor }),
        ...(constant === null ? {} : { cosine_constant_lr_ratio: constant }),
      },
    },
    facts: factsOf(doc, name, onCpu),
    sample: sampleOf(doc),
  };
}

/** Rounded down, and two where it comes to one. */
function warmupOf(doc: ConfigDocument, total: number): number {
  const steps = numberOf(doc, "warmup_steps");
  const ratio = numberOf(doc, "warmup_ratio");
  const count =
    steps ?? (ratio === null ? Math.min(Math.trunc(SHARE * total), MOST) : Math.trunc(ratio * total));
  return count === 1 ? 2 : count;
}

function factsOf(doc: ConfigDocument, schedule: string, onCpu: boolean): OutlookFact[] {
  const rl = textOf(doc, "rl");
  const beta = rl === null ? "" : ` · β ${numberOf(doc, "rl_beta") ?? numberOf(doc, "orpo_alpha") ?? 0.1}`;
  const length = numberOf(doc, "sequence_len") ?? 512;
  const cuts = textOf(doc, "excess_length_strategy") === "truncate";
  const template = textOf(doc, "chat_template") ?? "tokenizer_default";
  return [
    fact("objective", `${objectiveOf(doc)}${beta}`),
    fact("method", methodOf(doc)),
    fact("optimizer", textOf(doc, "optimizer") ?? "adamw_torch_fused"),
    fact("schedule", schedule),
    fact("weightDecay", String(numberOf(doc, "weight_decay") ?? 0)),
    fact("gradNorm", String(numberOf(doc, "max_grad_norm") ?? 1)),
    precision(doc),
    fact("attention", attention(doc, onCpu)),
    doc.get("gradient_checkpointing")
      ? fact("checkpointing", "on", "开")
      : fact("checkpointing", "off", "关"),
    templateFact(doc, template),
    cuts
      ? fact("length", `${length} tokens, longer ones cut`, `${length} token，超出截断`)
      : fact("length", `${length} tokens, longer ones left out`, `${length} token，超出丢弃`),
    order(doc),
    padding(doc),
    saves(doc),
    fact(
      "kept",
      keptOf(numberOf(doc, "save_total_limit")),
      keptOf(numberOf(doc, "save_total_limit"), "全部"),
    ),
    evaluates(doc),
    fact("seed", String(numberOf(doc, "seed") ?? 42)),
  ];
}

function objectiveOf(doc: ConfigDocument): string {
  if (flagOf(doc, "reward_model")) return "rm";
  const rl = textOf(doc, "rl");
  if (rl === "dpo") return `dpo · ${listOf(doc, "dpo_loss_type").join(", ") || "sigmoid"}`;
  if (rl !== null) return rl === "ipo" ? "dpo · ipo" : rl;
  return learnsText(doc) ? "pt" : "sft";
}

/** For KTO the type of the first dataset writes the conversation itself. */
function templateFact(doc: ConfigDocument, name: string): OutlookFact {
  const [first] = datasetsIn(doc, "datasets");
  const own = /^(chatml|llama3)\./.exec(wordOf(first?.value ?? null, "type") ?? "")?.[1];
  if (textOf(doc, "rl") === "kto" && own) return fact("template", own);
  return name.startsWith("tokenizer_default")
    ? fact("template", "the model's own", "模型自带")
    : fact("template", name);
}

/** Preferences and pictures are filled up by collators of their own, unless preferences are told otherwise. */
function padding(doc: ConfigDocument): OutlookFact {
  const asked = numberOf(doc, "pad_to_multiple_of");
  const longest = fact("padding", "the longest of a step", "每步最长的一行");
  if (textOf(doc, "processor_type") !== null) return longest;
  if (textOf(doc, "rl") !== null && (asked === null || textOf(doc, "rl") === "kto")) return longest;
  return fact("padding", `× ${asked ?? 64}`);
}

/** A number that no run reaches stands for all. */
const keptOf = (limit: number | null, all = "all") =>
  limit !== null && limit >= 100_000 ? all : String(limit || 4);

function methodOf(doc: ConfigDocument): string {
  const adapter = textOf(doc, "adapter");
  if (adapter === null) return "full";
  const bits = flagOf(doc, "load_in_4bit") ? 4 : flagOf(doc, "load_in_8bit") ? 8 : null;
  const target = flagOf(doc, "lora_target_linear") ? "all" : listOf(doc, "lora_target_modules").join(", ");
  const kind = bits === null ? "LoRA" : `QLoRA ${bits} bit`;
  return `${kind} · r ${numberOf(doc, "lora_r") ?? "–"} · α ${numberOf(doc, "lora_alpha") ?? "–"} · ${target}`;
}

function precision(doc: ConfigDocument): OutlookFact {
  const bf16 = doc.get("bf16") ?? "auto";
  if (bf16 === "full") return fact("precision", "bf16, weights too", "bf16（含权重）");
  if (bf16 === true) return fact("precision", "bf16");
  if (flagOf(doc, "fp16")) return fact("precision", "fp16");
  return bf16 === "auto"
    ? fact("precision", "bf16, or fp16 where the GPU has none", "bf16，GPU 不支持时为 fp16")
    : fact("precision", "32 bits", "32 位");
}

function attention(doc: ConfigDocument, onCpu: boolean): string {
  const named = textOf(doc, "attn_implementation");
  if (named !== null) return named;
  if (flagOf(doc, "flash_attention")) return "flash_attention_2";
  return onCpu || flagOf(doc, "sdp_attention") ? "sdpa" : "sdpa (auto)";
}

function order(doc: ConfigDocument): OutlookFact {
  const isMixed = doc.get("shuffle_merged_datasets") !== false;
  // Its trainer for KTO draws nothing; those for pairs and rewards draw whatever is asked for.
  if (textOf(doc, "rl") === "kto")
    return isMixed
      ? fact("order", "mixed by the seed", "按种子打乱")
      : fact("order", "as in the data", "按数据顺序");
  const draws = textOf(doc, "rl") !== null || flagOf(doc, "reward_model");
  if (flagOf(doc, "curriculum_sampling") && !draws) return fact("order", "as in the data", "按数据顺序");
  return isMixed
    ? fact("order", "mixed, then drawn by the seed", "先打乱，再按种子抽取")
    : fact("order", "drawn by the seed", "按种子随机抽取");
}

function saves(doc: ConfigDocument): OutlookFact {
  const steps = numberOf(doc, "save_steps");
  const times = numberOf(doc, "saves_per_epoch");
  if (steps !== null) return fact("saves", `every ${steps} steps`, `每 ${steps} 步`);
  if (times !== null && times > 1) return fact("saves", `${times} × per epoch`, `每轮 ${times} 次`);
  const isNone = doc.get("save_strategy") === false || textOf(doc, "save_strategy") === "no";
  return isNone ? fact("saves", "at the end", "结束时") : fact("saves", "after each epoch", "每轮结束");
}

function evaluates(doc: ConfigDocument): OutlookFact {
  const some = (numberOf(doc, "val_set_size") ?? 0) > 0 || Array.isArray(doc.get("test_datasets"));
  const steps = numberOf(doc, "eval_steps");
  const times = numberOf(doc, "evals_per_epoch");
  if (some && steps !== null)
    return fact("evaluates", `every ${steps} steps and at the start`, `每 ${steps} 步及开始时`);
  if (some && times !== null)
    return fact("evaluates", `${times} × per epoch and at the start`, `每轮 ${times} 次及开始时`);
  if (some && textOf(doc, "eval_strategy") === "epoch")
    return fact("evaluates", "after each epoch and at the start", "每轮及开始时");
  return fact("evaluates", "no", "否");
}

const AS_REGISTERED = /^(?:chat_template|completion|chatml\.|llama3\.|bradley_terry\.)/;

function sampleOf(doc: ConfigDocument): EngineOutlook["sample"] {
  const [first] = datasetsIn(doc, "datasets");
  const model = textOf(doc, "base_model");
  if (!first?.path || model === null) return null;
  const rl = textOf(doc, "rl");
  const mapping =
    first.value !== null && typeof first.value === "object" && !Array.isArray(first.value) ? first.value : {};
  // ORPO ends an answer in another way than the rows of other preferences show.
  if (rl === "orpo") return null;
  // A type of its own writes a prompt of its own, which the rows as they are registered do not show.
  if (typeof mapping.type !== "string" || !AS_REGISTERED.test(mapping.type)) return null;
  return {
    path: first.path,
    dataset: null,
    dir: null,
    settings: {
      model,
      template: textOf(doc, "chat_template") ?? "tokenizer_default",
      cutoffLen: numberOf(doc, "sequence_len") ?? 512,
      stage: rl === "kto" ? "kto" : rl === null ? (mapping.type === "completion" ? "pt" : "sft") : "dpo",
      trainOnPrompt: flagOf(doc, "train_on_inputs"),
      maskHistory: false,
      options: {},
    },
  };
}
