// Owns the fields about data: how much, how packed and mixed, where it is kept, and how a conversation is written.
import type { FieldSpec } from "../../../../contract/engine.ts";
import { fieldsOf, only, text } from "../../../engine-kit/form-field.ts";

const data = fieldsOf("data");
const more = fieldsOf("data", { advanced: true });
const ofSft = only("stage", "sft");
const chat = fieldsOf("conversation");
const moreChat = fieldsOf("conversation", { advanced: true });
const examples = text("examples", "条");

export const dataFields: readonly FieldSpec[] = [
  data.integer("max_samples", null, {
    label: text("Maximum examples", "最大样本数"),
    help: text(
      "Takes only the first n examples of each dataset. Good for a quick trial; empty takes all.",
      "每个数据集只取前 n 条样本，适合快速试跑。留空则全部使用。",
    ),
    min: 1,
    unit: text("per dataset", "条/数据集"),
  }),
  data.flag("packing", null, {
    label: text("Pack examples", "样本打包"),
    help: text(
      "Puts several short examples into one sequence up to the maximum length. Faster, but the examples can see each other. Always on in pre-training unless switched off.",
      "将多条短样本拼接到最大长度。速度更快，但样本之间会互相可见。预训练时默认开启。",
    ),
  }),
  data.flag("neat_packing", false, {
    label: text("Pack without mixing", "互不可见的打包"),
    help: text(
      "Packs too, but keeps the examples from seeing each other. The better way to pack where the model takes it.",
      "同样打包，但样本之间互不可见。模型支持时优先用它。",
    ),
    when: ofSft,
  }),
  more.flag("train_on_prompt", false, {
    label: text("Learn the prompts too", "同时学习提示词"),
    help: text(
      "Off, only the answers are learnt, which is what you normally want.",
      "关闭时只学习回答部分，这通常正是所需。",
    ),
    when: ofSft,
  }),
  more.flag("mask_history", false, {
    label: text("Learn the last answer only", "只学习最后一轮"),
    help: text(
      "In conversations of several turns, earlier answers are read but not learnt.",
      "多轮对话中，之前的回答只作为上下文，不参与学习。",
    ),
    when: ofSft,
  }),
  more.choice("mix_strategy", "concat", {
    label: text("Mixing of datasets", "数据集混合方式"),
    help: text(
      "How several datasets come together: one after the other and shuffled, or drawn from in turn.",
      "多个数据集如何组合：首尾相接后打乱，或轮流抽取。",
    ),
    options: [
      ["concat", "All together", "全部合并"],
      ["interleave_under", "In turn, until the first is used up", "轮流抽取，先用完一个即止"],
      ["interleave_over", "In turn, until all are used up", "轮流抽取，全部用完为止"],
      ["interleave_once", "In turn, each example once", "轮流抽取，每条只用一次"],
    ],
  }),
  more.line("interleave_probs", null, {
    label: text("Shares of the datasets", "各数据集占比"),
    help: text(
      "How often each dataset is drawn from, in their order, with commas between. They add up to 1.",
      "按数据集顺序填写各自的抽取概率，用逗号分隔，总和为 1。",
    ),
    placeholder: "0.7,0.3",
    when: only("mix_strategy", "interleave_under", "interleave_over", "interleave_once"),
  }),
  more.flag("streaming", false, {
    label: text("Stream the data", "流式读取"),
    help: text(
      "Reads the data while training rather than before. For what is too large for disk or memory; needs a maximum number of steps.",
      "边训练边读取数据，而非事先处理。适合大到内存或磁盘放不下的数据，须设置最大步数。",
    ),
  }),
  more.integer("buffer_size", 16384, {
    label: text("Shuffle buffer", "随机缓冲区"),
    help: text(
      "Examples held at once, from which the next one is drawn at random.",
      "同时保留的样本数，从中随机抽取下一条。",
    ),
    min: 1,
    unit: examples,
    when: only("streaming", true),
  }),
  more.integer("preprocessing_num_workers", null, {
    label: text("Preparing processes", "预处理进程数"),
    help: text(
      "Processes that turn text into tokens before training. Helps with large datasets; more than there are cores does not.",
      "训练前把文本转成 token 的进程数。数据量大时有用，不要超过 CPU 核数。",
    ),
    min: 1,
    unit: text("processes", "个"),
  }),
  more.line("tokenized_path", null, {
    label: text("Keep prepared data in", "预处理结果目录"),
    help: text(
      "A folder for the tokens: written when it is not there, read when it is. The datasets are then not looked at again.",
      "保存 token 数据的文件夹：不存在时写入，已存在则直接读取，不再查看原数据集。",
    ),
  }),
  more.flag("overwrite_cache", false, {
    label: text("Prepare the data anew", "重新预处理"),
    help: text("Ignores what earlier runs kept of the same data.", "不使用之前运行留下的缓存。"),
  }),
  more.line("media_dir", null, {
    label: text("Folder of pictures, video and sound", "媒体文件夹"),
    help: text(
      "What relative paths in the data are relative to. Empty: the dataset folder.",
      "数据中相对路径所对应的文件夹。留空则为数据集文件夹。",
    ),
  }),
  chat.flag("enable_thinking", true, {
    label: text("Thinking", "思考"),
    help: text(
      "For models that think before they answer. On: answers without thoughts get an empty thought that is learnt. Off: the empty thought stands in the prompt and is not learnt.",
      "用于先思考后回答的模型。开启：没有思考的回答会补上空的思考并参与学习。关闭：空的思考放在提示中，不参与学习。",
    ),
  }),
  moreChat.flag("preserve_thinking", false, {
    label: text("Keep earlier thoughts", "保留历史思考"),
    help: text(
      "Leaves the thoughts of earlier turns in the conversation. Models usually forget them.",
      "在多轮对话中保留之前轮次的思考内容。模型通常会丢弃它们。",
    ),
  }),
  moreChat.line("default_system", null, {
    label: text("System prompt", "系统提示词"),
    help: text(
      "Stands in place of the template's own where an example brings none.",
      "样本没有系统提示词时使用，取代模板自带的内容。",
    ),
  }),
  moreChat.line("tool_format", null, {
    label: text("Tool format", "工具格式"),
    help: text(
      "How tools and calls of tools are written. Empty: as the template says.",
      "工具与工具调用的书写方式。留空则由模板决定。",
    ),
    placeholder: "qwen",
  }),
  moreChat.line("add_tokens", null, {
    label: text("New tokens", "新增 token"),
    help: text(
      "Words that become one token each, with commas between. Switch on the larger vocabulary and train the embeddings too.",
      "各自成为单个 token 的词，用逗号分隔。须同时开启扩充词表并训练词嵌入。",
    ),
  }),
  moreChat.line("add_special_tokens", null, {
    label: text("New special tokens", "新增特殊 token"),
    help: text(
      "Marks such as <|tool|>, with commas between. They are never split and are left out of shown answers.",
      "如 <|tool|> 之类的标记，用逗号分隔。不会被拆分，也不显示在回答中。",
    ),
  }),
  moreChat.flag("resize_vocab", false, {
    label: text("Larger vocabulary", "扩充词表"),
    help: text(
      "Makes room for new tokens in the model's embeddings. Not with quantization.",
      "为新增 token 扩充模型的词嵌入。不能与量化同用。",
    ),
  }),
  moreChat.flag("split_special_tokens", false, {
    label: text("Split special tokens", "拆分特殊 token"),
    help: text(
      "Treats the model's marks in the data as ordinary text.",
      "把数据中出现的特殊标记当作普通文本。",
    ),
  }),
];
