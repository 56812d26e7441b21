// Owns the kinds of training and the methods, in the order they are offered. Refuses to leave one out that the engine names.
import type { ConfigChoice } from "../../../../contract/engine.ts";
import { text } from "../../../engine-kit/form-field.ts";

export const stages: readonly ConfigChoice[] = [
  {
    value: "sft",
    label: text("SFT", "SFT"),
    help: text(
      "Fine-tuning: learns from questions with their answers, or whole conversations. What most people want.",
      "指令微调：从问题及其回答或完整对话中学习。大多数情况选它。",
    ),
  },
  {
    value: "pt",
    label: text("Pre-training", "预训练"),
    help: text(
      "Goes on reading plain text: a language, a field of knowledge, a style. No questions and answers.",
      "继续阅读纯文本：学习一门语言、一个领域的知识或文风，不含问答。",
    ),
  },
  {
    value: "dpo",
    label: text("DPO", "DPO"),
    help: text(
      "Preferences: learns from pairs of a better and a worse answer. ORPO and SimPO are a choice of loss.",
      "偏好学习：从“较好/较差”成对回答中学习，一般在微调之后进行。换损失函数即为 ORPO 或 SimPO。",
    ),
  },
  {
    value: "kto",
    label: text("KTO", "KTO"),
    help: text(
      "Feedback: learns from single answers that somebody marked as good or bad. No pairs needed.",
      "反馈学习：从被标为好或坏的单条回答中学习，不需要成对数据。",
    ),
  },
  {
    value: "rm",
    label: text("Reward model", "奖励模型"),
    help: text(
      "Makes a judge: a model that gives an answer a score, learnt from pairs of a better and a worse one.",
      "训练一个评判模型：从成对回答中学会给回答打分。",
    ),
  },
  {
    value: "ppo",
    label: text("PPO", "PPO"),
    help: text("Practises against a reward model.", "依据奖励模型反复练习。"),
    unavailable: text(
      "This engine version cannot run it: its trainer needs trl ≤ 0.9.6, the engine itself trl ≥ 0.18.",
      "此引擎版本无法运行：其训练器需要 trl ≤ 0.9.6，而引擎本身要求 trl ≥ 0.18。",
    ),
  },
];

export const methods: readonly ConfigChoice[] = [
  {
    value: "lora",
    label: text("LoRA", "LoRA"),
    help: text(
      "Trains a small adapter beside the frozen model. Least memory, fast, the result can be merged. Start here.",
      "冻结原模型，只训练旁路的小适配器。显存最少、速度快，结果可合并。建议从这里开始。",
    ),
  },
  {
    value: "oft",
    label: text("OFT", "OFT"),
    help: text(
      "An adapter that turns the weights without changing their lengths. Keeps more of what the model knew; slower than LoRA.",
      "旋转权重而不改变其长度的适配器。更能保留原有知识，比 LoRA 慢。",
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
