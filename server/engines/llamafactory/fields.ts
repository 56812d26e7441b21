// Owns the form of LLaMA-Factory: groups of fields, their order, and the keys it knows by their part. Refuses keys the engine does not have.
import type { EngineDescription, FieldGroup, FieldSpec } from "../../../contract/engine.ts";
import { text } from "../../engine-kit/form-field.ts";
import { dataFields } from "./fields/data.ts";
import { deviceFields } from "./fields/devices.ts";
import { evaluationFields } from "./fields/evaluation.ts";
import { mediaFields } from "./fields/media.ts";
import { methodFields } from "./fields/method.ts";
import { optimizerFields } from "./fields/optimizers.ts";
import { precisionFields } from "./fields/precision.ts";
import { preferenceFields } from "./fields/preference.ts";
import { trainingFields } from "./fields/training.ts";

export const groups: readonly FieldGroup[] = [
  { id: "essentials", label: text("Essentials", "基本设置"), open: true },
  { id: "preference", label: text("Preferences", "偏好学习"), open: true },
  { id: "lora", label: text("LoRA", "LoRA"), open: true },
  { id: "oft", label: text("OFT", "OFT"), open: true },
  { id: "freeze", label: text("Freeze", "部分冻结"), open: true },
  { id: "quantization", label: text("Quantization", "量化"), open: false },
  { id: "data", label: text("Data", "数据"), open: false },
  { id: "conversation", label: text("Conversation and tokens", "对话与 token"), open: false },
  { id: "media", label: text("Pictures, video and sound", "图片、视频与声音"), open: false },
  { id: "evaluation", label: text("Evaluation", "评估"), open: false },
  { id: "saving", label: text("Logging and saving", "日志与保存"), open: false },
  { id: "schedule", label: text("Schedule and optimizer", "调度与优化器"), open: false },
  { id: "precision", label: text("Precision and memory", "精度与显存"), open: false },
  { id: "speed", label: text("Speed and context", "加速与上下文"), open: false },
  { id: "tracking", label: text("Tracking", "实验跟踪"), open: false },
  { id: "devices", label: text("Several GPUs", "多卡训练"), open: false },
  { id: "optimizers", label: text("Memory-saving optimizers", "省显存优化器"), open: false },
  { id: "loss", label: text("Loss", "损失"), open: false },
];

const order = new Map(groups.map((group, at) => [group.id, at]));

export const fields: readonly FieldSpec[] = [
  ...trainingFields,
  ...preferenceFields,
  ...methodFields,
  ...dataFields,
  ...mediaFields,
  ...evaluationFields,
  ...precisionFields,
  ...deviceFields,
  ...optimizerFields,
].toSorted((a, b) => (order.get(a.group) ?? 0) - (order.get(b.group) ?? 0));

export const roles: EngineDescription["roles"] = {
  model: "model_name_or_path",
  template: "template",
  datasets: "dataset",
  datasetDir: "dataset_dir",
  stage: "stage",
  method: "finetuning_type",
  outputDir: "output_dir",
};
