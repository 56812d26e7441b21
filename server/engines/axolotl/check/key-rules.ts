// Owns judging the names of keys: the engine drops those it does not know without a word. Refuses to look at values.
import type { Problem } from "../../../../contract/problem.ts";
import { didYouMean, nearest, nearestParams, surelyMeant } from "../../../engine-kit/nearest.ts";
import { knownArguments } from "../known-arguments.ts";
import type { Rule, Subject } from "./subject.ts";

/** What LLaMA-Factory calls something that has another name here. */
const FROM_LLAMAFACTORY: Readonly<Record<string, string>> = {
  model_name_or_path: "base_model",
  template: "chat_template",
  dataset: "datasets",
  cutoff_len: "sequence_len",
  finetuning_type: "adapter",
  lora_rank: "lora_r",
  lora_target: "lora_target_modules",
  per_device_train_batch_size: "micro_batch_size",
  num_train_epochs: "num_epochs",
  lr_scheduler_type: "lr_scheduler",
  optim: "optimizer",
  flash_attn: "attn_implementation",
  packing: "sample_packing",
  val_size: "val_set_size",
  adapter_name_or_path: "lora_model_dir",
  use_dora: "peft_use_dora",
  use_rslora: "peft_use_rslora",
  stage: "rl",
  pref_beta: "rl_beta",
};
/** Those whose value means the same. */
const SAME_VALUE = [
  "model_name_or_path",
  "cutoff_len",
  "lora_rank",
  "per_device_train_batch_size",
  "num_train_epochs",
  "lr_scheduler_type",
];

function judge({ doc, error, warning, context }: Subject, key: string): Problem | null {
  const known = knownArguments(context.arguments);
  if (known.has(key)) return null;
  const rename = (to: string) =>
    doc.keys.includes(to) ? { fix: { value: null } } : { fix: { value: null, rename: to } };

  const ours = FROM_LLAMAFACTORY[key];
  if (ours !== undefined)
    return error(
      key,
      "axolotl.other-engine",
      `\`${key}\` is a key of LLaMA-Factory. Axolotl drops it without a word.`,
      `Here it is \`${ours}\`.`,
      { params: { key, ours }, ...(SAME_VALUE.includes(key) ? rename(ours) : {}) },
    );

  const alike = nearest(key, known.keys());
  if (doc.keys.includes("plugins"))
    return warning(
      key,
      "axolotl.key-of-plugin",
      `Axolotl itself has no key \`${key}\`. If none of its plugins has it, it is dropped without a word.`,
      didYouMean(alike) || "Look it up in the plugin's description.",
      { params: { key, ...nearestParams(alike) } },
    );
  return error(
    key,
    "axolotl.key-unknown",
    `Axolotl has no key \`${key}\` and drops it without a word.`,
    didYouMean(alike) || "Correct or remove it.",
    {
      params: { key, ...nearestParams(alike) },
      ...(alike !== null && !doc.keys.includes(alike) && surelyMeant(key, known.keys()) ? rename(alike) : {}),
    },
  );
}

export const keyRules: Rule = (subject) =>
  subject.doc.keys.map((key) => judge(subject, key)).filter((found) => found !== null);
