// Shows what each way of importing makes of real texts: the values, their kinds, the order, and what is said about them.
import { describe, expect, it } from "vitest";
import { readConfig } from "../../../../contract/config-document.ts";
import type { EngineCatalog } from "../../../../contract/engine.ts";
import { importConfig } from "./import-config.ts";

const catalog: EngineCatalog = {
  engine: "llamafactory",
  version: "0.9.5",
  templates: [],
  groups: [
    {
      id: "Qwen3",
      template: "qwen3",
      multimodal: false,
      models: [
        {
          name: "Qwen3-4B-Instruct-2507",
          hub: { huggingface: "Qwen/Qwen3-4B-Instruct-2507" },
          template: "qwen3_nothink",
          multimodal: false,
        },
      ],
    },
  ],
};

const read = (text: string, known: EngineCatalog | null = catalog) => {
  const { config, kind, problems } = importConfig(text, known);
  const doc = readConfig(config);
  const values = Object.fromEntries(doc.keys.map((key) => [key, doc.get(key)]));
  return { kind, config, values, codes: problems.map(({ code }) => code), problems };
};

describe("a pasted command", () => {
  it("becomes a grouped config with true YAML scalars", () => {
    const { kind, config, codes } = read(`llamafactory-cli train \\
    --stage sft \\
    --do_train True \\
    --model_name_or_path Qwen/Qwen3-4B \\
    --dataset people,places \\
    --template qwen3 \\
    --finetuning_type lora \\
    --learning_rate 5e-05 \\
    --num_train_epochs 3.0 \\
    --packing False \\
    --run_name no \\
    --output_dir saves/a \\
    --bf16 True \\
    --lora_rank 8
`);
    expect(kind).toBe("command");
    expect(codes).toEqual([]);
    expect(config).toBe(`### model
model_name_or_path: Qwen/Qwen3-4B
template: qwen3

### method
stage: sft
do_train: true
finetuning_type: lora
lora_rank: 8

### data
dataset: people,places
packing: false

### training
learning_rate: 5.0e-5
num_train_epochs: 3
bf16: true

### saving
run_name: "no"
output_dir: saves/a
`);
  });

  it("knows flags without a value, with =, negated, repeated, and JSON with and without quotes", () => {
    const { values } = read(
      `llamafactory-cli train --bf16 --no_double_quantization --lora_rank=16 --report_to wandb tensorboard ` +
        `--lr_scheduler_kwargs {"num_cycles": 2, "a": "b c"} --optim_args 'x=1' --default_system "You are \\"it\\"."`,
    );
    expect(values).toEqual({
      double_quantization: false,
      default_system: 'You are "it".',
      bf16: true,
      lora_rank: 16,
      report_to: ["wandb", "tensorboard"],
      lr_scheduler_kwargs: { num_cycles: 2, a: "b c" },
      optim_args: "x=1",
    });
  });

  it.each([
    ["CUDA_VISIBLE_DEVICES=0,1 FORCE_TORCHRUN=1 llamafactory-cli train --stage dpo", ["import.devices"]],
    ["cd LLaMA-Factory && NPROC_PER_NODE=8 lmf train --stage dpo && echo done", ["import.environment"]],
    ["torchrun --nproc_per_node 2 --master_port 29500 src/train.py --stage dpo", []],
    ["$ python -m llamafactory.cli train --stage dpo > out.log 2>&1", []],
    ["llamafactory-cli train ^\r\n  --stage dpo", []],
    ["llamafactory-cli train `\n  --stage dpo", []],
    ["```bash\n# dpo\nllamafactory-cli train \\\n  --stage dpo\n```", []],
    ["--stage dpo", []],
  ])("reads %j", (text, codes) => {
    expect(read(text)).toMatchObject({ kind: "command", values: { stage: "dpo" }, codes });
  });

  it("says that the file a command reads is needed, and keeps what overrides it", () => {
    const { values, problems } = read("llamafactory-cli train a/b.yaml learning_rate=1e-5 logging_steps=1");
    expect(values).toEqual({ learning_rate: 1e-5, logging_steps: 1 });
    expect(problems).toMatchObject([
      { code: "import.file-needed", severity: "error", params: { file: "a/b.yaml" } },
    ]);
  });

  it("points at what only a shell would have known", () => {
    const { codes } = read("llamafactory-cli train --output_dir $HOME/out stray --stage sft");
    expect(codes).toContain("import.variable");
    expect(read('llamafactory-cli train --stage "sft').codes).toContain("import.open-quote");
    expect(read("llamafactory-cli chat --template qwen").codes).toContain("import.other-action");
    expect(read("llamafactory-cli train stray --stage sft").codes).toContain("import.word");
  });
});

