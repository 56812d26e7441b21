// Shows the config that a merge is started with, for each way a training can have gone.
import { describe, expect, it } from "vitest";
import type { RunSpec } from "../../../contract/run.ts";
import { mergeSpec } from "./merge-spec.ts";

const merge = (config: string, more: { checkpoint?: string } = {}) => {
  const spec: RunSpec = {
    kind: "train",
    engine: "llamafactory",
    name: "demo",
    config,
    device: { type: "auto" },
    baseDir: "/shelf",
  };
  return mergeSpec({
    spec,
    runId: "01JD0000000000000000000000",
    outputDir: "/r/output",
    checkpoint: more.checkpoint ?? null,
    to: "/exports/demo",
  });
};

describe("mergeSpec", () => {
  it("merges an adapter into its base, loaded as the training loaded it", () => {
    const spec = merge("model_name_or_path: m\ntemplate: qwen\nfinetuning_type: lora\nlora_rank: 8\n");
    expect(spec).toMatchObject({ kind: "merge", name: "demo merged", baseDir: "/shelf" });
    expect(spec.config).toBe(`model_name_or_path: m
adapter_name_or_path: /r/output
finetuning_type: lora
template: qwen
export_dir: /exports/demo
export_size: 5
export_device: cpu
`);
  });

  it("names the only method under which the engine loads an adapter of either kind", () => {
    const { kind, config } = merge("model_name_or_path: m\nfinetuning_type: oft\n");
    expect(kind).toBe("merge");
    expect(config).toContain("adapter_name_or_path: /r/output\nfinetuning_type: lora\n");
  });

  it("takes a checkpoint when asked", () => {
    expect(merge("model_name_or_path: m", { checkpoint: "/r/output/checkpoint-5" }).config).toContain(
      "adapter_name_or_path: /r/output/checkpoint-5\n",
    );
  });

  it("puts the result in place of the adapter that was trained on", () => {
    const lines = "model_name_or_path: m\nadapter_name_or_path: a,b\n";
    expect(merge(lines).config).toContain("adapter_name_or_path: a,/r/output\n");
    expect(merge(`${lines}create_new_adapter: true\n`).config).toContain(
      "adapter_name_or_path: a,b,/r/output\n",
    );
  });

  it("exports a model that was trained whole", () => {
    const spec = merge("model_name_or_path: m\nfinetuning_type: full\ntrust_remote_code: true\n");
    expect(spec).toMatchObject({ kind: "export", name: "demo exported" });
    expect(spec.config).toContain(
      "model_name_or_path: /r/output\nfinetuning_type: full\ntrust_remote_code: true\n",
    );
    expect(spec.config).not.toContain("adapter_name_or_path");
  });
});
