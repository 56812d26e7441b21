// Owns what of a config decides which modules get an adapter, and the question it makes. Refuses to match anything itself.
import { readConfig } from "../../../contract/config-document.ts";
import type { ModelPart } from "../../../contract/engine-modules.ts";
import type { ModuleQuestion } from "../../engine-interface/questions.ts";
import { modelTypeOf } from "../../engine-kit/model-type.ts";
import { flagOf, listOf, textOf } from "../../engine-kit/values.ts";

export const targets = {
  field: "lora_target",
  reads: [
    "model_name_or_path",
    "finetuning_type",
    "lora_target",
    "freeze_vision_tower",
    "freeze_multi_modal_projector",
    "freeze_language_model",
  ],
  clears: [],
};

/** `config` is a planned one: its paths are whole. */
export function moduleQuestion(config: string): ModuleQuestion | null {
  const doc = readConfig(config);
  const model = textOf(doc, "model_name_or_path");
  const method = textOf(doc, "finetuning_type") ?? "lora";
  if (model === null || method !== "lora") return null;
  const names = listOf(doc, "lora_target");
  const skip: ModelPart[] = [];
  if (doc.get("freeze_vision_tower") !== false) skip.push("vision", "audio");
  if (doc.get("freeze_multi_modal_projector") !== false) skip.push("projector");
  if (flagOf(doc, "freeze_language_model")) skip.push("language");
  const target = names.length === 0 || names.includes("all") ? "all-linear" : names;
  return { model, family: model.startsWith("/") ? null : modelTypeOf(model), target, patterns: false, skip };
}
