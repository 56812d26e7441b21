// Owns what a dataset of Axolotl's list may say: where it is, how a row is read, what of it is learnt. Refuses to read rows.
import type { DatasetKey, DatasetMappings, FieldSpec } from "../../../../contract/engine.ts";
import { fieldsOf, only, text } from "../../../engine-kit/form-field.ts";
import { typeOptions } from "./dataset-types.ts";

const place = fieldsOf("mapping");
const more = fieldsOf("mapping", { advanced: true });
const chat = only("type", "chat_template", "chat_template.default", "chat_template.argilla_chat");
const chats = fieldsOf("mapping", { when: chat });
const moreChats = fieldsOf("mapping", { when: chat, advanced: true });

export const datasetKeys: readonly DatasetKey[] = [
  {
    path: "datasets",
    label: text("Datasets", "数据集"),
    help: text("What it learns from. Several are used together.", "模型从中学习，多个会一起使用。"),
  },
  {
    path: "test_datasets",
    label: text("Datasets for evaluation", "评估数据集"),
    help: text(
      "What it is tried on, in place of a share kept aside: set that share to 0.",
      "用于评估，代替留出的比例：此时该比例须为 0。",
    ),
  },
  {
    path: "pretraining_dataset",
    label: text("Streamed text", "流式文本"),
    help: text(
      "Plain text that is read while it trains. Needs a maximum number of steps, and goes without evaluation.",
      "训练时边读边用的纯文本。须设置最大步数，且不做评估。",
    ),
  },
];

export const datasetStarts: DatasetMappings["starts"] = [
  { path: "\\.jsonl?$", values: { ds_type: "json" } },
  { path: "\\.csv$", values: { ds_type: "csv" } },
  { path: "\\.parquet$", values: { ds_type: "parquet" } },
  { path: "\\.arrow$", values: { ds_type: "arrow" } },
  { path: "\\.txt$", values: { ds_type: "text" } },
  { path: "^[\\w-]+/[\\w-]+$", values: { split: "train" } },
  { path: "", stages: ["sft"], values: { type: "chat_template" } },
  { path: "", stages: ["dpo", "orpo"], values: { type: "chat_template.default" } },
];

const whichTokens: [value: string, en: string, zh: string][] = [
  ["turn", "Those of learnt turns", "所学轮次的"],
  ["all", "All", "全部"],
  ["last", "The last one", "最后一个"],
  ["none", "None", "不学"],
];

const prompt = (path: string, en: string, zh: string, help: readonly [string, string], lines = false) =>
  place.line(`type.${path}`, null, { label: text(en, zh), help: text(...help), ...(lines ? { lines } : {}) });

const column = (path: string, en: string, zh: string) =>
  prompt(path, en, zh, [`The key of a row that holds it.`, "行中保存它的键。"]);

