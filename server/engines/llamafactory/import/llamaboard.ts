// Owns turning LlamaBoard's saved settings (top.*, train.*) into the engine's keys, as LlamaBoard itself does at a start.
import type { ConfigValue } from "../../../../contract/config-document.ts";
import type { EngineCatalog } from "../../../../contract/engine.ts";
import { type Imported, remark } from "./imported.ts";
import { straightened } from "./typed-values.ts";

type Source = ReadonlyMap<string, ConfigValue>;

export const isLlamaBoard = (keys: readonly string[]) =>
  keys.some((key) => key.startsWith("train.")) && keys.some((key) => key.startsWith("top."));

const STAGES: Readonly<Record<string, string>> = {
  "Supervised Fine-Tuning": "sft",
  "Reward Modeling": "rm",
  PPO: "ppo",
  DPO: "dpo",
  KTO: "kto",
  "Pre-Training": "pt",
};
/** Controls whose key has another name. */
const RENAMED: Readonly<Record<string, string>> = {
  batch_size: "per_device_train_batch_size",
  neftune_alpha: "neftune_noise_alpha",
  use_pissa: "pissa_init",
};
/** Controls that only count when another is on, or for some methods and stages. */
const ONLY_WHEN: readonly (readonly [RegExp, (of: Facts) => boolean])[] = [
  [/^freeze_trainable|^freeze_extra/, ({ method }) => method === "freeze"],
  [
    /^(?:lora_|loraplus_|create_new_adapter|use_rslora|use_dora|use_pissa|additional_target)/,
    ({ method }) => method === "lora",
  ],
  [/^pref_/, ({ stage }) => stage === "dpo" || stage === "kto"],
  [/^(?:ppo_|reward_model)/, ({ stage }) => stage === "ppo"],
  [/^galore_/, ({ on }) => on("use_galore")],
  [/^apollo_/, ({ on }) => on("use_apollo")],
  [/^badam_/, ({ on }) => on("use_badam")],
  [/^swanlab_/, ({ on }) => on("use_swanlab")],
  [/^(?:freeze_vision_tower|freeze_multi|freeze_language|image_|video_)/, ({ multimodal }) => multimodal],
];
/** Controls that are read by hand below, or that mean nothing to a config. */
const BY_HAND =
  /^(?:training_stage|compute_type|extra_args|ds_stage|ds_offload|dataset|val_size|project|trackio_space_id|hub_private_repo|current_time|resume_btn|device_count|reward_model)$/;
/** A false that is not what the engine takes without the key. */
const KEEP_FALSE = ["packing", "enable_thinking", "freeze_vision_tower", "freeze_multi_modal_projector"];

type Facts = { method: string; stage: string; multimodal: boolean; on(control: string): boolean };

const pixels = (value: ConfigValue) => {
  const [, a, b] = typeof value === "string" ? (/^\s*(\d+)\s*\*\s*(\d+)\s*$/.exec(value) ?? []) : [];
  return a === undefined ? value : Number(a) * Number(b);
};
const wordsOf = (value: ConfigValue | undefined): string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === "string" && value !== "" ? [value] : [];
const joined = (value: ConfigValue | undefined) => wordsOf(value).join(",");

