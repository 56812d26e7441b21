// Owns the list of files a run produced and what each of them is. Refuses checkpoints (they have a list of their own).
import { statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Artifact } from "../../contract/run.ts";
import { inside } from "../files/inside.ts";
import { listFolder } from "../files/list-folder.ts";
import { StudioError } from "../studio-error.ts";

const MOST = 500;
const DEEPEST = 3;
const KINDS: readonly [RegExp, Artifact["kind"]][] = [
  [/^adapter_(model\.(safetensors|bin)|config\.json)$/, "adapter"],
  [/^Modelfile$/, "modelfile"],
  [/^chat_template\./, "chat-template"],
  [
    /^(tokenizer.*|vocab\.(json|txt)|merges\.txt|special_tokens_map\.json|added_tokens\.json|.*\.model|.*\.tiktoken)$/,
    "tokenizer",
  ],
  [
    /^(model.*\.safetensors|.*\.safetensors\.index\.json|pytorch_model.*\.bin|config\.json|generation_config\.json|.*(pre)?processor_config\.json|.*\.gguf)$/,
    "model",
  ],
  [/\.arrow$/, "data"],
  [/\.(png|svg)$/, "plot"],
  [/(\.log|\.jsonl|_results\.json|^trainer_state\.json)$/, "log"],
];

/** Files of `outputDir`, the most important kinds first. */
export function listArtifacts(outputDir: string | null): Artifact[] {
  if (outputDir === null) return [];
  const rank = new Map(KINDS.map(([, kind], index) => [kind, index]));
  const place = ({ kind }: Artifact) => rank.get(kind) ?? KINDS.length;
  return walk(outputDir, outputDir, 0)
    .slice(0, MOST)
    .sort((a, b) => place(a) - place(b) || b.bytes - a.bytes || a.name.localeCompare(b.name));
}

/** One file of the output, by its name in the list. */
export async function findArtifact(
  outputDir: string | null,
  name: string,
): Promise<{ path: string; bytes: number }> {
  const missing = new StudioError({
    code: "file.not-found",
    message: `There is no file ${name} in this run's output.`,
    hint: "It may have been moved or deleted; reload the page.",
  });
  if (outputDir === null) throw missing;
  const path = await inside(outputDir, name);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw missing;
  return { path, bytes: stat.size };
}

function walk(root: string, folder: string, depth: number): Artifact[] {
  return listFolder(folder).flatMap((entry): Artifact[] => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return depth < DEEPEST && !/^checkpoint-\d+$/.test(entry.name) ? walk(root, path, depth + 1) : [];
    const stat = entry.isFile() ? statSync(path, { throwIfNoEntry: false }) : undefined;
    if (!stat) return [];
    const kind = KINDS.find(([pattern]) => pattern.test(entry.name))?.[1] ?? "other";
    return [{ kind, name: relative(root, path).split(sep).join("/"), path, bytes: stat.size }];
  });
}
