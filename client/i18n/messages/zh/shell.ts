// Owns the Chinese words of the frame. Same keys as the English file, or the type check fails.
import type { Messages } from "../en.ts";

export const shell: Messages["shell"] = {
  skip: "跳到正文",
  navigation: "主导航",
  runs: "运行",
  newRun: "新建运行",
  datasets: "数据集",
  models: "模型",
  settings: "设置",
  running: "{count} 个运行正在进行",
  meters: { cpu: "CPU", memory: "内存" },
  theme: { label: "主题", system: "跟随系统", light: "浅色", dark: "深色" },
  connection: {
    connecting: "正在连接…",
    online: "已连接",
    offline: "正在重连…",
    lost: "连接已断开。运行仍在继续，恢复连接后本页会自动补齐。",
  },
  palette: {
    title: "命令面板",
    placeholder: "输入命令或搜索…",
    empty: "没有匹配的命令，试试更短的词。",
    open: "打开命令面板",
    hint: "搜索或跳转",
    goTo: "前往",
    help: "帮助",
    appearance: "外观",
    themeTo: "主题：{name}",
    languageTo: "语言：{name}",
  },
  keys: {
    title: "键盘快捷键",
    palette: "命令面板",
    search: "在本页搜索",
    close: "关闭当前弹层",
    move: "下一行、上一行",
    open: "打开该行",
  },
  notFound: {
    title: "这个地址没有页面",
    body: "链接可能已过期，或者地址输入有误。",
    action: "前往运行列表",
  },
  crash: {
    title: "页面错误",
    what: "页面出错了",
    why: "页面的某个部分遇到了无法处理的错误。正在进行的运行不受影响。",
    todo: "请重试。如果再次出现，请把详情复制到问题报告中。",
  },
};
