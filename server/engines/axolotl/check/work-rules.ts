// Owns judging the work around a training: what preparing, evaluating and quantizing need beyond a sound config.
// Refuses to judge formats by their names: what fails was tried on the pinned engine.
import type { Problem } from "../../../../contract/problem.ts";
import { flagOf, numberOf, textOf } from "../../../engine-kit/values.ts";
import { FIXED_GROUP, formatOf, formats, quantizationOf } from "../quantization.ts";
import type { Rule, Subject } from "./subject.ts";

/** The engine says so in its log, does nothing, and ends as if all were well. */
const somethingToPrepare: Rule = ({ doc, error }) =>
  ["skip_prepare_dataset", "pretraining_dataset", "streaming"]
    .filter((key) => flagOf(doc, key) || (key === "pretraining_dataset" && doc.get(key)))
    .map((key) =>
      error(
        key,
        "axolotl.nothing-to-prepare",
        `With \`${key}\` the data is prepared while training, so there is nothing to do before.`,
        "Start the training itself.",
        { params: { key } },
      ),
    );

const heldOut: Rule = ({ doc, error }) =>
  doc.get("test_datasets") || (numberOf(doc, "val_set_size") ?? 0) > 0
    ? []
    : [
        error(
          "val_set_size",
          "axolotl.nothing-held-out",
          "Nothing is kept for evaluation: there is neither `val_set_size` nor `test_datasets`.",
          "Set `val_set_size` to 0.1, or list a dataset under `test_datasets`.",
          { fix: { value: 0.1 } },
        ),
      ];

const block: Rule = ({ doc, error }) => {
  if (quantizationOf(doc) === null)
    return [
      error(
        "quantization",
        "axolotl.no-quantization",
        "Nothing says how to quantize: there is no `quantization` block.",
        "Add one with `weight_dtype`, `activation_dtype` and `group_size`.",
      ),
    ];
  return doc.get("qat")
    ? [
        error(
          "qat",
          "axolotl.quantization-and-qat",
          "`qat` and `quantization` cannot stand together.",
          "Remove `qat`.",
          { fix: { value: null } },
        ),
      ]
    : [];
};

const format: Rule = ({ doc, onCpu, error }) => {
  const asked = quantizationOf(doc);
  if (asked === null) return [];
  const found = formatOf(asked);
  const name = [asked.weight, asked.activation].filter((each) => each !== null).join(" + ");
  const choices = formats.map(({ weight, activation }) =>
    activation ? `${weight} + ${activation}` : weight,
  );
  if (!found)
    return [
      error(
        "quantization",
        "axolotl.quantization-unknown",
        `Axolotl cannot quantize to ${name} (weights + activations).`,
        `It can: ${choices.join(", ")}.`,
        { params: { name, choices: choices.join(", ") } },
      ),
    ];
  return onCpu && !found.onCpu
    ? [
        error(
          "quantization",
          "axolotl.quantization-gpu",
          `Quantizing to ${name} needs a GPU.`,
          "On a CPU take int4 weights with int8 activations.",
          { params: { name } },
        ),
      ]
    : [];
};

const divides = (size: number) => (width: number) => width % size === 0;

function groups({ doc, model, error }: Subject): Problem[] {
  const asked = quantizationOf(doc);
  if (asked === null) return [];
  const size = asked.group;
  const fixed = FIXED_GROUP[asked.weight];
  if (fixed !== undefined && size !== fixed)
    return [
      error(
        "quantization",
        "axolotl.quantization-group-fixed",
        `With ${asked.weight} the group size must be ${fixed}, not ${size}.`,
        `Set \`group_size\` to ${fixed}.`,
        { params: { name: asked.weight, fixed, size } },
      ),
    ];
  const widths = [model?.hidden, model?.intermediate, model?.queryWidth].filter(
    (width): width is number => typeof width === "number",
  );
  const odd = widths.find((width) => !divides(size)(width));
  if (odd === undefined || !asked.weight.startsWith("int4")) return [];
  const fits = [128, 64, 32, 16, 8, 4].find((each) => each <= size && widths.every(divides(each))) ?? 1;
  return [
    error(
      "quantization",
      "axolotl.quantization-group",
      `A layer of the model is ${odd} wide, which groups of ${size} do not divide.`,
      `Set \`group_size\` to ${fits}.`,
      { params: { width: odd, size, fits } },
    ),
  ];
}

const torchao: Rule = ({ context, error }) =>
  context.packages && context.packages.torchao === undefined
    ? [
        error(
          "quantization",
          "axolotl.no-torchao",
          "Quantizing needs the package torchao, which the engine's environment lacks.",
          "Install the engine again in Settings, or add torchao to the environment that was named.",
        ),
      ]
    : [];

const tied: Rule = ({ model, warning }) =>
  model?.tied === true
    ? [
        warning(
          "base_model",
          "axolotl.quantization-tied",
          "The input and output embeddings of this model are one. It can be quantized, but transformers 5.16 cannot load the result.",
          "Quantize a model whose config.json says `tie_word_embeddings: false`.",
        ),
      ]
    : [];

const model: Rule = ({ doc, error }) =>
  textOf(doc, "adapter") === null
    ? []
    : [
        error(
          "adapter",
          "axolotl.quantize-adapter",
          "An adapter cannot be quantized.",
          "Merge it first, then quantize the merged model.",
        ),
      ];

export const preprocessRules: readonly Rule[] = [somethingToPrepare];
export const evaluateRules: readonly Rule[] = [heldOut];
export const quantizeRules: readonly Rule[] = [block, format, groups, torchao, tied, model];
