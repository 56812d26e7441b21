// Owns the form of LLaMA-Factory: methods, groups of fields, and their order. Refuses keys the engine does not have.
import type { EngineDescription, FieldGroup, FieldSpec } from "../../../contract/engine.ts";
import { dataFields } from "./fields/data.ts";
import { text } from "./fields/field.ts";
import { methodFields } from "./fields/method.ts";
import { trainingFields } from "./fields/training.ts";

export const methods: EngineDescription["methods"] = [
  {
    value: "lora",
    label: text("LoRA", "LoRA"),
    help: text(
      "Trains a small adapter beside the frozen model. Least memory, fast, the result can be merged. Start here.",
      "冻结原模型，只训练旁路的小适配器。显存最少、速度快，结果可合并。建议从这里开始。",
    ),
  },
  {
    value: "freeze",
    label: text("Freeze", "部分冻结"),
    help: text(
      "Trains a few layers of the model itself and leaves the others alone.",
      "只训练模型自身的少数几层，其余保持不变。",
    ),
  },
  {
    value: "full",
    label: text("Full", "全参数"),
    help: text(
      "Trains every weight. Learns most, and needs about ten times the memory of LoRA.",
      "训练全部权重。学习能力最强，显存约为 LoRA 的十倍。",
    ),
  },
];

export const groups: readonly FieldGroup[] = [
  { id: "essentials", label: text("Essentials", "基本设置"), open: true },
  { id: "lora", label: text("LoRA", "LoRA"), open: true },
  { id: "freeze", label: text("Freeze", "部分冻结"), open: true },
  { id: "data", label: text("Data", "数据"), open: false },
  { id: "evaluation", label: text("Evaluation", "评估"), open: false },
  { id: "saving", label: text("Logging and saving", "日志与保存"), open: false },
  { id: "schedule", label: text("Schedule and optimizer", "调度与优化器"), open: false },
  { id: "precision", label: text("Precision and memory", "精度与显存"), open: false },
  { id: "vision", label: text("Vision", "视觉"), open: false },
];

const order = new Map(groups.map((group, at) => [group.id, at]));

export const fields: readonly FieldSpec[] = [...trainingFields, ...methodFields, ...dataFields].toSorted(
  (a, b) => (order.get(a.group) ?? 0) - (order.get(b.group) ?? 0),
);

export const roles: EngineDescription["roles"] = {
  model: "model_name_or_path",
  template: "template",
  datasets: "dataset",
  datasetDir: "dataset_dir",
  stage: "stage",
  method: "finetuning_type",
  outputDir: "output_dir",
};
