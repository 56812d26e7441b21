// Shows what is written and started, word by word: the same YAML that Preview shows and the plain command runs.
import { describe, expect, it } from "vitest";
import type { RunSpec } from "../../../contract/run.ts";
import type { PlanInput } from "../../engine-interface/plan.ts";
import { axolotl } from "./index.ts";
import { ours } from "./places.ts";
import { plan } from "./plan.ts";

const spec = (config: string, more: Partial<RunSpec> = {}): RunSpec => ({
  kind: "train",
  engine: "axolotl",
  name: "test",
  config,
  device: { type: "auto" },
  ...more,
});
const input = (config: string, more: Partial<PlanInput> = {}): PlanInput => ({
  spec: spec(config),
  runDir: "/home/runs/R",
  home: "/home",
  python: "/venv/bin/python",
  lane: { type: "cpu" },
  attempt: 1,
  resumeFrom: null,
  ...more,
});
/** What is "on disk". */
const there =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path);
const text = (given: PlanInput, exists = there()) => plan(given, exists).files[0]?.text;

describe("plan of a training", () => {
  it("makes the paths of model and datasets absolute where they stand, and says what it added", () => {
    const config = `# mine
base_model: models/tiny # small
datasets: # two
  - path: datasets/people.json # here
    type: alpaca
  - {path: owner/set, type: chat_template}
test_datasets:
  - path: s3://bucket/held.jsonl
mystery: [1, 2]
`;
    expect(text(input(config))).toMatchInlineSnapshot(`
      "# mine
      base_model: /home/models/tiny # small
      datasets: # two
        - path: /home/datasets/people.json # here
          type: alpaca
        - {path: owner/set, type: chat_template}
      test_datasets:
        - path: s3://bucket/held.jsonl
      mystery: [1, 2]

      ### added by Anneal
      output_dir: /home/runs/R/output # the folder of this run
      dataset_prepared_path: /home/runs/R/prepared # tokenized examples, beside the run
      "
    `);
  });

  it("starts run.py with the file, without the engine's telemetry", () => {
    const cpu = plan(input("a: 1"), there());
    expect(cpu.argv).toEqual(["/venv/bin/python", ours.runScript, "/home/runs/R/train.yaml"]);
    expect(cpu.env).toMatchObject({
      CUDA_VISIBLE_DEVICES: "",
      AXOLOTL_DO_NOT_TRACK: "1",
      PYTHONPATH: ours.python,
    });
    expect(cpu.command.join(" ")).toBe(
      "env AXOLOTL_DO_NOT_TRACK=1 axolotl train /home/runs/R/train.yaml --launcher python",
    );
  });

  it("puts the launcher in front for several GPUs, for DeepSpeed and for FSDP", () => {
    const many = plan(input("a: 1", { lane: { type: "gpu", ids: [0, 2] } }), there());
    expect(many.argv.slice(1, 6)).toEqual([
      "-m",
      "torch.distributed.run",
      "--nproc_per_node",
      "2",
      "--standalone",
    ]);
    expect(many.command.join(" ")).toContain("--launcher torchrun -- --nproc_per_node 2");
    for (const config of ["deepspeed: ds.json", "fsdp_config: {reshard_after_forward: true}"])
      expect(plan(input(config), there()).argv, config).toContain("torch.distributed.run");
  });

  it("goes on from a checkpoint", () => {
    const again = plan(input("output_dir: /o\n", { attempt: 3, resumeFrom: "/o/checkpoint-40" }), there());
    expect(again.files[0]?.name).toBe("train-3.yaml");
    expect(again.files[0]?.text).toContain(
      "resume_from_checkpoint: /o/checkpoint-40 # attempt 3 goes on from here\n",
    );
    expect(again.outputDir).toBe("/o");
  });
});

describe("plan of a merge", () => {
  it("is the training's own config with the adapter to merge, as it runs on a CPU", () => {
    const merge = axolotl.mergeSpec({
      spec: spec(
        "base_model: models/tiny\nadapter: qlora\nload_in_4bit: true\nbf16: auto\nresume_from_checkpoint: /x\n",
      ),
      runId: "01M7Z4N0RMSTYXG9BNSJH17N8E",
      outputDir: "/r/output",
      checkpoint: "/r/output/checkpoint-4",
      to: "/home/exports/m",
    });
    expect(merge.kind).toBe("merge");
    const planned = plan({ ...input(""), spec: merge }, there());
    expect(planned.files[0]?.text).toMatchInlineSnapshot(`
      "base_model: /home/models/tiny
      adapter: qlora
      load_in_4bit: true
      bf16: false
      fp16: false
      lora_mlp_kernel: false
      lora_qkv_kernel: false
      lora_o_kernel: false
      lora_embedding_kernel: false
      lora_model_dir: /r/output/checkpoint-4
      output_dir: /home/exports/m

      ### added by Anneal
      dataset_prepared_path: /home/runs/R/prepared # tokenized examples, beside the run
      "
    `);
    expect(planned.argv).toEqual(["/venv/bin/python", ours.exportScript, "/home/runs/R/merge.yaml"]);
    expect(planned.command.join(" ")).toContain("axolotl merge-lora /home/runs/R/merge.yaml");
    expect(planned.outputDir).toBe("/home/exports/m");
  });
});

describe("plan of a setup", () => {
  it("installs from this engine's own lock file", () => {
    const planned = plan(input("", { spec: spec("", { kind: "setup" }) }), there());
    expect(planned.argv).toEqual(expect.arrayContaining(["/home/engines/axolotl", "axolotl.cli.train"]));
  });
});

it("tells lists what a config is about", () => {
  const config = "base_model: a/b\ndatasets:\n  - path: data/poems.jsonl\n  - path: owner/set\nrl: dpo\n";
  expect(axolotl.facts(config)).toEqual({
    model: "a/b",
    datasets: ["poems", "set"],
    method: "full",
    template: null,
  });
});
