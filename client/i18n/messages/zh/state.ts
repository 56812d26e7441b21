// Owns the Chinese words for the states of a run, wherever one is shown.
import type { Messages } from "../en.ts";

export const state: Messages["state"] = {
  queued: "排队中",
  starting: "启动中",
  preparing: "准备中",
  running: "运行中",
  evaluating: "评估中",
  saving: "保存中",
  merging: "合并中",
  quantizing: "量化中",
  installing: "安装中",
  pausing: "正在暂停",
  stopping: "正在停止",
  paused: "已暂停",
  succeeded: "已完成",
  stopped: "已停止",
  failed: "失败",
  lost: "失联",
  stalled: "无响应",
  stalledHelp: "进程仍在，但已有一段时间没有上报或输出任何内容。请查看日志。",
};
