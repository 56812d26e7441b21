// Owns what is said of a dataset that goes to Axolotl: why it cannot, why it is copied, and what is not the same.
import type { LocalText } from "../../../contract/text.ts";

const words = (en: string, zh: string): LocalText => ({ en, zh });

export const reasons = {
  unreadable: words(
    "Nothing here can tell which of its columns are questions and answers. Correct its definition first.",
    "无法判断其中哪些列是问题和回答，请先修正数据集的定义。",
  ),
  elsewhere: words(
    "Its rows are made by a script or lie in a storage that Axolotl cannot be pointed at. Register them as a file.",
    "它的数据由脚本生成或存放在 Axolotl 无法读取的位置，请先登记为文件。",
  ),
  hub: words(
    "It is on a hub and would have to be translated. Download it and register the file; then it can be.",
    "它在数据平台上，且需要先转换。请下载后登记为文件，即可自动转换。",
  ),
  noPairs: words(
    "This training compares a better and a worse answer; the dataset has no such pairs.",
    "该训练方式需要比较优劣两个回答，而该数据集没有成对的回答。",
  ),
  noMarks: words(
    "This training needs answers marked good or bad; the dataset has no such mark.",
    "该训练方式需要标注好坏的回答，而该数据集没有这种标注。",
  ),
  hasPairs: words(
    "It holds pairs of answers, for preference training; choose that stage, or another dataset.",
    "它包含成对的回答，用于偏好训练；请选择相应阶段，或换一个数据集。",
  ),
  hasMarks: words(
    "Its answers are marked good or bad, for KTO; choose that stage, or another dataset.",
    "它的回答带有好坏标注，用于 KTO；请选择相应阶段，或换一个数据集。",
  ),
  noAnswers: words(
    "It is plain text without answers, for pre-training; choose that stage, or another dataset.",
    "它是没有回答的纯文本，用于预训练；请选择相应阶段，或换一个数据集。",
  ),
  noText: words(
    "Pre-training reads one column of plain text; the dataset holds conversations.",
    "预训练读取一列纯文本，而该数据集是对话。",
  ),
  media: words(
    "Axolotl learns from pictures, videos and sounds only in supervised training.",
    "Axolotl 仅在监督微调中支持图片、视频和音频。",
  ),
} as const;

export const notes = {
  alpaca: words(
    "A copy as messages is used: Axolotl's own alpaca type would write the Alpaca prompt, not the model's chat template.",
    "使用转换为消息格式的副本：Axolotl 自带的 alpaca 类型会写成 Alpaca 提示词，而不是模型的对话模板。",
  ),
  system: words(
    "A copy is used, with the system prompt as the first message: Axolotl would also write empty ones.",
    "使用副本，系统提示词作为第一条消息：Axolotl 会把空的系统提示词也写进去。",
  ),
  tools: words(
    "A copy is used, with function calls as messages hold them; they are learnt only by a chat template that writes them.",
    "使用副本，函数调用写成消息中的形式；只有会写出函数调用的对话模板才能学到它们。",
  ),
  marks: words(
    "A copy is used, with the marks for pictures turned into parts of the messages.",
    "使用副本，其中的图片标记转换为消息中的内容片段。",
  ),
  paths: words(
    "A copy is used, with full paths: Axolotl looks for media where it is started.",
    "使用写有完整路径的副本：Axolotl 会在启动目录下查找媒体文件。",
  ),
  pairs: words(
    "A copy is used: for pairs Axolotl reads only messages with `role` and `content`.",
    "使用副本：对于成对的回答，Axolotl 只读取带 `role` 和 `content` 的消息。",
  ),
  answers: words(
    "A copy is used with one question per row, which is all that Axolotl's reward training reads; rows with earlier turns are left out.",
    "使用每行只有一个问题的副本，Axolotl 的奖励模型训练只支持这种形式；带历史对话的行会被略过。",
  ),
  kto: words(
    "A copy is used. For KTO Axolotl writes ChatML itself, whatever the chat template; for a Llama 3 model set the type to llama3.argilla_chat.",
    "使用副本。KTO 训练中 Axolotl 总是自行写成 ChatML，与对话模板无关；Llama 3 模型请把 type 改为 llama3.argilla_chat。",
  ),
  completion: words(
    "Axolotl cuts each text into pieces of sequence_len; LLaMA-Factory joins all texts and cuts them then.",
    "Axolotl 将每段文本分别切成 sequence_len 长度；LLaMA-Factory 则先拼接全部文本再切分。",
  ),
  limit: words(
    "num_samples: Axolotl takes the first rows, LLaMA-Factory takes them at random.",
    "num_samples：Axolotl 取最前面的行，LLaMA-Factory 随机抽取。",
  ),
  unseen: words("Its rows are on a hub and were not looked at.", "它的数据在平台上，尚未查看其内容。"),
} as const;
