// Owns the kinds of training and the methods, in the order they are offered. An empty value: without the key.
import type { ConfigChoice } from "../../../../contract/engine.ts";
import { text } from "../../../engine-kit/form-field.ts";

const needsRewards = text(
  "It needs reward functions in Python and a server that writes answers; start it with the plain command line.",
  "需要 Python 奖励函数和负责生成回答的服务，请用命令行启动。",
);

export const stages: readonly ConfigChoice[] = [
  {
    value: "",
    data: "sft",
    label: text("SFT", "SFT"),
    help: text(
      "Fine-tuning: learns from questions with their answers, or whole conversations. What most people want.",
      "指令微调：从问题及其回答或完整对话中学习。大多数情况选它。",
    ),
  },
  {
    value: "dpo",
    data: "dpo",
    label: text("DPO", "DPO"),
    help: text(
      "Preferences: learns from pairs of a better and a worse answer, usually after fine-tuning.",
      "偏好学习：从“较好/较差”成对回答中学习，一般在微调之后进行。",
    ),
  },
  {
    value: "kto",
    data: "kto",
    label: text("KTO", "KTO"),
    help: text(
      "Feedback: learns from single answers that somebody marked as good or bad. No pairs needed.",
      "反馈学习：从被标为好或坏的单条回答中学习，不需要成对数据。",
    ),
  },
  {
    value: "orpo",
    data: "orpo",
    label: text("ORPO", "ORPO"),
    help: text(
      "Fine-tuning and preferences in one go, without a reference model: less memory than DPO.",
      "微调与偏好学习一步完成，无需参考模型，比 DPO 省显存。",
    ),
  },
  {
    value: "simpo",
    data: "dpo",
    label: text("SimPO", "SimPO"),
    help: text(
      "Preferences without a reference model, with answers compared per token.",
      "无需参考模型的偏好学习，按 token 平均比较回答。",
    ),
  },
  {
    value: "grpo",
    label: text("GRPO", "GRPO"),
    help: text("Practises against rewards.", "依据奖励反复练习。"),
    unavailable: needsRewards,
  },
];

export const methods: readonly ConfigChoice[] = [
  {
    value: "lora",
    label: text("LoRA", "LoRA"),
    help: text(
      "Trains a small adapter beside the frozen model. Little memory, fast, the result can be merged. Start here.",
      "冻结原模型，只训练旁路的小适配器。显存少、速度快，结果可合并。建议从这里开始。",
    ),
  },
  {
    value: "qlora",
    label: text("QLoRA", "QLoRA"),
    help: text(
      "LoRA on a model that is loaded in 4 bits: least memory, a little slower. Needs a GPU.",
      "在 4 位加载的模型上做 LoRA：显存最少，稍慢，需要显卡。",
    ),
  },
  {
    value: "",
    label: text("Full", "全参数"),
    help: text(
      "Trains every weight. Learns most, and needs about ten times the memory of LoRA.",
      "训练全部权重。学习能力最强，显存约为 LoRA 的十倍。",
    ),
  },
];
