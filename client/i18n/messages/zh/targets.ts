// Owns the Chinese words about what an adapter is put on, and about judging a config for another GPU.
import type { Messages } from "../en.ts";

export const targets: Messages["launch"]["targets"] = {
  looking: "正在查看模型的模块……",
  matched: "将训练 {matched, number} 个模块，模型共有 {linear, number} 个线性层。",
  none: "模型的 {linear, number} 个线性层中没有一个匹配。",
  part: {
    language: "语言模型",
    vision: "视觉",
    audio: "音频",
    projector: "投影层",
    head: "输出层",
  },
  partCount: "{matched, number} / {linear, number}",
  frozen: "保持不变",
  group: "{kind} × {count, number}",
  more: "具体模块",
  unfit: "另有 {count, number} 个匹配项不能添加适配器，例如 {name}。引擎会在此停止。",
  idle: "没有名为 {names} 的模块。",
  usual: "本机没有这个模型：按 {model} 的常见规模计数。",
  use: "改用",
  useHint: "匹配 {matched, number} 个",
  badPattern: "Python 无法读取这个表达式：{message}",
  badPatternAt: "Python 无法读取这个表达式（第 {at, number} 个字符）：{message}",
  endless: "{seconds, number} 秒内未能完成匹配，引擎会一直等待下去。",
  unknown: "这里不了解该模型的模块。{message}",
  unavailable: "无法向 {name} 询问匹配的模块。",
};

export const elsewhere: Messages["launch"]["elsewhere"] = {
  label: "检查环境",
  here: "本机",
  asking: "正在按 {gpu} 检查……",
  accepted: "在 {gpu} 上：{name} 接受此配置。",
  refused: "在 {gpu} 上：此配置需要修改。",
  ours: "在 {gpu} 上：我们的检查没有意见，但无法询问 {name}。",
};
