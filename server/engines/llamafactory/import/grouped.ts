// Owns writing a config from values: true YAML scalars, grouped under headings in the order people read them.
import { type ConfigValue, valueText } from "../../../../contract/config-document.ts";
import { knownArguments } from "../known-arguments.ts";

const HEADINGS = [
  "model",
  "method",
  "data",
  "training",
  "evaluation",
  "saving",
  "generation",
  "export",
] as const;
type Heading = (typeof HEADINGS)[number];

/** Keys that do not stand where the engine's own group would put them. */
const ELSEWHERE: readonly (readonly [RegExp, Heading])[] = [
  [/^export_/, "export"],
  [/^(?:do_train|deepspeed|fsdp|fsdp_config|freeze_.*|use_(?:galore|apollo|badam|llama_pro))$/, "method"],
  [
    /^(?:output_dir|overwrite_output_dir|logging_.*|save_.*|plot_loss|report_to|run_name|resume_from_checkpoint|push_to_hub|hub_.*|swanlab_.*|use_swanlab)$/,
    "saving",
  ],
  [
    /^(?:val_size|do_eval|do_predict|eval_.*|per_device_eval_batch_size|predict_with_generate|compute_accuracy|load_best_model_at_end|metric_for_best_model|greater_is_better|early_stopping_steps)$/,
    "evaluation",
  ],
];
const BY_GROUP: Readonly<Record<string, Heading>> = {
  model: "model",
  data: "data",
  training: "training",
  finetuning: "method",
  generating: "generation",
};
/** First of their group. */
const FIRST = [
  "model_name_or_path",
  "adapter_name_or_path",
  "template",
  "stage",
  "do_train",
  "finetuning_type",
  "dataset",
];

function headingOf(key: string): Heading | "not known to the engine" {
  const argument = knownArguments().get(key);
  if (argument === undefined) return "not known to the engine";
  if (key === "template") return "model";
  return ELSEWHERE.find(([keys]) => keys.test(key))?.[1] ?? BY_GROUP[argument.of] ?? "training";
}

const rank = (key: string) => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);

export function grouped(values: ReadonlyMap<string, ConfigValue>): string {
  const sections = [...HEADINGS, "not known to the engine" as const].map((heading) => {
    const keys = [...values.keys()].filter((key) => headingOf(key) === heading);
    keys.sort((a, b) => rank(a) - rank(b));
    const lines = keys.map((key) => `${valueText(key)}: ${valueText(values.get(key) ?? null)}`);
    return lines.length === 0 ? "" : `### ${heading}\n${lines.join("\n")}\n`;
  });
  return sections.filter((section) => section !== "").join("\n");
}
