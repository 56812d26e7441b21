// Owns judging whether model, chat template and layers belong together in a family that sees, and says where the engine's
// own pages have moved on. Refuses families that nobody paired.
import { textOf } from "../../../engine-kit/values.ts";
import { visionFamilyOf } from "../vision-families.ts";
import type { Rule } from "./subject.ts";

/** Templates that are whatever somebody wrote. */
const OWN = /^(?:jinja|tokenizer_default)/;
/** Trained without marks of who speaks: the engine then learns from every word. */
const UNMARKED = ["llava"];

const pair: Rule = ({ doc, model: facts, warning, info }) => {
  const model = textOf(doc, "base_model");
  const family = model === null ? null : visionFamilyOf(model, facts?.type);
  if (family === null || textOf(doc, "processor_type") === null) return [];
  const { name, template } = family;
  const given = textOf(doc, "chat_template");
  const params = { name, template, given: given ?? "" };
  if (
    textOf(doc, "tokenizer_use_mistral_common") !== null ||
    doc.get("tokenizer_use_mistral_common") === true
  )
    return [];
  if (given === null)
    return [
      warning(
        "chat_template",
        "axolotl.template-wanted",
        `${name} is trained with the template \`${template}\`; without it the engine does not know which words are the answer, and learns from all.`,
        `Set it to ${template}.`,
        { params, fix: { value: template } },
      ),
    ];
  if (given !== template && !OWN.test(given))
    return [
      warning(
        "chat_template",
        "axolotl.template-pair",
        `\`${given}\` is not the template of ${name}: pictures may land in the wrong place.`,
        `Set it to ${template}.`,
        { params, fix: { value: template } },
      ),
    ];
  return family.id === "mistral-small"
    ? [
        info(
          "chat_template",
          "axolotl.template-moved",
          `Axolotl's page names no template for ${name} any more: with Mistral's own tokenizer one is an error. Without that tokenizer \`${template}\` still fits.`,
          "Nothing to do, unless you set `tokenizer_use_mistral_common`: then remove this line.",
          { params },
        ),
      ]
    : [];
};

const unmarked: Rule = ({ doc, info }) => {
  const given = textOf(doc, "chat_template") ?? "";
  const learnsAll = textOf(doc, "processor_type") === null || doc.get("train_on_inputs") === true;
  return UNMARKED.includes(given) && !learnsAll && !doc.get("role_boundaries")
    ? [
        info(
          "chat_template",
          "axolotl.template-unmarked",
          `With \`${given}\` and pictures the engine cannot tell answers from questions, and learns from both.`,
          "Say where answers begin and end in `role_boundaries`, or set `train_on_inputs: true` to say so.",
          { params: { given } },
        ),
      ]
    : [];
};

/** The weights of these ids are stored for Mistral's own programs, without a config.json. */
const MISTRAL_FORMAT = /^mistralai\/Pixtral-/i;

const format: Rule = ({ doc, folder, error }) => {
  const model = textOf(doc, "base_model");
  return folder === null && model !== null && MISTRAL_FORMAT.test(model)
    ? [
        error(
          "base_model",
          "axolotl.model-mistral-format",
          `${model} holds its weights for Mistral's own programs and has no config.json; Axolotl cannot load it.`,
          "Use mistral-community/pixtral-12b, the same model for transformers.",
          { params: { model }, fix: { value: "mistral-community/pixtral-12b" } },
        ),
      ]
    : [];
};

/** A list of names and a pattern do not mix: a pattern becomes one more name, which nothing has. */
const bothTargets: Rule = ({ doc, error }) => {
  const pattern = textOf(doc, "lora_target_modules");
  return doc.get("lora_target_linear") === true && pattern !== null
    ? [
        error(
          "lora_target_linear",
          "axolotl.targets-both",
          "Beside `lora_target_linear: true` the pattern counts for nothing: every linear layer learns, those of the eyes as well.",
          "Remove it to train what the pattern names.",
          { fix: { value: null } },
        ),
      ]
    : [];
};

export const familyRules: readonly Rule[] = [pair, unmarked, format, bothTargets];
