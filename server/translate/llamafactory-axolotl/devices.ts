// Owns sharing a model out among devices. Refuses to copy FSDP settings word for word: the engines spell them differently.
import { flagOf, listOf, textOf } from "../../engine-kit/values.ts";
import { added, carried, changed, has, type Rule, text } from "../rule.ts";
import { pair } from "./names.ts";

const fsdp: Rule = {
  topic: "devices",
  keys: [
    ["fsdp", "fsdp_config"],
    ["fsdp", "fsdp_config", "fsdp_version"],
  ],
  there: ({ doc }) => {
    const words = listOf(doc, "fsdp").flatMap((part) => part.split(/\s+/));
    if (words.length === 0) return [];
    const why = text(
      "Axolotl spells FSDP out in the config itself, version 2; a JSON file of LLaMA-Factory's is not read. Check the sharding.",
      "Axolotl 在配置中直接写 FSDP（版本 2），不读 LLaMA-Factory 的 JSON。请核对切分方式。",
    );
    return [
      changed(
        ["fsdp", ...(has(doc, "fsdp_config") ? ["fsdp_config"] : [])],
        {
          fsdp_version: 2,
          fsdp_config: {
            auto_wrap_policy: "TRANSFORMER_BASED_WRAP",
            offload_params: words.includes("offload"),
            reshard_after_forward: words.includes("full_shard"),
            state_dict_type: "FULL_STATE_DICT",
          },
        },
        why,
      ),
    ];
  },
  back: ({ doc }) => {
    const config = doc.get("fsdp_config");
    if (!has(doc, "fsdp") && !has(doc, "fsdp_config")) return [];
    const offload =
      config !== null &&
      typeof config === "object" &&
      !Array.isArray(config) &&
      config.offload_params === true;
    const why = text(
      "LLaMA-Factory takes words and a JSON file; the wrapping is left to the model.",
      "LLaMA-Factory 使用关键字和 JSON 文件，包裹方式由模型决定。",
    );
    return [
      changed(
        ["fsdp", "fsdp_config", "fsdp_version"].filter((key) => has(doc, key)),
        { fsdp: `full_shard auto_wrap${offload ? " offload" : ""}` },
        why,
      ),
    ];
  },
};

/** The studio tells each engine which device a run has. */
const cpu: Rule = {
  topic: "devices",
  keys: [["use_cpu"], []],
  there: ({ doc }) =>
    has(doc, "use_cpu")
      ? [carried(["use_cpu"], {}, text("The device of the run decides.", "由运行所用设备决定。"))]
      : [],
  back: ({ onCpu }) =>
    onCpu
      ? [added([], { use_cpu: true }, text("LLaMA-Factory has to be told.", "LLaMA-Factory 需要写明。"))]
      : [],
};

const averaging: Rule = {
  topic: "devices",
  keys: [["average_tokens_across_devices"], []],
  there: ({ doc, isParallel }) =>
    isParallel && doc.get("average_tokens_across_devices") !== false
      ? [
          changed(
            ["average_tokens_across_devices"],
            {},
            text(
              "With several GPUs LLaMA-Factory weighs every token alike, Axolotl every GPU alike.",
              "多 GPU 时 LLaMA-Factory 按 token 平均，Axolotl 按 GPU 平均。",
            ),
          ),
        ]
      : [],
  back: ({ isParallel }) =>
    isParallel
      ? [
          added(
            [],
            { average_tokens_across_devices: false },
            text(
              "Written out: with several GPUs Axolotl weighs every GPU alike.",
              "写明：多 GPU 时 Axolotl 按 GPU 平均。",
            ),
          ),
        ]
      : [],
};

const first: Rule = {
  topic: "saving",
  keys: [["logging_first_step"], []],
  there: ({ doc }) =>
    flagOf(doc, "logging_first_step") && ["dpo", "kto"].includes(textOf(doc, "stage") ?? "")
      ? [
          carried(
            ["logging_first_step"],
            {},
            text(
              "Axolotl logs the first step of preference training by itself.",
              "偏好训练时 Axolotl 会自动记录第一步。",
            ),
          ),
        ]
      : has(doc, "logging_first_step")
        ? [
            changed(
              ["logging_first_step"],
              {},
              text(
                "Axolotl logs the first step only where logging_steps is 1.",
                "仅当 logging_steps 为 1 时 Axolotl 才记录第一步。",
              ),
            ),
          ]
        : [],
  back: ({ doc }) =>
    has(doc, "rl")
      ? [
          added(
            [],
            { logging_first_step: true },
            text(
              "Written out: Axolotl logs the first step of preference training.",
              "写明：偏好训练时 Axolotl 会记录第一步。",
            ),
          ),
        ]
      : [],
};

export const deviceRules: readonly Rule[] = [
  pair("devices", "deepspeed", "deepspeed", {
    why: text("The same DeepSpeed file.", "同一个 DeepSpeed 文件。"),
  }),
  fsdp,
  cpu,
  averaging,
  first,
  pair("devices", "ddp_timeout", "ddp_timeout"),
  pair("devices", "ddp_bucket_cap_mb", "ddp_bucket_cap_mb"),
  pair("devices", "ddp_broadcast_buffers", "ddp_broadcast_buffers"),
  pair("devices", "ddp_find_unused_parameters", "ddp_find_unused_parameters"),
  pair("devices", "accelerator_config", "accelerator_config"),
  pair("devices", "auto_find_batch_size", "auto_find_batch_size"),
  pair("devices", "torch_empty_cache_steps", "torch_empty_cache_steps"),
];
