// Owns how many numbers a training changes, and how many bytes they take. Rough where a model has unusual layers.
import type { ConfigDocument } from "../../../contract/config-document.ts";
import type { ModelFacts } from "../../engine-kit/model-facts.ts";
import { flagOf, listOf, numberOf } from "../../engine-kit/values.ts";

/** Inputs and outputs of the linear layers of one block, by the names most families use. */
function blockOf({
  hidden,
  intermediate,
  queryWidth,
  keyWidth,
}: ModelFacts): Map<string, [number, number]> | null {
  if (!hidden || !intermediate) return null;
  const query = queryWidth ?? hidden;
  const key = keyWidth ?? hidden;
  return new Map([
    ["q_proj", [hidden, query]],
    ["k_proj", [hidden, key]],
    ["v_proj", [hidden, key]],
    ["o_proj", [query, hidden]],
    ["gate_proj", [hidden, intermediate]],
    ["up_proj", [hidden, intermediate]],
    ["down_proj", [intermediate, hidden]],
  ]);
}

/**
 * LoRA: rank × (inputs + outputs) for each layer it is put on (Hu et al. 2021, section 4.1).
 * OFT: inputs × (block − 1) / 2, the free entries of its skew-symmetric blocks (Qiu et al. 2023).
 */
function adapterParameters(doc: ConfigDocument, model: ModelFacts, method: string): number | null {
  const block = blockOf(model);
  if (!block || !model.layers) return null;
  const asked = listOf(doc, `${method}_target`);
  const layers = [...block].filter(
    ([name]) => asked.length === 0 || asked.includes("all") || asked.includes(name),
  );
  const used = layers.length > 0 ? layers : [...block];
  const rank = numberOf(doc, "lora_rank") ?? 8;
  const size = numberOf(doc, "oft_block_size") ?? 32;
  const each = used.map(([, [inputs, outputs]]) =>
    method === "oft" ? (inputs * (size - 1)) / 2 : rank * (inputs + outputs),
  );
  return model.layers * each.reduce((sum, count) => sum + count, 0);
}

/** Null where the model does not tell its sizes. */
export function trainableParameters(doc: ConfigDocument, model: ModelFacts, method: string): number | null {
  if (method === "lora" || method === "oft") return adapterParameters(doc, model, method);
  if (model.parameters === null) return null;
  if (method !== "freeze" || !model.layers) return model.parameters;
  const embeddings = (model.vocabulary ?? 0) * (model.hidden ?? 0);
  const layers = Math.min(Math.abs(numberOf(doc, "freeze_trainable_layers") ?? 2), model.layers);
  return (Math.max(0, model.parameters - embeddings) * layers) / model.layers;
}

export type Precision = { weight: number; optimizer: number };

/**
 * Bytes per trained number. The engine keeps what it trains in full precision (4) unless `pure_bf16` (2); AdamW keeps
 * two more of the same size. Half-precision training with DeepSpeed: 2 for the weight, 12 for the optimizer with its
 * full-precision copy (Rajbhandari et al. 2020, section 3.1).
 */
export function precisionOf(doc: ConfigDocument, method: string, usesDeepSpeed: boolean): Precision {
  const half = flagOf(doc, "bf16") || flagOf(doc, "fp16");
  const isAdapter = method === "lora" || method === "oft";
  if (flagOf(doc, "pure_bf16")) return { weight: 2, optimizer: 4 };
  if (usesDeepSpeed && half && !isAdapter) return { weight: 2, optimizer: 12 };
  return { weight: 4, optimizer: 8 };
}