export const mappingFields: readonly FieldSpec[] = [
  place.line("path", null, {
    label: text("Path", "路径"),
    help: text(
      "A file or folder on this machine, an id of the hub, or storage such as s3://bucket/file.json.",
      "本机文件或文件夹、数据集库编号，或 s3://bucket/file.json 这样的存储地址。",
    ),
    placeholder: "data.jsonl",
  }),
  place.choice("type", null, {
    label: text("How a row is read", "行的读法"),
    help: text(
      "The type of prompt. A mapping {field_instruction: q, field_output: a} describes rows of your own. Without one the rows are taken for tokens already.",
      "提示类型。写成映射 {field_instruction: q, field_output: a} 可描述自己的行；不填则视为已分词。",
    ),
    options: typeOptions,
    open: true,
  }),
  place.choice("ds_type", null, {
    label: text("Kind of file", "文件类型"),
    help: text(
      "Without it the engine guesses from the name, and not always well.",
      "不填时引擎按文件名猜测，有时会出错。",
    ),
    options: [
      ["json", "JSON, JSON lines", "JSON、JSON Lines"],
      ["csv", "CSV", "CSV"],
      ["parquet", "Parquet", "Parquet"],
      ["arrow", "Arrow", "Arrow"],
      ["text", "Text", "纯文本"],
    ],
    open: true,
  }),
  place.line("split", null, {
    label: text("Split", "子集"),
    help: text("train, or a part of it: train[:1%].", "train，或其中一部分：train[:1%]。"),
    placeholder: "train",
  }),
  chats.line("field_messages", "messages", {
    label: text("Key of the messages", "消息所在键"),
    help: text("The key of a row that holds its conversation.", "行中保存对话的键。"),
  }),
  chats.value("message_property_mappings", {
    label: text("Role and text in a message", "消息中的角色与文本键"),
    help: text(
      "Where a message calls its role and its text otherwise: {role: from, content: value}.",
      "消息用其他键保存角色和文本时填写：{role: from, content: value}。",
    ),
    placeholder: "{role: role, content: content}",
  }),
  chats.value("roles_to_train", {
    label: text("Roles that are learnt", "学习的角色"),
    help: text("The turns of these roles count.", "这些角色的轮次计入学习。"),
    placeholder: "[assistant]",
  }),
  chats.choice("train_on_eos", null, {
    label: text("Ends that are learnt", "学习的结束符"),
    help: text("After which turns the model learns to stop.", "模型在哪些轮次之后学会停止。"),
    options: whichTokens,
  }),
  column("field_instruction", "Key of the question", "问题所在键"),
  column("field_input", "Key of the input", "输入所在键"),
  column("field_output", "Key of the answer", "回答所在键"),
  column("field_system", "Key of the system text", "系统提示所在键"),
  prompt(
    "format",
    "Prompt with an input",
    "带输入的提示",
    ["May hold {instruction} and {input}.", "可含 {instruction} 与 {input}。"],
    true,
  ),
  prompt(
    "no_input_format",
    "Prompt without an input",
    "不带输入的提示",
    ["May hold {instruction}.", "可含 {instruction}。"],
    true,
  ),
  more.value("data_files", {
    label: text("Files", "文件"),
    help: text("Which files of the folder or of the hub's dataset.", "文件夹或数据集库中的哪些文件。"),
    placeholder: "[part-1.jsonl, part-2.jsonl]",
  }),
  more.line("name", null, {
    label: text("Configuration", "配置名"),
    help: text("Of a dataset of the hub that has several.", "数据集库中含多个配置时填写。"),
  }),
  more.line("revision", null, {
    label: text("Revision", "版本"),
    help: text("A commit, tag or branch of the hub.", "数据集库的提交、标签或分支。"),
  }),
  moreChats.value("roles", {
    label: text("Names of roles", "角色名称"),
    help: text(
      "Which names in the data stand for which role: {user: [human], assistant: [gpt]}.",
      "数据中的名称对应哪个角色：{user: [human], assistant: [gpt]}。",
    ),
    placeholder: "{user: [human, user], assistant: [gpt, assistant]}",
  }),
  moreChats.choice("train_on_eot", null, {
    label: text("Turn ends learnt", "学习的轮次结束符"),
    help: text("As for the ends, where the template has both.", "同上，用于两种结束符都有的模板。"),
    options: whichTokens,
  }),
  moreChats.line("field_system", null, {
    label: text("Key of the system text", "系统提示所在键"),
    help: text("Where it stands beside the messages.", "系统提示不在消息中时填写。"),
  }),
  moreChats.line("field_tools", "tools", {
    label: text("Key of the tools", "工具所在键"),
    help: text(
      "The key of a row that holds its tools, as JSON schemas.",
      "行中保存工具（JSON Schema）的键。",
    ),
  }),
  moreChats.flag("drop_system_message", null, {
    label: text("Leave out system texts", "去掉系统提示"),
    help: text("The system turn of each row is dropped.", "丢弃每行的系统轮次。"),
  }),
  moreChats.line("field_thinking", "reasoning_content", {
    label: text("Key of the thoughts", "思考所在键"),
    help: text("The key of a message that holds what was thought before it.", "消息中保存思考内容的键。"),
  }),
  moreChats.flag("split_thinking", null, {
    label: text("Split off thoughts", "分出思考内容"),
    help: text("Takes them out of the answer at their tags.", "按标签从回答中分出思考内容。"),
  }),
  moreChats.line("message_field_training", null, {
    label: text("Key of learnt turns", "标记所学轮次的键"),
    help: text("True or false at each message.", "每条消息一个真假值。"),
  }),
  moreChats.line("message_field_training_detail", null, {
    label: text("Key of learnt parts", "标记所学片段的键"),
    help: text("Places in the text of each message.", "每条消息文本中的位置。"),
  }),
  moreChats.line("chat_template", null, {
    label: text("Template of these rows", "这些行的模板"),
    help: text("Where it is another one than the run's.", "与本次运行的模板不同时填写。"),
  }),
  more.line("field", "text", {
    label: text("Key of the text", "文本所在键"),
    help: text("The key of a row that holds its text.", "行中保存文本的键。"),
    when: only("type", "completion"),
  }),
  more.integer("shards", null, {
    label: text("Shards", "分片数"),
    help: text("Cuts the rows into so many parts, of which one is used.", "把数据切成若干份，只用其中一份。"),
    min: 1,
  }),
  more.integer("shards_idx", null, {
    label: text("Shard", "分片序号"),
    help: text("Which of them, from 0.", "使用第几份，从 0 开始。"),
    min: 0,
  }),
  more.flag("trust_remote_code", false, {
    label: text("Run the dataset's own code", "运行数据集自带代码"),
    help: text("Only for datasets whose code you have read.", "仅用于代码已审阅的数据集。"),
  }),
];
