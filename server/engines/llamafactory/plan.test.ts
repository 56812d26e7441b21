// Shows what is written and started, word by word: the same YAML that Preview shows and the plain command runs.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RunSpec } from "../../../contract/run.ts";
import type { PlanInput } from "../../engine-interface/plan.ts";
import { ours } from "./places.ts";
import { plan } from "./plan.ts";

const spec = (config: string, more: Partial<RunSpec> = {}): RunSpec => ({
  kind: "train",
  engine: "llamafactory",
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
  lane: { type: "gpu", ids: [0] },
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
  it("keeps comments and unknown keys, makes paths absolute and says what it added", () => {
    const config = `# mine
model_name_or_path: models/tiny # small
stage: sft
dataset: people
mystery: [1, 2]
lora_rank: 8
`;
    expect(text(input(config, { lane: { type: "cpu" } }))).toMatchInlineSnapshot(`
      "# mine
      model_name_or_path: /home/models/tiny # small
      stage: sft
      dataset: people
      mystery: [1, 2]
      lora_rank: 8

      ### added by Anneal
      do_train: true # a run of this kind trains
      dataset_dir: /home/datasets # where the datasets are
      output_dir: /home/runs/R/output # the folder of this run
      report_to: none # nothing is sent anywhere
      use_cpu: true # this run is on the CPU
      "
    `);
  });

  it("starts run.py with the file, on the chosen device", () => {
    const cpu = plan(input("a: 1", { lane: { type: "cpu" } }), there());
    expect(cpu.argv).toEqual(["/venv/bin/python", ours.runScript, "/home/runs/R/train.yaml"]);
    expect(cpu.env).toMatchObject({
      CUDA_VISIBLE_DEVICES: "",
      OMP_WAIT_POLICY: "PASSIVE",
      PYTHONPATH: ours.python,
    });
    expect(cpu.command).toEqual(["llamafactory-cli", "train", "/home/runs/R/train.yaml"]);

    const gpu = plan(input("a: 1", { lane: { type: "gpu", ids: [3] } }), there());
    expect(gpu.env).toMatchObject({ CUDA_VISIBLE_DEVICES: "3", CUDA_DEVICE_ORDER: "PCI_BUS_ID" });
    expect(gpu.command.slice(0, 3)).toEqual(["env", "CUDA_VISIBLE_DEVICES=3", "llamafactory-cli"]);
  });

  it("downloads from the hub that the spec names", () => {
    const asked = input("model_name_or_path: Qwen/Qwen3-8B\n");
    const made = plan({ ...asked, spec: { ...asked.spec, hub: "modelscope" } }, there());
    expect(made.env).toMatchObject({ USE_MODELSCOPE_HUB: "1" });
    expect(made.command.join(" ")).toContain("USE_MODELSCOPE_HUB=1 llamafactory-cli");
    expect(plan(asked, there()).env).not.toHaveProperty("USE_MODELSCOPE_HUB");
  });

  it("puts the launcher in front for several GPUs, for DeepSpeed and for FSDP", () => {
    const many = plan(input("a: 1", { lane: { type: "gpu", ids: [0, 2] } }), there());
    expect(many.argv.slice(1)).toEqual([
      "-m",
      "torch.distributed.run",
      "--nproc_per_node",
      "2",
      "--standalone",
      ours.runScript,
      "/home/runs/R/train.yaml",
    ]);
    expect(many.command).toEqual([
      "env",
      "CUDA_VISIBLE_DEVICES=0,2",
      "FORCE_TORCHRUN=1",
      "llamafactory-cli",
      "train",
      "/home/runs/R/train.yaml",
    ]);
    for (const config of [
      "deepspeed: ds.json",
      "deepspeed: {zero_optimization: {stage: 2}}",
      "fsdp: full_shard",
    ])
      expect(plan(input(config), there()).argv, config).toContain("torch.distributed.run");
    expect(plan(input('fsdp: ""'), there()).argv).not.toContain("torch.distributed.run");
  });

  it("finds what comes with the studio, where the user has no file of that path", () => {
    const line = "deepspeed: configs/deepspeed/ds_z2_config.json";
    const shipped = join(ours.configs, "deepspeed", "ds_z2_config.json");
    expect(text(input(line), there(shipped))).toContain(`deepspeed: ${shipped}\n`);
    const own = "/home/configs/deepspeed/ds_z2_config.json";
    expect(text(input(line), there(shipped, own))).toContain(`deepspeed: ${own}\n`);
    expect(text(input("dataset_dir: configs/demo/data"), () => false)).toContain("/home/configs/demo/data");
  });

  it.each([
    ["model_name_or_path: owner/name", "owner/name"],
    ["model_name_or_path: gpt2", "gpt2"],
    ["model_name_or_path: ./mine", "/home/mine"],
    ["model_name_or_path: models/mine", "/home/models/mine"],
    ["model_name_or_path: a/b/c", "/home/a/b/c"],
    ["model_name_or_path: /abs/with space", "/abs/with space"],
    ["model_name_or_path: here/too", "/home/here/too"],
    ["adapter_name_or_path: owner/name, ./mine", "owner/name,/home/mine"],
    ["dataset_dir: ONLINE", "ONLINE"],
    ["deepspeed: '{}'", "'{}'"],
    ["cache_dir: cache", "/home/runs/R/cache"],
    ["output_dir: out", "/home/runs/R/out"],
    ["media_dir: pictures", "/home/pictures"],
  ])("%s → %s", (line, expected) => {
    const key = line.split(":")[0];
    expect(text(input(line), there("/home/here/too"))).toContain(`${key}: ${expected}`);
  });

  it("looks beside the config first, then in the home", () => {
    const given = input("model_name_or_path: models/a\ndataset_dir: data\nmedia_dir: pics\noutput_dir: out");
    given.spec.baseDir = "/shelf";
    const planned = plan(given, there("/shelf/models/a", "/home/data"));
    expect(planned.files[0]?.text).toContain("model_name_or_path: /shelf/models/a\n");
    expect(planned.files[0]?.text).toContain("dataset_dir: /home/data\n");
    expect(planned.files[0]?.text).toContain("media_dir: /shelf/pics\n");
    expect(planned.outputDir).toBe("/shelf/out");
  });

  it("finds the engine's own data folder beside a config from elsewhere", () => {
    const given = input("dataset: people");
    given.spec.baseDir = "/shelf";
    expect(text(given)).toContain("dataset_dir: /home/datasets ");
    expect(text(given, there("/shelf/data/dataset_info.json"))).toContain("dataset_dir: /shelf/data ");
  });

  it("leaves what the user said about device, reports and training alone", () => {
    const config = "do_eval: true\nuse_cpu: false\nreport_to: tensorboard\ndataset_dir: /d\noutput_dir: /o\n";
    expect(text(input(config, { lane: { type: "cpu" } }))).toBe(config);
  });

  it("goes on from a checkpoint without deleting the engine's log", () => {
    const again = input("output_dir: /o\noverwrite_output_dir: true\n", {
      attempt: 3,
      resumeFrom: "/o/checkpoint-40",
    });
    const planned = plan(again, there());
    expect(planned.files[0]?.name).toBe("train-3.yaml");
    expect(planned.files[0]?.text).toContain("overwrite_output_dir: false\n");
    expect(planned.files[0]?.text).toContain(
      "resume_from_checkpoint: /o/checkpoint-40 # attempt 3 goes on from here\n",
    );
  });

  it("begins anew over what an attempt without a checkpoint left", () => {
    expect(text(input("output_dir: /o\n", { attempt: 2 }))).toContain(
      "overwrite_output_dir: true # attempt 2 begins anew\n",
    );
  });

  it("writes into a config of one line, too", () => {
    expect(text(input("{model_name_or_path: ./m, dataset: people}"))).toContain("/home/m");
  });
});

