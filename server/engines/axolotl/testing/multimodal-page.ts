// Owns the YAML of the engine's page on models that see, as it stood in spring 2025, word for word: what people still have
// in their files. Test use only.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const usage = readFileSync(join(import.meta.dirname, "multimodal-page.yaml"), "utf8");

/** Model and template, and what the page's pattern matches among the layers that the installed transformers names. */
export const pairs: readonly { id: string; text: string; matches: boolean }[] = [
  {
    id: "mllama",
    text: "base_model: meta-llama/Llama-3.2-11B-Vision-Instruct\n\nchat_template: llama3_2_vision\n",
    matches: false,
  },
  {
    id: "llama4",
    text: "base_model: meta-llama/Llama-4-Scout-17B-16E-Instruct\n\nchat_template: llama4\n",
    matches: true,
  },
  {
    id: "pixtral",
    text: "base_model: mistralai/Pixtral-12B-2409\n\nchat_template: pixtral\n",
    matches: false,
  },
  { id: "llava", text: "base_model: llava-hf/llava-1.5-7b-hf\n\nchat_template: llava\n", matches: false },
  {
    id: "mistral-small",
    text: "base_model: mistralai/Mistral-Small-3.1-24B-Instruct-2503\n\nchat_template: mistral_v7_tekken\n",
    matches: false,
  },
  { id: "gemma3", text: "base_model: google/gemma-3-4b-it\n\nchat_template: gemma3\n", matches: false },
  {
    id: "qwen2-vl",
    text: "base_model: Qwen/Qwen2-VL-7B-Instruct\n\nchat_template: qwen2_vl\n",
    matches: false,
  },
  {
    id: "qwen2-5-vl",
    text: "base_model: Qwen/Qwen2.5-VL-7B-Instruct\n\nchat_template: qwen2_vl # same as qwen2-vl\n",
    matches: false,
  },
];

/** The page's block with the pair in its place, and the numbers that the engine has no default for. */
export function pageConfig(pair: string): string {
  const block = usage.replace("chat_template: # see in next section\n", pair);
  return `${block}lora_r: 16\nlora_alpha: 32\nlearning_rate: 1.0e-4\nmicro_batch_size: 1\n`;
}
