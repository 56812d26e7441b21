// Owns the config that turns a training's result into a full model. Refuses to carry anything a merge does not need.
import { type ConfigValue, readConfig, valueText } from "../../../contract/config-document.ts";
import type { RunSpec } from "../../../contract/run.ts";
import { flagOf, listOf, textOf } from "../../engine-kit/values.ts";

export type MergeSource = {
  spec: RunSpec;
  runId: string;
  outputDir: string;
  checkpoint: string | null;
  to: string;
};

/** Keys that change how the model or its tokenizer is loaded; the merge must load them the same way. */
const CARRIED = [
  "template",
  "trust_remote_code",
  "model_revision",
  "cache_dir",
  "use_fast_tokenizer",
  "split_special_tokens",
  "resize_vocab",
  "add_tokens",
  "add_special_tokens",
  "new_special_tokens_config",
  "rope_scaling",
  "stage",
];

export function mergeSpec({ spec, runId, outputDir, checkpoint, to }: MergeSource): RunSpec {
  const doc = readConfig(spec.config);
  const result = checkpoint ?? outputDir;
  const method = textOf(doc, "finetuning_type") ?? "lora";
  const isAdapter = method === "lora" || method === "oft";
  const before = listOf(doc, "adapter_name_or_path");
  // Without create_new_adapter the last adapter was trained on: the result takes its place.
  const kept = flagOf(doc, "create_new_adapter") ? before : before.slice(0, -1);

  const carried = CARRIED.flatMap((key): [string, ConfigValue][] => {
    const value = doc.get(key);
    return value === undefined || value === null ? [] : [[key, value]];
  });
  const entries: [string, ConfigValue][] = [
    ["model_name_or_path", isAdapter ? (textOf(doc, "model_name_or_path") ?? "") : result],
    ...(isAdapter ? [["adapter_name_or_path", [...kept, result].join(",")] satisfies [string, string]] : []),
    // The engine loads an adapter of either kind, but only under this name.
    ["finetuning_type", isAdapter ? "lora" : method],
    ...carried,
    ["export_dir", to],
    ["export_size", 5],
    ["export_device", "cpu"],
  ];
  return {
    kind: isAdapter ? "merge" : "export",
    engine: spec.engine,
    name: `${spec.name.slice(0, 70)} ${isAdapter ? "merged" : "exported"}`,
    config: `${entries.map(([key, value]) => `${key}: ${valueText(value)}`).join("\n")}\n`,
    device: { type: "cpu" },
    ...(spec.baseDir === undefined ? {} : { baseDir: spec.baseDir }),
    ...(spec.hub === undefined ? {} : { hub: spec.hub }),
    parent: runId,
  };
}
