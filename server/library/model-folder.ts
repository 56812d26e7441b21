// Owns reading one model or adapter folder: what it is, how large, which template fits. Refuses to open weights or pickles.
import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import type { LocalModel } from "../../contract/library.ts";
import { readJson } from "../files/read-json.ts";
import { readWeights } from "./safetensors.ts";

const ModelConfig = z.object({
  architectures: z.array(z.string()).optional(),
  model_type: z.string().optional(),
  vision_config: z.unknown().optional(),
  audio_config: z.unknown().optional(),
  dtype: z.string().optional(),
  torch_dtype: z.string().optional(),
});
type ModelConfig = z.infer<typeof ModelConfig>;
const AdapterConfig = z.object({ base_model_name_or_path: z.string().nullish() });
const TokenizerConfig = z.object({ chat_template: z.unknown().optional() });

/** Only families whose chat format is the same in every release; the others are for the user to choose. */
const TEMPLATES: readonly { types: readonly string[]; mark: string; template: string }[] = [
  { types: ["qwen2_vl", "qwen2_5_vl"], mark: "", template: "qwen2_vl" },
  { types: ["qwen2"], mark: "<|im_start|>", template: "qwen" },
  { types: ["llama"], mark: "<|start_header_id|>", template: "llama3" },
];

async function chatTemplate(folder: string): Promise<string> {
  const file = await readFile(join(folder, "chat_template.jinja"), "utf8").catch(() => null);
  if (file !== null) return file;
  const config = readJson(join(folder, "tokenizer_config.json"), TokenizerConfig);
  return JSON.stringify(config?.chat_template ?? "");
}

async function templateOf(folder: string, type: string | undefined): Promise<string | null> {
  const fitting = TEMPLATES.find(({ types }) => type !== undefined && types.includes(type));
  if (!fitting) return null;
  return fitting.mark === "" || (await chatTemplate(folder)).includes(fitting.mark) ? fitting.template : null;
}

const isMultimodal = (config: ModelConfig | null) =>
  config?.vision_config !== undefined || config?.audio_config !== undefined;

/** Files of the folder itself; checkpoints inside it do not count. */
async function sizeOf(folder: string): Promise<{ bytes: number; modifiedAt: number }> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => stat(join(folder, entry.name)).catch(() => null)),
  );
  return files.reduce<{ bytes: number; modifiedAt: number }>(
    (sum, file) =>
      file ? { bytes: sum.bytes + file.size, modifiedAt: Math.max(sum.modifiedAt, file.mtimeMs) } : sum,
    { bytes: 0, modifiedAt: 0 },
  );
}

export const modelId = (path: string) => createHash("sha256").update(path).digest("hex").slice(0, 16);

export type FolderFacts = Pick<LocalModel, "source" | "runId"> & { name?: string };

/** Null when the folder holds neither a model nor an adapter. */
export async function readModelFolder(path: string, facts: FolderFacts): Promise<LocalModel | null> {
  const adapter = readJson(join(path, "adapter_config.json"), AdapterConfig);
  const own = adapter ? null : readJson(join(path, "config.json"), ModelConfig);
  const weights = adapter || own ? await readWeights(path) : null;
  if (!adapter && (!own || !(weights || (await hasOtherWeights(path))))) return null;

  const base = adapter?.base_model_name_or_path ?? null;
  // An adapter is used with its base's template and inputs; a base on a hub tells nothing here.
  const config = own ?? (base === null ? null : readJson(join(base, "config.json"), ModelConfig));
  const { bytes, modifiedAt } = await sizeOf(path);
  return {
    id: modelId(path),
    name: facts.name ?? basename(path),
    path,
    source: facts.source,
    kind: adapter ? "adapter" : "model",
    architecture: config?.architectures?.[0] ?? null,
    parameters: weights?.parameters ?? null,
    dtype: weights?.dtype ?? own?.dtype ?? own?.torch_dtype ?? null,
    bytes,
    multimodal: isMultimodal(config),
    template: config ? await templateOf(own ? path : (base ?? path), config.model_type) : null,
    base,
    runId: facts.runId,
    modifiedAt,
  };
}

async function hasOtherWeights(folder: string): Promise<boolean> {
  return (await readdir(folder)).some((name) => /^(?:pytorch_model|model).*\.(?:bin|pt|gguf)$/.test(name));
}

/** What a folder lacks to be a model, in words. */
export async function whatIsMissing(folder: string): Promise<string> {
  const names: string[] = await readdir(folder).catch(() => []);
  if (!names.includes("config.json") && !names.includes("adapter_config.json"))
    return "There is no config.json (a model) and no adapter_config.json (an adapter) in it.";
  return "There is a config.json, but no weights beside it (*.safetensors).";
}
