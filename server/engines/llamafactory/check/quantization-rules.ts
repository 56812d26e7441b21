// Owns judging the quantization of a model under training: bits, methods, what excludes it.
import type { Problem } from "../../../../contract/problem.ts";
import { flagOf, listOf, numberOf, textOf } from "../../../engine-kit/values.ts";
import { type Rule, remove } from "./subject.ts";

/** Which bits each way of quantizing while loading knows. */
const BITS: Readonly<Record<string, readonly number[]>> = {
  bnb: [4, 8],
  hqq: [1, 2, 3, 4, 5, 6, 8],
  eetq: [8],
};
const KEY = "quantization_bit";

const bits: Rule = ({ doc, error }) => {
  const asked = numberOf(doc, KEY);
  if (asked === null) return [];
  const method = textOf(doc, "quantization_method") ?? "bnb";
  const known = BITS[method];
  if (known === undefined)
    return [
      error(
        "quantization_method",
        "quantization.not-while-loading",
        `A model is loaded in ${method} only when it was saved so; the engine quantizes while loading with ${Object.keys(BITS).join(", ")}.`,
        "Choose one of these, or remove `quantization_bit` for a model that is quantized already.",
        { params: { method } },
      ),
    ];
  return known.includes(asked)
    ? []
    : [
        error(
          KEY,
          "quantization.bits",
          `${method} knows ${known.join(", ")} bits, not ${asked}.`,
          "Choose one of these.",
          { params: { method, bits: asked, known: known.join(", ") } },
        ),
      ];
};

const combination: Rule = ({ doc, method, onCpu, error }) => {
  if (numberOf(doc, KEY) === null) return [];
  const found: Problem[] = [];
  const refuse = (code: string, message: string, hint: string) => found.push(error(KEY, code, message, hint));
  if (method !== "lora" && method !== "oft")
    found.push(
      error(
        KEY,
        "quantization.method",
        `A quantized model can only be trained with LoRA or OFT, not with ${method}.`,
        "Choose LoRA, or remove `quantization_bit`.",
        { params: { method } },
      ),
    );
  if (onCpu)
    found.push(
      error(
        KEY,
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
  if (textOf(doc, "quantization_device_map") === "auto")
    found.push(
      error(
        "quantization_device_map",
        "quantization.device-map",
        "`quantization_device_map: auto` spreads a model for chatting; training refuses it.",
        "Remove it.",
        remove,
      ),
    );
  if (flagOf(doc, "fp8"))
    found.push(
      error(
        "fp8",
        "quantization.fp8",
        "`fp8` and `quantization_bit` exclude each other.",
        "Remove one of them.",
        remove,
      ),
    );
  return found;
};

/** Of a model that was saved quantized. */
const stored: Rule = ({ doc, model, method, deepSpeed, error, warning }) => {
  if (model === null || model.quantized === null) return [];
  const found: Problem[] = [];
  const how = model.quantized;
  if (method !== "lora" && method !== "oft" && !["mxfp4", "fp8"].includes(how))
    found.push(
      error(
        "finetuning_type",
        "quantization.stored-method",
        `This model was saved quantized (${how}); such a model can only be trained with LoRA or OFT.`,
        "Choose LoRA, or the model's full version.",
        { params: { how, method } },
      ),
    );
  if (deepSpeed.type === "zero" && deepSpeed.stage === 3 && !["mxfp4", "fp8"].includes(how))
    found.push(
      error(
        "deepspeed",
        "quantization.stored-zero3",
        `This model was saved quantized (${how}), which ZeRO-3 cannot spread.`,
        "Choose ZeRO-2, or the model's full version.",
        { params: { how } },
      ),
    );
  if (flagOf(doc, "use_dora") && !["mxfp4", "fp8", "bitsandbytes"].includes(how))
    found.push(
      error(
        "use_dora",
        "quantization.stored-dora",
        `DoRA cannot be used on a model that was saved quantized (${how}).`,
        "Remove it.",
        { params: { how }, ...remove },
      ),
    );
  if (numberOf(doc, KEY) !== null)
    found.push(
      warning(
        KEY,
        "quantization.stored-bits",
        `This model was saved quantized (${how}); \`quantization_bit\` has no effect on it.`,
        "Remove it.",
        { params: { how }, ...remove },
      ),
    );
  return found;
};

export const quantizationRules: readonly Rule[] = [bits, combination, stored];
