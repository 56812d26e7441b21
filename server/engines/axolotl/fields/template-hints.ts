// Owns which chat template goes with which model, by the model's name. Refuses to decide: the form offers it.
import type { EngineDescription } from "../../../../contract/engine.ts";

/** What was trained to chat and is not named here brings its template along. */
export const templateHints: NonNullable<EngineDescription["templateHints"]> = [
  { model: "llama-?3\\.2.*vision", template: "llama3_2_vision" },
  { model: "llama-?4", template: "llama4" },
  // With Mistral's own tokenizer a template is an error.
  { model: "mistral-small-3\\.[1-9]|mistral-small-4|magistral|voxtral|ministral-3", template: null },
  { model: "pixtral", template: "pixtral" },
  { model: "llava-1\\.5|llava-v1\\.5", template: "llava" },
  { model: "gemma-?3n", template: "gemma3n" },
  { model: "gemma-?3-(?:4|12|27)b", template: "gemma3" },
  { model: "gemma-?4", template: "gemma4" },
  { model: "qwen(?:2|2\\.5|3)-?vl", template: "qwen2_vl" },
  { model: "qwen3\\.5", template: "qwen3_5" },
  { model: "-(?:it|instruct|chat)\\b|qwen-?3(?!.*base)|-r1", template: "tokenizer_default" },
];
