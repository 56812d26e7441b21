// Owns the form of Axolotl: groups of fields, their order, and the keys it knows by their part. Refuses keys the engine does not have.
import type { EngineDescription, FieldGroup, FieldSpec } from "../../../contract/engine.ts";
import { text } from "../../engine-kit/form-field.ts";
import { dataFields } from "./fields/data.ts";
import { modelFields } from "./fields/model.ts";
import { trainingFields } from "./fields/training.ts";

export const groups: readonly FieldGroup[] = [
  { id: "essentials", label: text("Essentials", "基本设置"), open: true },
  { id: "preference", label: text("Preferences", "偏好学习"), open: true },
  { id: "lora", label: text("LoRA", "LoRA"), open: true },
  { id: "data", label: text("Data", "数据"), open: false },
  { id: "media", label: text("Pictures and sound", "图片与声音"), open: false },
  { id: "saving", label: text("Logging, evaluating and saving", "日志、评估与保存"), open: false },
  { id: "schedule", label: text("Schedule and optimizer", "调度与优化器"), open: false },
  { id: "precision", label: text("Precision and memory", "精度与显存"), open: false },
  { id: "kernels", label: text("LoRA kernels", "LoRA 内核"), open: false },
  { id: "devices", label: text("Several GPUs", "多卡训练"), open: false },
  { id: "tracking", label: text("Tracking", "实验跟踪"), open: false },
];

const order = new Map(groups.map((group, at) => [group.id, at]));

export const fields: readonly FieldSpec[] = [...trainingFields, ...modelFields, ...dataFields].toSorted(
  (a, b) => (order.get(a.group) ?? 0) - (order.get(b.group) ?? 0),
);

export const roles: EngineDescription["roles"] = {
  model: "base_model",
  template: "chat_template",
  datasets: "datasets",
  datasetDir: "",
  stage: "rl",
  method: "adapter",
  outputDir: "output_dir",
  preparedDir: "dataset_prepared_path",
};
