// Owns what a model folder tells of its model without opening weights: sizes, kind, names of modules, chat format.
// Refuses hub ids (nothing is downloaded) and guesses: null where the files do not say.
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { createRemembered, jsonOf } from "./remembered.ts";

const Sizes = z.object({
  hidden_size: z.number().optional(),
  intermediate_size: z.number().optional(),
  num_hidden_layers: z.number().optional(),
  num_attention_heads: z.number().optional(),
  num_key_value_heads: z.number().optional(),
  head_dim: z.number().nullish(),
  vocab_size: z.number().optional(),
});
const Config = Sizes.extend({
  model_type: z.string().optional(),
  architectures: z.array(z.string()).nullish(),
  dtype: z.string().nullish(),
  torch_dtype: z.string().nullish(),
  text_config: Sizes.optional(),
  vision_config: z.unknown().optional(),
  audio_config: z.unknown().optional(),
  tie_word_embeddings: z.boolean().nullish(),
  quantization_config: z.object({ quant_method: z.string().optional() }).nullish(),
});

export type ModelFacts = {
  type: string | null;
  multimodal: boolean;
  /** The method its weights were quantized with before. */
  quantized: string | null;
  /** Its input and output embeddings are one; null where config.json does not say. */
  tied: boolean | null;
  /** The number format its weights were saved in: float32, bfloat16 …; null where config.json does not say. */
  dtype: string | null;
  /** Bytes of a weight as stored. */
  weightBytes: number;
  /** Everything in the weight files. */
  parameters: number | null;
  hidden: number | null;
  intermediate: number | null;
  layers: number | null;
  vocabulary: number | null;
  queryWidth: number | null;
  keyWidth: number | null;
  /** Full names of its modules, as the weight files spell them; null where they are not told. */
  modules: readonly string[] | null;
  /** Its tokenizer comes with a chat format; null where there is no tokenizer to look at. */
  chatFormat: boolean | null;
};

const BYTES: Readonly<Record<string, number>> = { float32: 4, float64: 8, float16: 2, bfloat16: 2 };
const LONGEST_HEADER = 64 * 1024 * 1024;

/** The names in a safetensors file: eight bytes of length, then JSON. */
function namesIn(path: string): string[] | null {
  const file = openSync(path, "r");
  try {
    const length = Buffer.alloc(8);
    if (readSync(file, length, 0, 8, 0) < 8) return null;
    const bytes = Number(length.readBigUInt64LE());
    if (bytes > LONGEST_HEADER) return null;
    const header = Buffer.alloc(bytes);
    readSync(file, header, 0, bytes, 8);
    const names = z.record(z.string(), z.unknown()).safeParse(jsonOf(header.toString("utf8")));
    return names.success ? Object.keys(names.data) : null;
  } finally {
    closeSync(file);
  }
}

const Index = z.object({ weight_map: z.record(z.string(), z.string()) });
const indexOf = createRemembered((text) => Index.safeParse(jsonOf(text)).data ?? null);

function modulesOf(folder: string): string[] | null {
  const single = join(folder, "model.safetensors");
  const index = indexOf(join(folder, "model.safetensors.index.json"));
  const names = index ? Object.keys(index.weight_map) : existsSync(single) ? namesIn(single) : null;
  return names && [...new Set(names.map((name) => name.replace(/\.[^.]+$/, "")))];
}

function weightsOf(folder: string): number {
  const files = readdirSync(folder).filter(
    (name) => name.endsWith(".safetensors") || /^pytorch_model.*\.bin$/.test(name),
  );
  const kept = files.some((name) => name.endsWith(".safetensors"))
    ? files.filter((name) => name.endsWith(".safetensors"))
    : files;
  return kept.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

const hasChatFormat = createRemembered((text) => /"chat_template"\s*:\s*[^n\s]/.test(text));

function factsOf(text: string, path: string): ModelFacts | null {
  const read = Config.safeParse(jsonOf(text));
  if (!read.success) return null;
  const config = read.data;
  const folder = join(path, "..");
  const sizes = config.text_config ? { ...config, ...config.text_config } : config;
  const dtype = config.dtype ?? config.torch_dtype ?? null;
  const weightBytes = BYTES[dtype ?? ""] ?? 2;
  const stored = weightsOf(folder);
  const head =
    sizes.head_dim ??
    (sizes.hidden_size && sizes.num_attention_heads ? sizes.hidden_size / sizes.num_attention_heads : null);
  const width = (heads: number | undefined) => (head !== null && heads ? head * heads : null);
  return {
    type: config.model_type ?? null,
    multimodal: config.vision_config !== undefined || config.audio_config !== undefined,
    quantized: config.quantization_config ? (config.quantization_config.quant_method ?? "unknown") : null,
    tied: config.tie_word_embeddings ?? null,
    dtype,
    weightBytes,
    parameters: stored > 0 && !config.quantization_config ? Math.round(stored / weightBytes) : null,
    hidden: sizes.hidden_size ?? null,
    intermediate: sizes.intermediate_size ?? null,
    layers: sizes.num_hidden_layers ?? null,
    vocabulary: sizes.vocab_size ?? null,
    queryWidth: width(sizes.num_attention_heads),
    keyWidth: width(sizes.num_key_value_heads ?? sizes.num_attention_heads),
    modules: modulesOf(folder),
    chatFormat:
      existsSync(join(folder, "chat_template.jinja")) ||
      existsSync(join(folder, "chat_template.json")) ||
      hasChatFormat(join(folder, "tokenizer_config.json")),
  };
}

const fromConfig = createRemembered(factsOf);

/** Null when the folder has no config.json that can be read. */
export const modelFacts = (folder: string): ModelFacts | null => fromConfig(join(folder, "config.json"));

/** The folder has a config.json, and it is no JSON object. */
export const isBrokenModel = (folder: string): boolean =>
  existsSync(join(folder, "config.json")) && modelFacts(folder) === null;
