// Owns what of a config decides which modules get an adapter, and the question it makes. Refuses to match anything itself.
import { type ConfigDocument, readConfig } from "../../../contract/config-document.ts";
import type { ModuleQuestion } from "../../engine-interface/questions.ts";
import { modelTypeOf } from "../../engine-kit/model-type.ts";
import { flagOf, textOf } from "../../engine-kit/values.ts";

export const TARGET_KEY = "lora_target_modules";
export const targets = {
  field: TARGET_KEY,
  reads: ["base_model", "adapter", "lora_target_linear", TARGET_KEY],
  clears: ["lora_target_linear"],
};

/** What the engine's LoRA library takes: a text is a pattern over whole names, a list is names and ends of names. */
function targetOf(doc: ConfigDocument): string | string[] | null {
  // The engine then takes the last names of all of them, wherever they stand; a pattern beside it is one more name.
  if (flagOf(doc, "lora_target_linear")) return "all-linear";
  const value = doc.get(TARGET_KEY);
  if (Array.isArray(value)) return value.length > 0 ? value.map(String) : null;
  return textOf(doc, TARGET_KEY);
}

/** `config` is a planned one: its paths are whole. */
export function moduleQuestion(config: string): ModuleQuestion | null {
  const doc = readConfig(config);
  const adapter = textOf(doc, "adapter");
  const model = textOf(doc, "base_model");
  const target = targetOf(doc);
  if (model === null || target === null || (adapter !== "lora" && adapter !== "qlora")) return null;
  return {
    model,
    family: model.startsWith("/") ? null : modelTypeOf(model),
    target,
    patterns: true,
    skip: [],
  };
}
