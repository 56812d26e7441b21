// Owns judging keys that exclude or need each other, as the engine's validators do, before it is asked.
// Refuses pairs that it accepts: each was tried on the pinned engine.
import type { ConfigDocument, ConfigValue } from "../../../../contract/config-document.ts";
import type { Rule } from "./subject.ts";

/** Set and not switched off, as Python would see it. */
function isOn(doc: ConfigDocument, key: string): boolean {
  const value = doc.get(key);
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== false && value !== 0 && value !== "";
}

const KERNELS = ["lora_mlp_kernel", "lora_qkv_kernel", "lora_o_kernel"] as const;

/** The first is the one that is told about. */
const EXCLUSIVE: readonly (readonly [string, string])[] = [
  ["warmup_ratio", "warmup_steps"],
  ["batch_size", "gradient_accumulation_steps"],
  ["saves_per_epoch", "save_steps"],
  ["evals_per_epoch", "eval_steps"],
  ["test_datasets", "val_set_size"],
  ["val_set_size", "streaming"],
  ["val_set_size", "pretraining_dataset"],
  ["include_tokens_per_second", "pretraining_dataset"],
  ["fsdp", "deepspeed"],
  ["fsdp_config", "deepspeed"],
  ["noisy_embedding_alpha", "neftune_noise_alpha"],
  ["dataset_exact_deduplication", "skip_prepare_dataset"],
  ["chat_template", "tokenizer_use_mistral_common"],
  ["special_tokens", "tokenizer_use_mistral_common"],
  ["tokens", "tokenizer_use_mistral_common"],
  ["added_tokens_overrides", "tokenizer_use_mistral_common"],
  ["processor_kwargs", "tokenizer_use_mistral_common"],
  ["loraplus_lr_ratio", "lr_groups"],
  ["sample_packing", "rl"],
  ["unfrozen_parameters", "peft_layers_to_transform"],
  ...KERNELS.map((key) => [key, "trust_remote_code"] as const),
  ...KERNELS.map((key) => [key, "load_in_8bit"] as const),
];

/** Pairs of which taking out the first is what the engine's own message asks for. */
const SURE = ["tokenizer_use_mistral_common", "trust_remote_code", "load_in_8bit", "rl"];

const exclusive: Rule = ({ doc, error }) =>
  EXCLUSIVE.filter(([key, other]) => isOn(doc, key) && isOn(doc, other)).map(([key, other]) =>
    error(
      key,
      "axolotl.exclusive",
      `\`${key}\` and \`${other}\` cannot be used together; Axolotl refuses them.`,
      "Remove one of them.",
      { params: { key, other }, ...(SURE.includes(other) && { fix: { value: null } }) },
    ),
  );

type Need = {
  /** The key that needs another; with `is`, only while it has that value. */
  key: string;
  is?: ConfigValue;
  needs: string;
  /** The value it must have; left out where any will do. */
  value?: string | boolean | number;
};

const NEEDS: readonly Need[] = [
  { key: "streaming", needs: "max_steps" },
  { key: "pretraining_dataset", needs: "max_steps" },
  { key: "early_stopping_patience", needs: "save_steps" },
  { key: "early_stopping_patience", needs: "eval_steps" },
  { key: "relora", needs: "jagged_restart_steps" },
  { key: "activation_offloading", needs: "gradient_checkpointing", value: true },
  { key: "push_dataset_to_hub", needs: "hf_use_auth_token", value: true },
  { key: "adapter", is: "qlora", needs: "load_in_4bit", value: true },
  { key: "rl", is: "kto", needs: "remove_unused_columns", value: false },
  { key: "scaling_softmax", needs: "attn_implementation", value: "flex_attention" },
  { key: "fp8_config", needs: "fp8", value: true },
];

const needed: Rule = ({ doc, error }) =>
  NEEDS.filter(({ key, is }) => (is === undefined ? isOn(doc, key) : doc.get(key) === is))
    .filter(({ needs, value }) => (value === undefined ? !isOn(doc, needs) : doc.get(needs) !== value))
    // Any way to save activations will do.
    .filter(({ needs }) => needs !== "gradient_checkpointing" || !isOn(doc, needs))
    .map(({ key, is, needs, value }) => {
      const asked = value === undefined ? needs : `${needs}: ${value}`;
      const asking = is === undefined ? key : `${key}: ${is}`;
      return error(
        needs,
        "axolotl.needs",
        `\`${asking}\` needs \`${asked}\`; Axolotl refuses it without.`,
        value === undefined ? `Give \`${needs}\` a number.` : "Set it.",
        { params: { key: asking, asked }, ...(value !== undefined && { fix: { value } }) },
      );
    });

/** Its parser lets it pass; the first step then fails. */
const simpoMargin: Rule = ({ doc, error }) =>
  doc.get("rl") === "simpo" && (doc.get("simpo_gamma") ?? null) === null
    ? [
        error(
          "simpo_gamma",
          "axolotl.needs",
          "`rl: simpo` needs `simpo_gamma`; Axolotl refuses it without.",
          "Give `simpo_gamma` a number.",
          { params: { key: "rl: simpo", asked: "simpo_gamma" }, fix: { value: 0.5 } },
        ),
      ]
    : [];

const steps: Rule = ({ doc, error }) =>
  (["save", "eval"] as const)
    .filter((what) => isOn(doc, `${what}_steps`))
    .filter((what) => ![undefined, null, "steps"].some((fine) => doc.get(`${what}_strategy`) === fine))
    .map((what) =>
      error(
        `${what}_strategy`,
        "axolotl.strategy-not-steps",
        `With \`${what}_steps\` the strategy must be steps; Axolotl refuses another.`,
        `Set it to steps, or remove \`${what}_steps\`.`,
        { params: { key: `${what}_steps` }, fix: { value: "steps" } },
      ),
    );

const nothingToEvaluate: Rule = ({ doc, error, warning }) => {
  const asked = ["eval_steps", "eval_strategy", "evals_per_epoch"].find(
    (key) => isOn(doc, key) && doc.get(key) !== "no",
  );
  const held = doc.get("val_set_size");
  // The engine refuses a share of 0 that is written out, and drops the wish where there is none.
  const find = held === 0 && asked !== "evals_per_epoch" ? error : warning;
  const hasNone = held === undefined || held === null || held === 0;
  return asked !== undefined && hasNone && !isOn(doc, "test_datasets")
    ? [
        find(
          asked,
          "axolotl.nothing-to-evaluate",
          `\`${asked}\` asks for evaluations, and there is nothing to evaluate on.`,
          "Set `val_set_size`, or list `test_datasets`.",
          { params: { key: asked } },
        ),
      ]
    : [];
};

export const relationRules: readonly Rule[] = [exclusive, needed, simpoMargin, steps, nothingToEvaluate];
