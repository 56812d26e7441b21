// Owns judging a merge or export.
import { listOf, numberOf, textOf } from "../../../engine-kit/values.ts";
import { type Rule, remove } from "./subject.ts";

const BITS = "export_quantization_bit";

/** The engine asks for this in a training as well. */
export const calibration: Rule = ({ doc, error }) =>
  numberOf(doc, BITS) !== null && textOf(doc, "export_quantization_dataset") === null
    ? [
        error(
          BITS,
          "export.no-calibration",
          "Quantizing needs examples to calibrate on.",
          "Set `export_quantization_dataset`.",
        ),
      ]
    : [];

export const exportRules: readonly Rule[] = [
  ({ doc, method, error }) => {
    const adapters = listOf(doc, "adapter_name_or_path").length > 0;
    const bits = numberOf(doc, BITS);
    if (adapters && bits !== null)
      return [
        error(
          BITS,
          "export.quantize-adapter",
          "An adapter cannot be merged and quantized in one go.",
          "Merge it first, then export the merged model quantized.",
          remove,
        ),
      ];
    if (bits !== null && ![2, 3, 4, 8].includes(bits))
      return [
        error(
          BITS,
          "export.bits",
          `An export can be quantized to 2, 3, 4 or 8 bits, not ${bits}.`,
          "Choose one of these.",
          {
            params: { bits },
          },
        ),
      ];
    return adapters && method !== "lora"
      ? [
          error(
            "adapter_name_or_path",
            "adapter.not-lora",
            `An adapter can only be loaded with the method lora, not ${method}.`,
            "Set `finetuning_type: lora`; the engine sees by itself what kind of adapter it is.",
            { params: { method } },
          ),
        ]
      : [];
  },
  (subject) => (listOf(subject.doc, "adapter_name_or_path").length > 0 ? [] : calibration(subject)),
];