export function readLlamaBoard(source: Source, catalog: EngineCatalog | null): Imported {
  const values = new Map<string, ConfigValue>();
  const remarks: Imported["remarks"] = [];
  const top = (control: string) => source.get(`top.${control}`);
  const train = (control: string) => source.get(`train.${control}`);
  const put = (key: string, value: ConfigValue | undefined) => {
    const empty = value === undefined || value === null || value === "" || value === "none";
    if (!empty && (value !== false || KEEP_FALSE.includes(key))) values.set(key, straightened(key, value));
  };

  const name = String(top("model_name") ?? "");
  const known = catalog?.groups.flatMap(({ models }) => models).find((model) => model.name === name);
  const method = String(top("finetuning_type") ?? "lora");
  const stage = STAGES[String(train("training_stage") ?? "")] ?? "sft";
  const facts: Facts = {
    method,
    stage,
    multimodal: known?.multimodal ?? train("freeze_vision_tower") === false,
    on: (control) => train(control) === true,
  };

  put("model_name_or_path", known?.hub.huggingface ?? known?.hub.modelscope);
  if (!known)
    remarks.push(
      remark(
        "warning",
        "model_name_or_path",
        "import.model-path",
        `LlamaBoard saves the model's name (${name || "none"}), not its path.`,
        "Choose the model, or give the path of its folder.",
        { name },
      ),
    );
  put("template", top("template"));
  put("stage", stage);
  put("do_train", true);
  put("finetuning_type", method);
  put("rope_scaling", top("rope_scaling"));
  const booster = top("booster");
  if (booster === "flashattn2") put("flash_attn", "fa2");
  put("use_unsloth", booster === "unsloth");
  put("enable_liger_kernel", booster === "liger_kernel");
  if (top("quantization_bit") !== "none") {
    put("quantization_bit", top("quantization_bit"));
    put("quantization_method", top("quantization_method"));
  }
  put("dataset", joined(train("dataset")));

  for (const [id, value] of source) {
    const control = id.startsWith("train.") ? id.slice(6) : null;
    if (control === null || BY_HAND.test(control)) continue;
    if (!ONLY_WHEN.every(([keys, applies]) => !keys.test(control) || applies(facts))) continue;
    if (value === 0 && /neftune|loraplus/.test(control)) continue;
    put(RENAMED[control] ?? control, /_pixels$/.test(control) ? pixels(value) : value);
  }
  if (method === "lora" && joined(train("lora_target")) === "") put("lora_target", "all");
  if (facts.on("use_pissa") && method === "lora") put("pissa_convert", true);
  if (facts.on("neat_packing")) put("packing", true);
  const compute = String(train("compute_type") ?? "");
  if (["bf16", "fp16", "pure_bf16"].includes(compute)) put(compute, true);

  const held = Number(train("val_size") ?? 0);
  if (held > 1e-6 && stage !== "ppo") {
    put("val_size", held);
    put("eval_strategy", "steps");
    put("eval_steps", train("save_steps"));
    put("per_device_eval_batch_size", train("batch_size"));
  }
  const zero = train("ds_stage");
  if (zero !== undefined && zero !== null && zero !== "none")
    put(
      "deepspeed",
      `configs/deepspeed/ds_z${zero}_${train("ds_offload") === true ? "offload_" : ""}config.json`,
    );
  put("plot_loss", true);

  readCheckpoints({ top, train, name, method, stage, put, remarks });
  readExtra(train("extra_args"), values, remarks);
  if (values.has("swanlab_api_key"))
    remarks.push(
      remark(
        "warning",
        "swanlab_api_key",
        "import.secret",
        "LlamaBoard saved the SwanLab key in clear text, and it is in this config now.",
        "Remove it from the config and set SWANLAB_API_KEY where Anneal is started.",
      ),
    );
  return { values, remarks };
}

type Rest = {
  top(control: string): ConfigValue | undefined;
  train(control: string): ConfigValue | undefined;
  name: string;
  method: string;
  stage: string;
  put(key: string, value: ConfigValue | undefined): void;
  remarks: Imported["remarks"];
};

/** Names below saves/<model>/<method>, unless a slash says that it is a path. */
function readCheckpoints({ top, train, name, method, stage, put, remarks }: Rest): void {
  const path = (checkpoint: string) =>
    checkpoint.includes("/")
      ? checkpoint
      : ["saves", name, method, checkpoint].map((part) => part.replaceAll(" ", "")).join("/");
  const chosen = wordsOf(top("checkpoint_path")).map(path);
  const rewards = wordsOf(train("reward_model")).map(path);
  const isAdapter = method === "lora" || method === "oft";
  if (chosen.length > 0) put(isAdapter ? "adapter_name_or_path" : "model_name_or_path", chosen.join(","));
  if (stage === "ppo" && rewards.length > 0) put("reward_model", rewards.join(","));
  if ([...chosen, ...rewards].some((each) => each.startsWith("saves/")))
    remarks.push(
      remark(
        "warning",
        isAdapter ? "adapter_name_or_path" : "model_name_or_path",
        "import.saves",
        "The checkpoint lies below the folder that LlamaBoard was started in.",
        "Put that folder in front of saves/…",
      ),
    );
}

function readExtra(
  extra: ConfigValue | undefined,
  values: Map<string, ConfigValue>,
  remarks: Imported["remarks"],
): void {
  if (typeof extra !== "string" || extra.trim() === "") return;
  try {
    const read: unknown = JSON.parse(extra);
    if (typeof read === "object" && read !== null && !Array.isArray(read))
      for (const [key, value] of Object.entries(read)) values.set(key, straightened(key, value));
  } catch {
    remarks.push(
      remark(
        "warning",
        "",
        "import.extra-args",
        "The extra arguments are not valid JSON, and were left out.",
        "Add them to the config by hand.",
      ),
    );
  }
}