describe("plan of a merge", () => {
  it("runs export.py on absolute paths", () => {
    const given = input(
      "model_name_or_path: models/tiny\nadapter_name_or_path: /r/output\nexport_dir: merged\n",
      { spec: spec("", { kind: "merge" }), lane: { type: "cpu" } },
    );
    given.spec.config =
      "model_name_or_path: models/tiny\nadapter_name_or_path: /r/output\nexport_dir: merged\n";
    const planned = plan(given, there());
    expect(planned.files).toEqual([
      {
        name: "merge.yaml",
        text: "model_name_or_path: /home/models/tiny\nadapter_name_or_path: /r/output\nexport_dir: /home/runs/R/merged\n",
      },
    ]);
    expect(planned.argv).toEqual(["/venv/bin/python", ours.exportScript, "/home/runs/R/merge.yaml"]);
    expect(planned.command).toEqual(["llamafactory-cli", "export", "/home/runs/R/merge.yaml"]);
    expect(planned.outputDir).toBe("/home/runs/R/merged");
  });
});

describe("plan of a setup", () => {
  it("runs the installer on the lock file", () => {
    const planned = plan(
      input("", { spec: spec("", { kind: "setup" }), python: "/usr/bin/python3" }),
      there(),
    );
    expect(planned.argv.slice(0, 2)).toEqual(["/usr/bin/python3", ours.installer]);
    expect(planned.argv).toContain("/home/engines/llamafactory");
    expect(planned.files).toEqual([]);
    expect(planned.outputDir).toBeNull();
  });
});
