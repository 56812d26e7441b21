// Owns a temporary home with a model, an adapter and datasets, as the engine's tests need it. Test use only.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineCatalog } from "../../../../contract/engine.ts";
import type { RunSpec } from "../../../../contract/run.ts";
import type { CheckContext } from "../../../engine-interface/check-context.ts";

/** Valid for the engine and without a single finding on a CPU. */
export const goodConfig = `model_name_or_path: models/tiny
template: qwen
stage: sft
do_train: true
finetuning_type: lora
dataset: people
learning_rate: 1.0e-4
logging_steps: 1
save_steps: 10
use_cpu: true
`;

const catalog: EngineCatalog = {
  engine: "llamafactory",
  version: "0.9.5",
  groups: [
    {
      id: "Qwen3",
      template: "qwen3",
      multimodal: false,
      models: [
        { name: "Qwen3-4B", hub: { huggingface: "Qwen/Qwen3-4B" }, template: "qwen3", multimodal: false },
        {
          name: "Qwen3-4B-Base",
          hub: { huggingface: "Qwen/Qwen3-4B-Base" },
          template: null,
          multimodal: false,
        },
      ],
    },
  ],
  templates: ["qwen", "qwen2_vl", "gemma3", "llama3", "qwen3", "qwen3_nothink"].map((name) => ({
    name,
    multimodal: name.endsWith("vl") || name === "gemma3",
    plugin: name.endsWith("vl") || name === "gemma3" ? name : null,
    reasoning: name === "qwen3",
  })),
};

export function workplace() {
  const home = mkdtempSync(join(tmpdir(), "anneal-lf-"));
  const write = (path: string, text: string) => {
    mkdirSync(join(home, path, ".."), { recursive: true });
    writeFileSync(join(home, path), text);
  };
  write("models/tiny/config.json", "{}");
  write("models/tiny-adapter/adapter_config.json", "{}");
  write("models/empty/readme.md", "");
  write("full/file", "");
  for (const stage of [2, 3])
    write(`zero${stage}.json`, JSON.stringify({ train_batch_size: "auto", zero_optimization: { stage } }));
  write("broken.json", "{");
  mkdirSync(join(home, "datasets"));
  mkdirSync(join(home, "runs"));

  const lists: Record<string, Awaited<ReturnType<CheckContext["datasets"]>>> = {
    [join(home, "datasets")]: [
      { name: "people", rows: 100, problem: null, ranking: false, marked: false, media: [] },
      { name: "places", rows: 50, problem: null },
      { name: "pairs", rows: 20, problem: null, ranking: true, marked: false, media: [] },
      { name: "marks", rows: 20, problem: null, ranking: false, marked: true, media: [] },
      { name: "pictures", rows: 20, problem: null, ranking: false, marked: false, media: ["images"] },
      { name: "lost", rows: null, problem: "The file lost.json is not there." },
    ],
    [join(home, "broken")]: { broken: "line 3, column 4: Expected ','" },
  };
  const context: CheckContext = {
    home,
    catalog,
    deviceCount: 0,
    hasGpu: false,
    datasets: async (dir) => lists[dir] ?? null,
    checkpoint: async (path) => (existsSync(path) ? "unfinished" : "missing"),
  };
  const spec = (config: string, more: Partial<RunSpec> = {}): RunSpec => ({
    kind: "train",
    engine: "llamafactory",
    name: "test",
    config,
    device: { type: "auto" },
    ...more,
  });
  /** A file of this size that takes no room. */
  const sparse = (path: string, bytes: number) => {
    write(path, "");
    truncateSync(join(home, path), bytes);
  };
  const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
  return {
    home,
    context,
    spec,
    write,
    sparse,
    read,
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
