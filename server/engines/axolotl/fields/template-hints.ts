// Owns which chat template goes with which model, by its name or architecture. Refuses to decide: the form offers it.
import type { EngineDescription } from "../../../../contract/engine.ts";
import { visionFamilies } from "../vision-families.ts";

export const templateHints: NonNullable<EngineDescription["templateHints"]> = [
  ...visionFamilies.map(({ ids, template }) => ({ model: ids, template })),
  // With Mistral's own tokenizer a template is an error.
  { model: "mistral-small-(?:3\\.[2-9]|4)|magistral|voxtral", template: null },
  { model: "gemma-?3n", template: "gemma3n" },
  { model: "gemma-?4", template: "gemma4" },
  { model: "qwen(?:2|2[.-]5|3)-?vl", template: "qwen2_vl" },
  { model: "qwen3[.-]5", template: "qwen3_5" },
  { model: "mllama", template: "llama3_2_vision" },
  { model: "llavafor", template: "llava" },
  // What was trained to chat brings its template along.
  { model: "", template: "tokenizer_default" },
];
