// Owns which examples each engine learns from, how they are written for the model, cut, packed and masked.
// Refuses to name a dataset that the other engine cannot read.
import type { ConfigValue } from "../../../contract/config-document.ts";
import { flagOf, numberOf, textOf } from "../../engine-kit/values.ts";
import { added, carried, changed, has, lost, type Move, type Rule, type Source, text } from "../rule.ts";
import { pair } from "./names.ts";
import { packing } from "./packing.ts";
import { ktoType, template } from "./template-rule.ts";
import { TEMPLATE_PAIRS } from "./templates.ts";

/** The registered datasets, as the other engine reads them. */
const datasets: Rule = {
  topic: "data",
  keys: [
    ["dataset", "eval_dataset", "dataset_dir", "media_dir", "max_samples"],
    ["datasets", "test_datasets", "pretraining_dataset"],
  ],
  there: (source) => {
    const { doc } = source;
    const from = ["dataset", "eval_dataset", "dataset_dir"].filter(
      (key) => has(doc, key) || key === "dataset",
    );
    const limit = numberOf(doc, "max_samples");
    const named = textOf(doc, "template");
    const written =
      textOf(doc, "stage") === "kto"
        ? changeEach(source.data.set, (mapping) => ({ ...mapping, type: ktoType(named) }))
        : withTemplate(source.data.set, named);
    const set = limit === null ? written : cut(written, limit);
    const rows = dataRows(source, from, set, "datasets");
    if (limit === null) return rows;
    const why = text(
      `The first ${limit} rows of each dataset, as part of its split.`,
      `每个数据集的前 ${limit} 行，写在 split 中。`,
    );
    return [...rows, carried(["max_samples"], {}, why)];
  },
  back: (source) => {
    const from = ["datasets", "test_datasets", "pretraining_dataset"].filter(
      (key) => has(source.doc, key) || key === "datasets",
    );
    return dataRows(source, from, source.data.set, "dataset");
  },
};

type Lists = Source["data"]["set"];
type Mapping = { [key: string]: ConfigValue };

const changeEach = (set: Lists, change: (mapping: Mapping) => Mapping): Lists => {
  const isMapping = (item: ConfigValue): item is Mapping =>
    item !== null && typeof item === "object" && !Array.isArray(item);
  const each = (item: ConfigValue) => (isMapping(item) ? change(item) : item);
  return Object.fromEntries(
    Object.entries(set).map(([key, value]) => [key, Array.isArray(value) ? value.map(each) : value]),
  );
};

/** Only the first rows of each dataset. */
const cut = (set: Lists, limit: number): Lists =>
  changeEach(set, (mapping) => ({
    ...mapping,
    split: `${typeof mapping.split === "string" ? mapping.split : "train"}[:${limit}]`,
  }));

/** For conversations Axolotl asks the dataset's own entry before the model's tokenizer, and not the rest of the config. */
function withTemplate(set: Lists, template: string | null): Lists {
  const found = TEMPLATE_PAIRS.find(({ first }) => first === template)?.second;
  if (found === undefined || found === "tokenizer_default") return set;
  return changeEach(set, (mapping) =>
    String(mapping.type).startsWith("chat_template") && mapping.chat_template === undefined
      ? { ...mapping, chat_template: found }
      : mapping,
  );
}

function dataRows(
  { data }: Source,
  from: readonly string[],
  set: Source["data"]["set"],
  empty: string,
): Move[] {
  const nothing = Object.keys(set).length === 0;
  const [note] = data.notes;
  const [other, ...others] = data.reworded.map((why): Move => ({ outcome: "changed", from, set: {}, why }));
  const told = data.unfit.map((why) => lost(from, why));
  if (nothing)
    return told.length > 0
      ? told
      : [carried(from, { [empty]: null }, text("No dataset is chosen yet.", "尚未选择数据集。"))];
  const kept = data.notes.map((why) => carried(from, {}, why));
  return other
    ? [{ ...other, set }, ...others, ...kept, ...told]
    : [carried(from, set, note), ...kept.slice(1), ...told];
}

