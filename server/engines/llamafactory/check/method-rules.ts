// Owns judging what the stage and the method allow: variants, adapters, optimizers.
import type { Problem } from "../../../../contract/problem.ts";
import { flagOf, listOf, numberOf } from "../../../engine-kit/values.ts";
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
        "PPO cannot run with this engine: its PPO trainer needs trl 0.9.6 or older, and the engine itself needs trl 0.18 or newer. No environment has both.",
        "Use dpo or kto for learning from preferences; both need no reward model.",
      ),
    ];
  return SFT_FLAGS.filter((key) => stage !== "sft" && flagOf(doc, key)).map((key) =>
    error(key, "stage.sft-only", `\`${key}\` works only in the stage sft.`, "Remove it.", {
      params: { key, stage },
      ...remove,
    }),
  );
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
  const layerwise = ["galore", "apollo"].find(
    (name) => flagOf(doc, `use_${name}`) && flagOf(doc, `${name}_layerwise`),
  );
  if (layerwise && (numberOf(doc, "gradient_accumulation_steps") ?? 1) > 1)
    found.push(
      error(
        "gradient_accumulation_steps",
        "method.layerwise-accumulation",
        `\`${layerwise}_layerwise\` applies every gradient at once, so gradients cannot be accumulated.`,
        "Set it to 1, and make the batch larger instead.",
        { params: { key: `${layerwise}_layerwise` }, fix: { value: 1 } },
      ),
    );
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

export const methodRules: readonly Rule[] = [stage, method];
