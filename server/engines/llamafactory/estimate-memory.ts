// Owns a rough guess at the GPU memory a training needs, to warn before it fails. Refuses to forbid anything.
import type { ConfigDocument } from "../../../contract/config-document.ts";
import type { ModelFacts } from "../../engine-kit/model-facts.ts";
import { flagOf, numberOf, textOf } from "../../engine-kit/values.ts";
import type { DeepSpeed } from "./check/deepspeed-facts.ts";
import { precisionOf, trainableParameters } from "./estimate-weights.ts";

/** The CUDA context, cuBLAS workspaces and what the allocator cannot hand out again. */
const OVERHEAD = 1.2e9;
/** What nf4 and int8 take with their scales. */
const QUANTIZED: Readonly<Record<number, number>> = { 4: 0.56, 8: 1.06 };

export type MemoryParts = { weights: number; training: number; activations: number; total: number };

/**
 * weights      parameters × bytes as loaded (quantized: bits / 8 and their scales)
 * training     trained parameters × (gradient + optimizer [+ full-precision weight]): 16 bytes with mixed precision and
 *              AdamW (Rajbhandari et al. 2020, "ZeRO", section 3.1). ZeRO-2 divides this by the number of GPUs, ZeRO-3
 *              the weights as well; offloading takes it away.
 * activations  s·b·h·2 bytes for each layer with gradient checkpointing, plus one layer in full: 34·s·b·h, without the
 *              attention scores that flash and memory-efficient attention never store (Korthikanti et al. 2022,
 *              "Reducing Activation Recomputation in Large Transformer Models", sections 4 and 5), plus the scores of
 *              the last layer over the vocabulary, in half and in full precision with their gradient: s·b·v·10.
 */
export function memoryOf(
  doc: ConfigDocument,
  model: ModelFacts | null,
  { method, deepSpeed, deviceCount }: { method: string; deepSpeed: DeepSpeed; deviceCount: number },
): MemoryParts | null {
  const trained = model === null ? null : trainableParameters(doc, model, method);
  if (model === null || trained === null || !model.parameters || !model.hidden || !model.layers) return null;
  const isAdapter = method === "lora" || method === "oft";
  const zero = deepSpeed.type === "zero" ? deepSpeed : null;
  const { weight, optimizer } = precisionOf(doc, method, zero !== null);
  const half = ["bf16", "fp16", "pure_bf16"].some((key) => flagOf(doc, key));
  const loaded = QUANTIZED[numberOf(doc, "quantization_bit") ?? 0] ?? (half ? 2 : model.weightBytes);

  const split = (stage: number) => (zero !== null && zero.stage >= stage ? deviceCount : 1);
  const frozen = isAdapter ? model.parameters : model.parameters - trained;
  const weights = zero?.offloadsWeights ? 0 : (frozen * loaded + trained * weight) / split(3);
  const gradients = (trained * weight) / split(2);
  const states = zero?.offloadsOptimizer ? 0 : (trained * optimizer) / split(1);

  const tokens =
    (numberOf(doc, "cutoff_len") ?? 2048) * Math.max(1, numberOf(doc, "per_device_train_batch_size") ?? 8);
  const pairs = ["dpo", "rm"].includes(textOf(doc, "stage") ?? "") ? 2 : 1;
  const layer = 34 * tokens * model.hidden;
  const stored = flagOf(doc, "disable_gradient_checkpointing")
    ? layer * model.layers
    : 2 * tokens * model.hidden * model.layers + layer;
  const scores = flagOf(doc, "enable_liger_kernel") ? 0 : 10 * tokens * (model.vocabulary ?? 0);
  const activations = pairs * (stored + scores);
  const training = gradients + states;
  return { weights, training, activations, total: weights + training + activations + OVERHEAD };
}
