// Owns judging the keys of learning from preferences and feedback: losses, the model to compare with, PiSSA's exclusions.
import type { Problem } from "../../../../contract/problem.ts";
import { flagOf, numberOf, textOf } from "../../../engine-kit/values.ts";
import { type Rule, remove } from "./subject.ts";

const WITHOUT_REFERENCE = ["orpo", "simpo"];
/** The engine does not hand these on to the library that computes them, which then takes sigmoid. */
const NOT_HANDED_ON = ["hinge", "ipo"];

export const preferenceRules: readonly Rule[] = [
  ({ doc, stage, error, warning }) => {
    const found: Problem[] = [];
    const loss = textOf(doc, "pref_loss") ?? "sigmoid";
    if (stage === "dpo" && loss !== "sigmoid" && (numberOf(doc, "dpo_label_smoothing") ?? 0) > 1e-6)
      found.push(
        error(
          "dpo_label_smoothing",
          "preference.smoothing",
          `\`dpo_label_smoothing\` works only with the loss sigmoid, not with ${loss}.`,
          "Remove it, or set `pref_loss: sigmoid`.",
          { params: { loss }, ...remove },
        ),
      );
    if (stage === "dpo" && NOT_HANDED_ON.includes(loss))
      found.push(
        warning(
          "pref_loss",
          "preference.loss-ignored",
          `LLaMA-Factory 0.9.5 trains the loss sigmoid where ${loss} is named.`,
          "Set `pref_loss: sigmoid` to say so, or train with Axolotl, which has this loss.",
          { params: { loss } },
        ),
      );
    const compares = stage === "dpo" && !WITHOUT_REFERENCE.includes(loss);
    if (flagOf(doc, "pissa_init") && (stage === "kto" || stage === "ppo" || compares))
      found.push(
        error(
          "pissa_init",
          "preference.pissa",
          `\`pissa_init\` changes the model that ${stage} compares with.`,
          "Remove it.",
          { params: { stage }, ...remove },
        ),
      );
    for (const key of ["ref_model_quantization_bit", "reward_model_quantization_bit"]) {
      const bits = numberOf(doc, key);
      if (bits !== null && bits !== 4 && bits !== 8)
        found.push(
          error(key, "preference.bits", `\`${key}\` is 4 or 8, not ${bits}.`, "Choose one of these.", {
            params: { key, bits },
          }),
        );
    }
    if (textOf(doc, "ref_model") !== null && stage === "dpo" && !compares)
      found.push(
        warning(
          "ref_model",
          "preference.unused-reference",
          `The loss ${loss} compares with no other model: \`ref_model\` has no effect.`,
          "Remove it.",
          { params: { loss }, ...remove },
        ),
      );
    if (stage === "rm" && textOf(doc, "resume_from_checkpoint") !== null)
      found.push(
        warning(
          "resume_from_checkpoint",
          "preference.resume",
          "The engine does not go on from a checkpoint of a reward model: it starts anew, or asks for the adapter.",
          "With LoRA, name the checkpoint as `adapter_name_or_path` instead.",
        ),
      );
    return found;
  },
];
