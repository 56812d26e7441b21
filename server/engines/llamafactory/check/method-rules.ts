// Owns judging what the stage and the method allow: variants, adapters, quantization.
import type { Problem } from "../../../../contract/problem.ts";
import { flagOf, listOf, numberOf } from "../values.ts";
import { type Rule, remove } from "./subject.ts";

const LORA_FLAGS = ["use_dora", "use_rslora", "pissa_init"];
const SFT_FLAGS = ["predict_with_generate", "neat_packing", "train_on_prompt", "mask_history"];
const OWN_OPTIMIZERS = ["use_galore", "use_apollo", "use_badam"];

const stage: Rule = ({ doc, stage, error, info }) => {
  if (!doc.keys.includes("stage"))
    return [
      info(
        "stage",
        "stage.default",
        "No stage is given: the engine takes sft, learning from questions with their answers.",
        undefined,
        { fix: { value: "sft" } },
      ),
    ];
  if (stage === "ppo")
    return [
      error(
        "stage",
        "stage.ppo",
        "PPO cannot run: LLaMA-Factory's PPO trainer needs a trl older than the one it installs.",
        "Use dpo or kto for learning from preferences.",
      ),
    ];
  const found = SFT_FLAGS.filter((key) => stage !== "sft" && flagOf(doc, key)).map((key) =>
    error(key, "stage.sft-only", `\`${key}\` works only in the stage sft.`, "Remove it.", {
      params: { key, stage },
      ...remove,
    }),
  );
  if (["pt", "rm", "dpo", "kto"].includes(stage))
    found.push(
      info(
        "stage",
        "stage.outside-form",
        `The form is made for sft; the stage ${stage} runs too, from the YAML.`,
        undefined,
        { params: { stage } },
      ),
    );
  return found;
};

const method: Rule = ({ doc, method, error }) => {
  const found: Problem[] = [];
  if (method !== "lora") {
    for (const key of LORA_FLAGS.filter((flag) => flagOf(doc, flag)))
      found.push(
        error(
          key,
          "method.lora-only",
          `\`${key}\` is a variant of LoRA; the method here is ${method}.`,
          "Remove it, or choose LoRA.",
          { params: { key, method }, ...remove },
        ),
      );
    if (numberOf(doc, "loraplus_lr_ratio") !== null)
      found.push(
        error(
          "loraplus_lr_ratio",
          "method.lora-only",
          `\`loraplus_lr_ratio\` is a variant of LoRA; the method here is ${method}.`,
          "Remove it, or choose LoRA.",
          { params: { key: "loraplus_lr_ratio", method }, ...remove },
        ),
      );
    if (listOf(doc, "adapter_name_or_path").length > 0)
      found.push(
        error(
          "adapter_name_or_path",
          "adapter.not-lora",
          `An adapter can only be loaded with the method lora, not ${method}.`,
          "Choose LoRA, or merge the adapter first and train the merged model.",
          { params: { method } },
        ),
      );
  }
  if (method === "full" && flagOf(doc, "use_llama_pro"))
    found.push(
      error(
        "use_llama_pro",
        "method.llama-pro",
        "`use_llama_pro` works with freeze and LoRA, not with full training.",
        "Remove it.",
        remove,
      ),
    );
  const optimizers = OWN_OPTIMIZERS.filter((key) => flagOf(doc, key));
  const [first, second] = optimizers;
  if (method === "lora" && first)
    found.push(
      error(
        first,
        "method.own-optimizer",
        `\`${first}\` cannot be used with LoRA.`,
        "Remove it, or choose full training.",
        { params: { key: first } },
      ),
    );
  if (first && second)
    found.push(
      error(
        second,
        "method.two-optimizers",
        `\`${first}\` and \`${second}\` exclude each other.`,
        "Keep one.",
        { params: { key: second, other: first } },
      ),
    );
  return found;
};

const quantization: Rule = ({ doc, method, onCpu, error }) => {
  const key = "quantization_bit";
  if (numberOf(doc, key) === null) return [];
  const found: Problem[] = [];
  const refuse = (code: string, message: string, hint: string) => found.push(error(key, code, message, hint));
  if (method !== "lora" && method !== "oft")
    refuse(
      "quantization.method",
      `A quantized model can only be trained with LoRA, not with ${method}.`,
      "Choose LoRA, or remove `quantization_bit`.",
    );
  if (onCpu)
    found.push(
      error(
        key,
        "quantization.cpu",
        "Quantized training needs a GPU; this run is on the CPU.",
        "Remove `quantization_bit`.",
        remove,
      ),
    );
  if (flagOf(doc, "pissa_init"))
    refuse("quantization.pissa", "`pissa_init` cannot start from a quantized model.", "Remove one of them.");
  if (flagOf(doc, "resize_vocab"))
    refuse(
      "quantization.resize",
      "The vocabulary of a quantized model cannot be resized.",
      "Remove one of them.",
    );
  const adapters = listOf(doc, "adapter_name_or_path").length;
  if (adapters > 1 || (adapters === 1 && flagOf(doc, "create_new_adapter")))
    refuse("quantization.adapters", "A quantized model takes one adapter only.", "Merge the adapters first.");
  return found;
};

export const methodRules: readonly Rule[] = [stage, method, quantization];
