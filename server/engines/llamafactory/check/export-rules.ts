// Owns judging a merge or export.
import { listOf, numberOf, textOf } from "../values.ts";
import { type Rule, remove } from "./subject.ts";

export const exportRules: readonly Rule[] = [
  ({ doc, method, error }) => {
    const adapters = listOf(doc, "adapter_name_or_path").length > 0;
    if (adapters && numberOf(doc, "export_quantization_bit") !== null)
      return [
        error(
          "export_quantization_bit",
          "export.quantize-adapter",
          "An adapter cannot be merged and quantized in one go.",
          "Merge it first, then export the merged model quantized.",
          remove,
        ),
      ];
    if (
      numberOf(doc, "export_quantization_bit") !== null &&
      textOf(doc, "export_quantization_dataset") === null
    )
      return [
        error(
          "export_quantization_bit",
          "export.no-calibration",
          "Quantizing needs examples to calibrate on.",
          "Set `export_quantization_dataset`.",
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
];