describe("LlamaBoard's saved settings", () => {
  const saved = `top.booster: flashattn2
top.checkpoint_path: [first run]
top.finetuning_type: lora
top.model_name: Qwen3-4B-Instruct-2507
top.quantization_bit: '4'
top.quantization_method: bnb
top.rope_scaling: none
top.template: qwen3_nothink
train.additional_target: ''
train.apollo_rank: 16
train.badam_mode: layer
train.batch_size: 2
train.compute_type: bf16
train.create_new_adapter: false
train.cutoff_len: 2048
train.dataset: [people, places]
train.dataset_dir: data
train.ds_offload: true
train.ds_stage: '2'
train.enable_thinking: false
train.extra_args: '{"optim": "adamw_torch", "save_total_limit": 2}'
train.freeze_vision_tower: true
train.galore_rank: 16
train.gradient_accumulation_steps: 8
train.image_max_pixels: 768*768
train.learning_rate: 5e-5
train.logging_steps: 5
train.lora_alpha: 16
train.lora_rank: 8
train.lora_target: ''
train.loraplus_lr_ratio: 0
train.lr_scheduler_type: cosine
train.max_grad_norm: '1.0'
train.max_samples: '100000'
train.neftune_alpha: 0
train.num_train_epochs: '3.0'
train.packing: false
train.pref_beta: 0.1
train.report_to: none
train.save_steps: 100
train.swanlab_api_key: secret
train.training_stage: Supervised Fine-Tuning
train.use_galore: false
train.use_pissa: false
train.use_swanlab: true
train.val_size: 0.1
train.warmup_steps: 0
`;

  it("become the engine's keys, with what LlamaBoard adds at a start", () => {
    const { kind, values, codes } = read(saved);
    expect(kind).toBe("llamaboard");
    expect(values).toEqual({
      model_name_or_path: "Qwen/Qwen3-4B-Instruct-2507",
      template: "qwen3_nothink",
      stage: "sft",
      do_train: true,
      finetuning_type: "lora",
      flash_attn: "fa2",
      quantization_bit: 4,
      quantization_method: "bnb",
      adapter_name_or_path: "saves/Qwen3-4B-Instruct-2507/lora/firstrun",
      dataset: "people,places",
      dataset_dir: "data",
      per_device_train_batch_size: 2,
      cutoff_len: 2048,
      enable_thinking: false,
      gradient_accumulation_steps: 8,
      learning_rate: 5e-5,
      logging_steps: 5,
      lora_alpha: 16,
      lora_rank: 8,
      lora_target: "all",
      lr_scheduler_type: "cosine",
      max_grad_norm: 1,
      max_samples: 100000,
      num_train_epochs: 3,
      packing: false,
      save_steps: 100,
      swanlab_api_key: "secret",
      use_swanlab: true,
      warmup_steps: 0,
      bf16: true,
      val_size: 0.1,
      eval_strategy: "steps",
      eval_steps: 100,
      per_device_eval_batch_size: 2,
      deepspeed: "configs/deepspeed/ds_z2_offload_config.json",
      plot_loss: true,
      optim: "adamw_torch",
      save_total_limit: 2,
    });
    expect(codes).toEqual(["import.saves", "import.secret"]);
  });

  it("ask for the model when its name is not known", () => {
    const { values, codes } = read(saved, null);
    expect(values).not.toHaveProperty("model_name_or_path");
    expect(codes).toContain("import.model-path");
  });
});

describe("YAML and JSON", () => {
  it("puts in order what a program wrote, with text that means numbers made numbers", () => {
    const { kind, config } = read(
      'bf16: "true"\ndataset: people\nlearning_rate: "1e-4"\nmodel_name_or_path: m\nstage: sft\n',
    );
    expect(kind).toBe("yaml");
    expect(config).toBe(
      "### model\nmodel_name_or_path: m\n\n### method\nstage: sft\n\n### data\ndataset: people\n\n### training\nbf16: true\nlearning_rate: 1.0e-4\n",
    );
  });

  it("keeps the comments and the order of what a person wrote", () => {
    const text = 'learning_rate: "1e-4" # tuned\n\n### model\nmodel_name_or_path: m\n';
    expect(read(text).config).toBe(text.replace('"1e-4"', "1.0e-4"));
  });

  it("reads JSON", () => {
    expect(read('{"stage": "sft", "lora_rank": "8", "lr_scheduler_kwargs": {"a": 1}}')).toMatchObject({
      kind: "json",
      values: { stage: "sft", lora_rank: 8, lr_scheduler_kwargs: { a: 1 } },
    });
  });

  it("takes a config with a fork's keys, and says what upstream has instead", () => {
    const { values, problems } = read(`### model
model_name_or_path: openbmb/MiniCPM-V-4_5 # or a folder
trust_remote_code: true

### method
stage: sft
do_train: true
finetuning_type: lora
lora_target: q_proj,v_proj

### dataset
dataset: cpmv_img
template: minicpm_v
warmup_ratio: 0.1

### video
video_fps: 15.0
video_maxlen: 128
enable_high_fps: true
double_frame_duration: 30
packing_maxlen: 3
time_scale: 0.1
`);
    expect(values).toMatchObject({ template: "minicpm_v", video_maxlen: 128, enable_high_fps: true });
    expect(problems.map(({ path, code, line }) => [path, code, line])).toEqual([
      ["enable_high_fps", "key.fork-only", 19],
      ["double_frame_duration", "key.fork-only", 20],
      ["packing_maxlen", "key.fork-only", 21],
      ["time_scale", "key.fork-only", 22],
    ]);
    expect(problems[0]?.hint).toMatch(/video_fps/);
  });

  it("takes a merge config", () => {
    const merge =
      "model_name_or_path: m\nadapter_name_or_path: a\nfinetuning_type: lora\nexport_dir: out\nexport_size: 2\n";
    expect(read(merge).codes).toEqual([]);
    expect(read(merge).config).toContain("### export\nexport_dir: out\n");
  });

  it("gives back what cannot be read, with the line", () => {
    expect(read("a: [1\nb: 2")).toMatchObject({
      kind: "yaml",
      config: "a: [1\nb: 2",
      codes: ["yaml.syntax"],
    });
  });
});
