// Owns how the two engines name the model and where a run writes. Refuses folders that two runs would share.
import { textOf } from "../../engine-kit/values.ts";
import { added, carried, changed, has, lost, type Rule, text } from "../rule.ts";
import { pair } from "./names.ts";

const ROPE = text(
  "LLaMA-Factory works out the factor from the length; Axolotl wants the model's own RoPE settings. Set overrides_of_model_config by hand.",
  "LLaMA-Factory 按长度算出系数；Axolotl 需要模型自己的 RoPE 设置。请手工填写 overrides_of_model_config。",
);

const model: Rule = {
  topic: "model",
  keys: [["model_name_or_path"], ["base_model"]],
  there: ({ doc }) => [
    carried(["model_name_or_path"], { base_model: doc.get("model_name_or_path") ?? null }),
  ],
  back: ({ doc }) => [carried(["base_model"], { model_name_or_path: doc.get("base_model") ?? null })],
};

/** A run of each engine needs a folder of its own, or the second would overwrite the first. */
const output: Rule = {
  topic: "saving",
  keys: [
    ["output_dir", "overwrite_output_dir"],
    ["output_dir", "dataset_prepared_path"],
  ],
  there: ({ doc }) => own(textOf(doc, "output_dir"), "-axolotl", "-llamafactory"),
  back: ({ doc }) => own(textOf(doc, "output_dir"), "-llamafactory", "-axolotl"),
};

function own(folder: string | null, ending: string, other: string) {
  if (folder === null) return [];
  const back = folder.endsWith(other) ? folder.slice(0, -other.length) : `${folder}${ending}`;
  const why = text(
    "A folder of its own, so that neither run overwrites the other.",
    "使用单独的文件夹，两次运行互不覆盖。",
  );
  return [changed(["output_dir"], { output_dir: back }, why)];
}

const adapter: Rule = {
  topic: "model",
  keys: [["adapter_name_or_path"], ["lora_model_dir"]],
  there: ({ doc }) => {
    const value = textOf(doc, "adapter_name_or_path");
    if (value === null) return [];
    const several = value.split(",").map((part) => part.trim());
    const last = several.at(-1) ?? value;
    if (several.length === 1) return [carried(["adapter_name_or_path"], { lora_model_dir: last })];
    const why = text(
      "Axolotl goes on from one adapter; LLaMA-Factory merges the others first. Merge them into the model before.",
      "Axolotl 只从一个适配器继续；LLaMA-Factory 会先合并其余的。请先把它们合并进模型。",
    );
    return [changed(["adapter_name_or_path"], { lora_model_dir: last }, why)];
  },
  back: ({ doc }) =>
    has(doc, "lora_model_dir")
      ? [carried(["lora_model_dir"], { adapter_name_or_path: textOf(doc, "lora_model_dir") })]
      : [],
};

const rope: Rule = {
  topic: "model",
  keys: [["rope_scaling"], ["rope_scaling", "overrides_of_model_config", "overrides_of_model_kwargs"]],
  there: ({ doc }) => (has(doc, "rope_scaling") ? [lost(["rope_scaling"], ROPE)] : []),
  back: ({ doc }) =>
    ["rope_scaling", "overrides_of_model_config", "overrides_of_model_kwargs"]
      .filter((key) => has(doc, key))
      .map((key) => lost([key], ROPE)),
};

/** LLaMA-Factory always trains what it is told to do; Axolotl knows no other kind of run for a config. */
const doTrain: Rule = {
  topic: "method",
  keys: [["do_train", "do_eval", "do_predict"], []],
  there: ({ doc }) =>
    has(doc, "do_train")
      ? [carried(["do_train"], {}, text("Axolotl trains every config.", "Axolotl 总是训练。"))]
      : [],
  back: () => [
    added(
      [],
      { do_train: true },
      text("LLaMA-Factory has to be told to train.", "LLaMA-Factory 需要写明要训练。"),
    ),
  ],
};

export const modelRules: readonly Rule[] = [
  model,
  pair("model", "trust_remote_code", "trust_remote_code"),
  pair("model", "model_revision", "revision_of_model"),
  adapter,
  rope,
  doTrain,
  output,
];