/** LLaMA-Factory cuts long examples; Axolotl leaves them out unless told. */
const length: Rule = {
  topic: "data",
  keys: [["cutoff_len"], ["sequence_len", "excess_length_strategy"]],
  there: (source) => {
    const why = text(
      "Written out: LLaMA-Factory cuts a long example, question and answer alike; Axolotl would leave it out, and told to cut, cuts its end.",
      "写明：LLaMA-Factory 会截断过长样本（问与答按比例）；Axolotl 默认丢弃，设为截断时只截末尾。",
    );
    return [
      ...pair("data", "cutoff_len", "sequence_len", { defaults: [2048, 512] }).there(source),
      added([], { excess_length_strategy: "truncate" }, why),
    ];
  },
  back: (source) => {
    const rows = pair("data", "cutoff_len", "sequence_len", { defaults: [2048, 512] }).back(source);
    const strategy = textOf(source.doc, "excess_length_strategy") ?? "drop";
    if (strategy === "truncate")
      return [
        ...rows,
        carried(
          ["excess_length_strategy"],
          {},
          text(
            "LLaMA-Factory always cuts, question and answer alike.",
            "LLaMA-Factory 总是截断（问与答按比例）。",
          ),
        ),
      ];
    const why = text(
      "Axolotl leaves out examples that are too long; LLaMA-Factory cuts them. Make the length large enough for all.",
      "Axolotl 会丢弃过长样本，LLaMA-Factory 会截断。请把长度设得足够大。",
    );
    return [...rows, changed(["excess_length_strategy"], {}, why)];
  },
};

const mask: Rule = {
  topic: "data",
  keys: [["train_on_prompt", "mask_history"], ["train_on_inputs"]],
  there: ({ doc }) => [
    ...pair("data", "train_on_prompt", "train_on_inputs").there({ ...none, doc }),
    ...(flagOf(doc, "mask_history")
      ? [
          lost(
            ["mask_history"],
            text(
              "Axolotl learns from every answer of a conversation. Mark the earlier ones in the data with training: false.",
              "Axolotl 会学习对话中的每个回答。请在数据中把较早的回答标为 training: false。",
            ),
          ),
        ]
      : []),
  ],
  back: ({ doc }) => pair("data", "train_on_prompt", "train_on_inputs").back({ ...none, doc }),
};
const none = {
  onCpu: false,
  isParallel: false,
  isMultimodal: false,
  data: { set: {}, notes: [], reworded: [], unfit: [] },
};

const padding: Rule = {
  topic: "data",
  keys: [[], ["pad_to_multiple_of", "pad_to_sequence_len"]],
  // Rows with pictures are filled up to the longest of a step, whatever is written.
  there: ({ doc, isMultimodal }) =>
    (textOf(doc, "stage") ?? "sft") === "sft" && !isMultimodal
      ? [
          added(
            [],
            { pad_to_multiple_of: 8 },
            text(
              "Written out: LLaMA-Factory fills rows up to a multiple of 8 tokens; Axolotl would to 64.",
              "写明：LLaMA-Factory 把每行补到 8 的倍数；Axolotl 补到 64 的倍数。",
            ),
          ),
        ]
      : [],
  back: ({ doc }) => {
    const said = ["pad_to_multiple_of", "pad_to_sequence_len"].filter((key) => has(doc, key));
    const why = text(
      "LLaMA-Factory fills rows up to a multiple of 8 tokens. What is filled up is not learned.",
      "LLaMA-Factory 把每行补到 8 的倍数；补齐部分不参与学习。",
    );
    return said.length === 0 ? [] : [carried(said, {}, why)];
  },
};

const split: Rule = {
  topic: "data",
  keys: [["val_size"], ["val_set_size"]],
  there: ({ doc }) => held(numberOf(doc, "val_size"), "val_size", "val_set_size"),
  back: ({ doc }) => held(numberOf(doc, "val_set_size"), "val_set_size", "val_size"),
};

function held(value: number | null, from: string, to: string): Move[] {
  if (value === null) return [];
  if (value === 0) return [carried([from], { [to]: 0 })];
  const why = text(
    "As many examples are kept aside, but not the same ones: LLaMA-Factory draws them, Axolotl takes the last. Compare eval losses with care, or name a dataset to evaluate on.",
    "留出的数量相同，但样本不同：LLaMA-Factory 随机抽取，Axolotl 取末尾。比较评估损失时请注意，或指定评估数据集。",
  );
  return [changed([from], { [to]: value }, why)];
}

const thinking: Rule = {
  topic: "data",
  keys: [["enable_thinking", "tool_format"], []],
  there: ({ doc }) =>
    ["enable_thinking", "tool_format"]
      .filter((key) => has(doc, key))
      .map((key) =>
        lost([key], text("In Axolotl the template itself decides this.", "在 Axolotl 中由模板决定。")),
      ),
  back: () => [],
};

export const dataRules: readonly Rule[] = [
  template,
  pair("data", "default_system", "default_system_message"),
  datasets,
  length,
  packing,
  mask,
  split,
  padding,
  thinking,
  pair("data", "preprocessing_num_workers", "dataset_num_proc"),
  pair("data", "remove_unused_columns", "remove_unused_columns"),
  pair("data", "dataloader_num_workers", "dataloader_num_workers"),
  pair("data", "dataloader_pin_memory", "dataloader_pin_memory"),
  pair("data", "dataloader_prefetch_factor", "dataloader_prefetch_factor"),
  pair("data", "dataloader_drop_last", "dataloader_drop_last"),
];
