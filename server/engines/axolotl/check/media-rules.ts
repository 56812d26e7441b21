// Owns judging a training with pictures or sounds: what must stand together, which the engine does not check itself.
// Refuses to look at the pictures.
import { flagOf, textOf } from "../../../engine-kit/values.ts";
import { datasetsIn, wordOf } from "../dataset-entries.ts";
import type { Rule } from "./subject.ts";

const together: Rule = ({ doc, error }) => {
  if (textOf(doc, "processor_type") === null) return [];
  const packs = flagOf(doc, "sample_packing");
  const prepared = !flagOf(doc, "skip_prepare_dataset");
  const kept = doc.get("remove_unused_columns");
  // Left out beside skip_prepare_dataset, the engine keeps them by itself.
  const drops = flagOf(doc, "remove_unused_columns") || (prepared && kept !== false);
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
    ...(prepared
      ? [
          error(
            "skip_prepare_dataset",
            "axolotl.media-prepare",
            "With a processor, pictures must be prepared while training, not before.",
            "Set it to true.",
            { fix: { value: true } },
          ),
        ]
      : []),
    ...(drops
      ? [
          error(
            "remove_unused_columns",
            "axolotl.media-columns",
            "The pictures are in columns that would be dropped.",
            "Set it to false.",
            { fix: { value: false } },
          ),
        ]
      : []),
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

/** Sizes of Gemma 3 that have no eyes. */
const TEXT_ONLY = /gemma-?3-(?:1b|270m)/i;

const textOnly: Rule = ({ doc, model, folder, error }) => {
  const blind =
    model?.multimodal === false || (folder === null && TEXT_ONLY.test(textOf(doc, "base_model") ?? ""));
  return blind && textOf(doc, "processor_type") !== null
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
};

/** A class of transformers; another word ends the run after the model is loaded. */
const processorName: Rule = ({ doc, error }) => {
  const name = textOf(doc, "processor_type");
  return name === null || /^[A-Z]\w*Processor$/.test(name)
    ? []
    : [
        error(
          "processor_type",
          "axolotl.media-processor-name",
          `There is no processor ${name}; Axolotl finds out only while it loads.`,
          "AutoProcessor takes the model's own.",
          { params: { name }, fix: { value: "AutoProcessor" } },
        ),
      ];
};

const imageSize: Rule = ({ doc, error, warning }) => {
  const value = doc.get("image_size");
  if (value === undefined || value === null) return [];
  const sides = Array.isArray(value) ? value : [value];
  const isSize = sides.every((side) => typeof side === "number" && Number.isInteger(side) && side > 0);
  if (!isSize || (Array.isArray(value) && value.length !== 2))
    return [
      error(
        "image_size",
        "axolotl.media-size",
        "`image_size` is one whole number of pixels, or two: [width, height].",
        "512 makes a square of 512 pixels.",
      ),
    ];
  return textOf(doc, "processor_type") === null
    ? [
        warning(
          "image_size",
          "axolotl.media-size-unused",
          "Without a processor no picture is looked at, and this does nothing.",
          "Set `processor_type` to AutoProcessor, or remove it.",
        ),
      ]
    : [];
};

const kinds: Rule = ({ doc, error, info }) => {
  if (textOf(doc, "processor_type") === null) return [];
  const wrong = datasetsIn(doc, "datasets").flatMap(({ at, value }) => {
    const type = wordOf(value, "type");
    if (type === null || type.startsWith("chat_template")) return [];
    return [
      error(
        "datasets",
        "axolotl.media-type",
        `Dataset ${at + 1} is of type \`${type}\`; with a processor Axolotl reads conversations only.`,
        "Use `type: chat_template`, with messages of text and image parts.",
        { params: { number: at + 1, type } },
      ),
    ];
  });
  const length = doc.get("sequence_len") === undefined ? [] : ["sequence_len"];
  return [
    ...wrong,
    ...length.map((key) =>
      info(
        key,
        "axolotl.media-length",
        "With pictures `sequence_len` neither cuts nor drops: a long row is trained whole, and may not fit the memory.",
        "Make the pictures smaller with `image_size`, or leave long rows out of the dataset.",
      ),
    ),
  ];
};

/** Mistral's own tokenizer resizes pictures with a package that is not among the locked ones. */
const OPENCV = ["opencv-python-headless", "opencv-python"];

const mistralCommon: Rule = ({ doc, context, error }) => {
  const { packages } = context;
  const wants = flagOf(doc, "tokenizer_use_mistral_common") && textOf(doc, "processor_type") !== null;
  if (!wants || !packages || OPENCV.some((name) => Object.hasOwn(packages, name))) return [];
  return [
    error(
      "tokenizer_use_mistral_common",
      "axolotl.media-opencv",
      "Pictures with Mistral's own tokenizer need opencv, which the engine's environment lacks.",
      "Remove it: the model's tokenizer of transformers reads pictures without.",
      { fix: { value: null } },
    ),
  ];
};

export const mediaRules: readonly Rule[] = [
  together,
  processor,
  textOnly,
  processorName,
  imageSize,
  kinds,
  mistralCommon,
];
