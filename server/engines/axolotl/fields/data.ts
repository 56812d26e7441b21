// Owns the fields about data: what is learnt of an example, how examples are packed, and what happens to long ones.
import type { FieldSpec } from "../../../../contract/engine.ts";
import { fieldsOf, text } from "../../../engine-kit/form-field.ts";

const data = fieldsOf("data");
const more = fieldsOf("data", { advanced: true });

export const dataFields: readonly FieldSpec[] = [
  data.flag("sample_packing", null, {
    label: text("Pack examples", "样本打包"),
    help: text(
      "Several short examples share a sequence without seeing each other. Faster; not for preferences or pictures.",
      "多条短样本共用一个序列且互不可见。更快；不适用于偏好学习与图片。",
    ),
  }),
  data.flag("train_on_inputs", false, {
    label: text("Learn the prompts too", "同时学习提示词"),
    help: text(
      "Off, only the answers are learnt, which is what you normally want.",
      "关闭时只学习回答部分，这通常正是所需。",
    ),
  }),
  data.choice("excess_length_strategy", "drop", {
    label: text("Examples that are too long", "超长样本"),
    help: text("What happens to an example above the maximum length.", "超过最大长度的样本如何处理。"),
    options: [
      ["drop", "Left out", "丢弃"],
      ["truncate", "Cut off", "截断"],
      ["raise", "Stop with an error", "报错停止"],
    ],
  }),
  more.flag("pad_to_sequence_len", null, {
    label: text("Pad to the maximum length", "补齐到最大长度"),
    help: text(
      "Every sequence gets the same length: steadier memory, more work.",
      "所有序列等长：显存更稳定，计算更多。",
    ),
  }),
  more.line("dataset_prepared_path", null, {
    label: text("Folder of prepared data", "预处理数据目录"),
    help: text(
      "Where tokenized examples are kept for the next run. Beside the run when left out.",
      "保存已分词样本以便复用，不填时放在本次运行目录。",
    ),
  }),
  more.integer("dataset_num_proc", null, {
    label: text("Processes for tokenizing", "分词进程数"),
    help: text("Left out, the engine takes one per core.", "不填时每个核心一个。"),
    min: 1,
  }),
  more.flag("shuffle_merged_datasets", true, {
    label: text("Shuffle datasets together", "混合后打乱"),
    help: text("Several datasets come in a mixed order.", "多个数据集混合后随机排序。"),
  }),
];
