// Owns what one engine calls what another has under a different name, and which engine a key that is not one's own belongs
// to. Refuses to translate values: that takes more than a name.
import { argumentsOf } from "./argument-list.ts";

const NAMES: Readonly<Record<string, string>> = { llamafactory: "LLaMA-Factory", axolotl: "Axolotl" };
const lists = Object.keys(NAMES).map((id) => ({ id, known: argumentsOf(id).knownArguments }));

/** LLaMA-Factory's, Axolotl's, and whether the same value means the same in both. */
const SAME_THING: readonly (readonly [string, string, boolean])[] = [
  ["model_name_or_path", "base_model", true],
  ["template", "chat_template", false],
  ["dataset", "datasets", false],
  ["eval_dataset", "test_datasets", false],
  ["cutoff_len", "sequence_len", true],
  ["finetuning_type", "adapter", false],
  ["lora_rank", "lora_r", true],
  ["lora_target", "lora_target_modules", false],
  ["additional_target", "lora_modules_to_save", false],
  ["per_device_train_batch_size", "micro_batch_size", true],
  ["per_device_eval_batch_size", "eval_batch_size", true],
  ["num_train_epochs", "num_epochs", true],
  ["lr_scheduler_type", "lr_scheduler", true],
  ["optim", "optimizer", true],
  ["flash_attn", "attn_implementation", false],
  ["packing", "sample_packing", false],
  ["val_size", "val_set_size", true],
  ["adapter_name_or_path", "lora_model_dir", false],
  ["use_dora", "peft_use_dora", true],
  ["use_rslora", "peft_use_rslora", true],
  ["stage", "rl", false],
  ["pref_beta", "rl_beta", true],
  ["train_on_prompt", "train_on_inputs", true],
  ["quantization_bit", "load_in_4bit", false],
  ["preprocessing_num_workers", "dataset_num_proc", true],
];

/** The key it has here; null where there is none for certain. */
export function ownKey(key: string, engine: string): { key: string; same: boolean } | null {
  for (const [llamafactory, axolotl, same] of SAME_THING) {
    const [theirs, own] = engine === "axolotl" ? [llamafactory, axolotl] : [axolotl, llamafactory];
    if (theirs === key) return { key: own, same };
  }
  return null;
}

/** The engine that has a key which `engine` has not; null where none has it. */
export function ownerOf(key: string, engine: string): string | null {
  const owner = lists.find(({ id, known }) => id !== engine && known().has(key));
  return owner === undefined ? null : (NAMES[owner.id] ?? null);
}
