// Owns the Chinese words of notes on an encoded row, by the server's code. A code that is missing here shows its English words.
import type { Messages } from "../en.ts";

export const encodeNotes: Messages["dataset"]["encodeNotes"] = {
  packed: "打包会在此之后把各行拼接为每块 {cutoff} 个词元。",
  pair: "此处显示较好的回答；换成较差的回答则为 {count} 个词元。",
  listed: "只列出前 {count} 个词元。",
  "no-chat-template": "该模型没有自带的对话模板：推理时写什么由调用方决定。",
  refused: "模型自带的对话模板拒绝了这段对话：{why}",
  "not-in-full": "transformers 无法在此完整写出：{why}",
  "other-count":
    "第 {number} 张图片在训练中为 {training} 个词元，在 transformers 中为 {inference} 个：训练会先调整其大小（image_max_pixels、image_min_pixels）。",
  "mask-history": "Axolotl 会学习对话中的每个回答，没有只学最后一个的选项。",
  pieces: "切成 {count} 段，每段至多 {cutoff} 个词元，逐段学习。",
  differs: "训练与推理写出的文本从第 {at} 个字符起不同：训练为“{training}”，推理为“{inference}”。",
};
