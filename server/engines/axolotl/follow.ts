// Owns what else can be made of a run of Axolotl's: its data prepared, its weights evaluated, its model quantized.
// Refuses to quantize an adapter: its model is merged first.
import { type ConfigValue, readConfig } from "../../../contract/config-document.ts";
import type { FieldSpec } from "../../../contract/engine.ts";
import type { FollowForm, FollowKind, FollowValues } from "../../../contract/follow.ts";
import type { DeviceRequest, RunSpec } from "../../../contract/run.ts";
import type { FollowSource } from "../../engine-interface/engine.ts";
import { fieldsOf, text } from "../../engine-kit/form-field.ts";
import { flagOf, numberOf, textOf } from "../../engine-kit/values.ts";
import { cpuSwitches } from "./cpu-switches.ts";
import { FIXED_GROUP, type Format, formats, GROUP } from "./quantization.ts";

const own = fieldsOf("follow");

/** What of the data is kept for evaluation where the config keeps none. */
const SHARE = 0.1;
const share = own.decimal("share", SHARE, {
  label: text("Share to evaluate on", "用于评估的比例"),
  help: text(
    "The run held nothing back, so a part of its own data is measured: lower numbers than on unseen data.",
    "该运行没有留出验证集，因此用它自己的一部分数据来评估：数值会比未见过的数据低。",
  ),
  min: 0,
  minExclusive: true,
  max: 0.9,
});

const quantizeFields: readonly FieldSpec[] = [
  {
    path: "format",
    group: "follow",
    label: text("Format", "格式"),
    help: text(
      "Only int4 with int8 activations works without a GPU; the others want a recent one.",
      "只有 int4 加 int8 激活可以不用显卡，其余需要较新的显卡。",
    ),
    control: { type: "choice", options: formats.map(({ value, label }) => ({ value, label })) },
    engineDefault: "int4-int8",
    level: "basic",
  },
  own.integer("group", GROUP, {
    label: text("Group size", "分组大小"),
    help: text(
      "How many weights share a scale; it must divide the widths of the model's layers.",
      "多少个权重共用一个缩放系数，必须能整除模型各层的宽度。",
    ),
    min: 1,
  }),
  own.flag("embedding", false, {
    label: text("Quantize the embedding too", "同时量化词嵌入"),
    help: text("Smaller still, and less exact.", "更小，但精度更低。"),
  }),
];

const isModel = ({ kind, config }: RunSpec) =>
  kind === "merge" ||
  kind === "export" ||
  (kind === "train" && textOf(readConfig(config), "adapter") === null);

export function forms(spec: RunSpec): FollowForm[] {
  const doc = readConfig(spec.config);
  const held = doc.get("test_datasets") || (numberOf(doc, "val_set_size") ?? 0) > 0;
  const streams =
    flagOf(doc, "skip_prepare_dataset") || doc.get("pretraining_dataset") || flagOf(doc, "streaming");
  const trains = spec.kind === "train";
  const evaluate: FollowForm = {
    kind: "evaluate",
    source: "weights",
    asksTarget: false,
    fields: held ? [] : [share],
  };
  const quantize: FollowForm = {
    kind: "quantize",
    source: "weights",
    asksTarget: true,
    fields: [...quantizeFields],
  };
  const preprocess: FollowForm = { kind: "preprocess", source: "config", asksTarget: false, fields: [] };
  return [
    ...(trains || isModel(spec) ? [evaluate] : []),
    ...(isModel(spec) ? [quantize] : []),
    ...(trains && !streams ? [preprocess] : []),
  ];
}

/** Keys that say how the training went on, not what was trained. */
const ENDED = ["resume_from_checkpoint", "auto_resume_from_checkpoints", "output_dir"];
const OF_ADAPTERS = /^(?:adapter$|lora_|peft_|loraplus_|load_in_)/;

export function followSpec(kind: FollowKind, source: FollowSource, values: FollowValues): RunSpec {
  const { spec, runId, weights, to } = source;
  const doc = readConfig(spec.config);
  const gone = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, undefined]));
  const asModel = { ...gone(doc.keys.filter((key) => OF_ADAPTERS.test(key))), base_model: weights };
  const changes: Record<FollowKind, () => Record<string, ConfigValue | undefined>> = {
    preprocess: () => ({}),
    evaluate: () => ({
      ...(isModel(spec) ? asModel : { lora_model_dir: weights }),
      ...(typeof values.share === "number" ? { val_set_size: values.share } : {}),
    }),
    quantize: () => ({
      ...asModel,
      ...gone(["qat"]),
      bf16: cpuSwitches.bf16,
      fp16: cpuSwitches.fp16,
      output_dir: to,
      quantization: blockOf(values),
    }),
  };
  return {
    kind,
    engine: spec.engine,
    name: `${spec.name.slice(0, 70)} ${ENDINGS[kind]}`,
    config: doc.with({ ...gone(ENDED), ...changes[kind]() }).text,
    device:
      kind === "quantize" ? deviceFor(chosen(values)) : kind === "preprocess" ? { type: "cpu" } : spec.device,
    ...(spec.baseDir === undefined ? {} : { baseDir: spec.baseDir }),
    parent: runId,
  };
}

const ENDINGS: Record<FollowKind, string> = {
  preprocess: "prepared",
  evaluate: "evaluated",
  quantize: "quantized",
};

const chosen = ({ format }: FollowValues): Format =>
  formats.find(({ value }) => value === format) ?? formats[0];

const deviceFor = ({ onCpu }: Format): DeviceRequest => (onCpu ? { type: "cpu" } : { type: "auto" });

function blockOf(values: FollowValues): ConfigValue {
  const { weight, activation } = chosen(values);
  return {
    weight_dtype: weight,
    ...(activation === null ? {} : { activation_dtype: activation }),
    group_size: FIXED_GROUP[weight] ?? (typeof values.group === "number" ? values.group : GROUP),
    ...(values.embedding === true ? { quantize_embedding: true } : {}),
  };
}
