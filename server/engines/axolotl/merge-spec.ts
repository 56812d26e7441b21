// Owns the config that turns a training's result into a full model: the training's own, as the engine's merge wants it.
// Refuses to ask for a GPU: weights are merged shard by shard.
import { readConfig } from "../../../contract/config-document.ts";
import type { RunSpec } from "../../../contract/run.ts";
import { textOf } from "../../engine-kit/values.ts";
import { cpuSwitches } from "./cpu-switches.ts";

export type MergeSource = {
  spec: RunSpec;
  runId: string;
  outputDir: string;
  checkpoint: string | null;
  to: string;
};

export function mergeSpec({ spec, runId, outputDir, checkpoint, to }: MergeSource): RunSpec {
  const doc = readConfig(spec.config);
  const isAdapter = textOf(doc, "adapter") !== null;
  const config = doc.with({
    ...(isAdapter
      ? { ...cpuSwitches, lora_model_dir: checkpoint ?? outputDir }
      : { base_model: checkpoint ?? outputDir }),
    output_dir: to,
    dataset_prepared_path: undefined,
    resume_from_checkpoint: undefined,
    auto_resume_from_checkpoints: undefined,
  });
  return {
    kind: isAdapter ? "merge" : "export",
    engine: spec.engine,
    name: `${spec.name.slice(0, 70)} ${isAdapter ? "merged" : "exported"}`,
    config: config.text,
    device: { type: "cpu" },
    ...(spec.baseDir === undefined ? {} : { baseDir: spec.baseDir }),
    parent: runId,
  };
}
