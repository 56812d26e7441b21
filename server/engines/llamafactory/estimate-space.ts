// Owns how much disk the checkpoints of a training take. Null where the model does not tell its sizes.
import type { ConfigDocument } from "../../../contract/config-document.ts";
import type { RunEstimate } from "../../../contract/preview.ts";
import type { ModelFacts } from "../../engine-kit/model-facts.ts";
import { flagOf, numberOf } from "../../engine-kit/values.ts";
import { precisionOf, trainableParameters } from "./estimate-weights.ts";

/** Tokenizer, trainer state and the like: seldom more. */
const SMALL_FILES = 20e6;

export type Space = { checkpointBytes: number; totalBytes: number };

/**
 * A checkpoint holds the weights that are saved (an adapter's own, else the whole model's) and, unless
 * `save_only_model`, the optimizer of what is trained. With `save_total_limit` one more exists while it is being
 * written; the result itself is saved once more at the end.
 */
export function spaceOf(
  doc: ConfigDocument,
  model: ModelFacts | null,
  { method, usesDeepSpeed, numbers }: { method: string; usesDeepSpeed: boolean; numbers: RunEstimate },
): Space | null {
  const trained = model === null ? null : trainableParameters(doc, model, method);
  if (model === null || trained === null || numbers.checkpoints === null) return null;
  const { weight, optimizer } = precisionOf(doc, method, usesDeepSpeed);
  const isAdapter = method === "lora" || method === "oft";
  const frozen = isAdapter ? 0 : Math.max(0, (model.parameters ?? 0) - trained) * model.weightBytes;
  const saved = trained * weight + frozen + SMALL_FILES;
  const checkpointBytes = saved + (flagOf(doc, "save_only_model") ? 0 : trained * optimizer);
  const limit = numberOf(doc, "save_total_limit") ?? 0;
  const kept = limit > 0 && numbers.checkpoints >= limit ? limit + 1 : numbers.checkpoints;
  return { checkpointBytes, totalBytes: kept * checkpointBytes + saved };
}
