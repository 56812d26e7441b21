// Owns judging a training with pictures or sounds: what must stand together, which the engine does not check itself.
import { flagOf, textOf } from "../../../engine-kit/values.ts";
import type { Rule } from "./subject.ts";

const together: Rule = ({ doc, error }) => {
  if (textOf(doc, "processor_type") === null) return [];
  const packs = flagOf(doc, "sample_packing");
  return [
    ...(packs
      ? [
          error(
            "sample_packing",
            "axolotl.media-packing",
            "Examples with pictures or sounds cannot be packed; Axolotl does not notice and learns from the wrong ones.",
            "Set it to false.",
            { fix: { value: false } },
          ),
        ]
      : []),
    ...(flagOf(doc, "skip_prepare_dataset")
      ? []
      : [
          error(
            "skip_prepare_dataset",
            "axolotl.media-prepare",
            "With a processor, pictures must be prepared while training, not before.",
            "Set it to true.",
            { fix: { value: true } },
          ),
        ]),
    ...(doc.get("remove_unused_columns") === false
      ? []
      : [
          error(
            "remove_unused_columns",
            "axolotl.media-columns",
            "The pictures are in columns that would be dropped.",
            "Set it to false.",
            { fix: { value: false } },
          ),
        ]),
  ];
};

const processor: Rule = ({ doc, model, warning }) =>
  model?.multimodal === true && textOf(doc, "processor_type") === null
    ? [
        warning(
          "processor_type",
          "axolotl.media-processor",
          "This model sees or hears, but without a processor it is trained on text only.",
          "Set it to AutoProcessor to train with pictures.",
          { fix: { value: "AutoProcessor" } },
        ),
      ]
    : [];

const textOnly: Rule = ({ doc, model, error }) =>
  model?.multimodal === false && textOf(doc, "processor_type") !== null
    ? [
        error(
          "processor_type",
          "axolotl.media-text-model",
          "This model reads text only and has no processor.",
          "Remove it, or choose a model that sees.",
          { fix: { value: null } },
        ),
      ]
    : [];

export const mediaRules: readonly Rule[] = [together, processor, textOnly];
