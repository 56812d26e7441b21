// Owns the Chinese words of what, why and what to do for every error code. Same keys as the English file, or the type check fails.
import type { Messages } from "../en.ts";

export const errors: Messages["errors"] = {
  network: {
    what: "服务没有响应",
    why: "服务没有启动，或与它所在机器的连接已断开。训练不受影响，会继续进行。",
    todo: "用 npm start 重新启动，本页面会自动连接。",
  },
  unexpected: {
    what: "出现了 Anneal 没有预料到的问题",
    why: "页面无法理解收到的响应，页面与服务的版本可能不一致。",
    todo: "请刷新页面。如果再次出现，请把详情复制到问题报告中。",
  },
  internal: {
    what: "服务器内部出错",
    why: "这是 Anneal 的问题，与你的操作无关。运行不受影响。",
    todo: "请重试。如果再次出现，请把详情复制到问题报告中。",
  },
  request: {
    invalid: {
      what: "服务器无法理解这个请求",
      why: "有一个值缺失、过长或类型不对。",
      todo: "请改正后重试。如果你没有手动修改过，请刷新页面。",
    },
  },
  auth: {
    required: {
      what: "你尚未登录",
      why: "此浏览器没有会话，或者令牌已被更换。",
      todo: "请打开 npm start 打印的地址，或输入令牌。",
    },
    "wrong-token": {
      what: "这不是本服务的令牌",
      why: "输入有误，或者令牌已被更换。",
      todo: "请复制 npm start 最近一次打印的地址并粘贴到这里。",
    },
    "forbidden-origin": {
      what: "服务器拒绝来自此页面的请求",
      why: "页面的地址与服务器自身的地址不同。",
      todo: "请打开 npm start 打印的地址。",
    },
    "forbidden-host": {
      what: "服务器不接受这个地址",
      why: "为防止其他网站访问，它只在启动时指定的主机名上响应。",
      todo: "请打开 npm start 打印的地址，或用 --host 指定这个主机名启动。",
    },
  },
  route: {
    "not-found": {
      what: "服务器不认识这个请求",
      why: "页面与服务的版本可能不一致。",
      todo: "请刷新页面。",
    },
  },
  run: {
    "not-found": {
      what: "这个运行不存在",
      why: "它已被删除，或者链接属于另一个服务。",
      todo: "请在运行列表中查找，也看看已归档的运行。",
    },
    "action-not-allowed": {
      what: "该运行现在不能执行这个操作",
      why: "它的状态在此期间发生了变化。",
      todo: "请查看当前状态后再选择。",
    },
    "config-invalid": {
      what: "这份配置无法启动",
      why: "其中有引擎会报错的内容。",
      todo: "请改正标出的行。",
    },
    "name-invalid": {
      what: "这个名称不能使用",
      why: "名称须为 1 到 80 个字符，不含斜杠和控制字符。",
      todo: "请换一个名称。",
    },
    "no-checkpoint": {
      what: "没有可以继续的检查点",
      why: "运行在保存检查点之前就结束了，或者文件已被删除。",
      todo: "请从头重试该运行。",
    },
    "nothing-to-merge": {
      what: "该运行没有可合并的内容",
      why: "它还没有写出适配器或模型。",
      todo: "请等它保存，或停止并保留结果。",
    },
    "nothing-to-follow": {
      what: "无法对这次运行做这件事",
      why: "所用引擎不提供此功能，或权重尚未保存。",
      todo: "等它保存后再试，或另选一次运行；适配器可能需要先合并。",
    },
  },
  output: {
    "not-empty": {
      what: "输出文件夹里已有文件",
      why: "Anneal 不会覆盖已有的文件。",
      todo: "请选择另一个文件夹，或清空这个文件夹。",
    },
  },
  engine: {
    "not-found": {
      what: "这里没有这个引擎",
      why: "配置中指定的引擎不在当前版本的 Anneal 中。",
      todo: "请选择设置中列出的引擎。",
    },
    "not-ready": {
      what: "引擎尚未就绪",
      why: "它没有安装、正在安装，或者已损坏。",
      todo: "请到“设置 · 引擎”等待安装完成或进行修复。",
    },
    "package-unknown": {
      what: "不能从这里安装此软件包",
      why: "只提供与引擎锁定版本相容的软件包。",
      todo: "请去掉需要它的选项，或使用自己的环境。",
    },
    "not-ours": {
      what: "这是你自己的环境",
      why: "它由 --engine-python 指定，Anneal 不会改动这样的环境。",
      todo: "请手动安装该软件包，命令见详情。",
    },
    busy: {
      what: "引擎正忙",
      why: "它正在安装或检查。",
      todo: "请等待完成后重试。",
    },
    refused: {
      what: "引擎不接受此内容",
      why: "引擎自身的代码给出了否定答复，原文见详情。",
      todo: "请修改其中提到的内容后重试。",
    },
    failed: {
      what: "引擎没有回答",
      why: "用于询问引擎的进程已结束或超时。",
      todo: "请重试；若仍如此，请在“设置”中修复该引擎。",
    },
  },
  addition: {
    invalid: {
      what: "这样还不能添加",
      why: "名称已被占用，或者有一部分缺失或引擎不认识。",
      todo: "改正所指出的部分，然后重新保存。",
    },
    "not-found": {
      what: "您没有这个名称的内容",
      why: "它已被移除，或者属于引擎或示例，那些不会改动。",
      todo: "请刷新列表。",
    },
  },
  dataset: {
    "not-found": {
      what: "这个数据集不存在",
      why: "dataset_info.json 中没有这个名称，或者文件已不在。",
      todo: "请选择另一个数据集，或改正 dataset_info.json。",
    },
    "info-broken": {
      what: "无法读取 dataset_info.json",
      why: "它不是有效的 JSON。",
      todo: "请改正详情中指出的那一行。",
    },
    invalid: {
      what: "无法登记为数据集",
      why: "定义中有缺失或不合适的值。",
      todo: "按提示修改后重新保存。",
    },
    "name-taken": {
      what: "已有同名数据集",
      why: "没有改动任何内容。",
      todo: "请换一个名称，或确认替换。",
    },
    unreadable: {
      what: "无法读取数据",
      why: "文件已损坏、类型与扩展名不符，或嵌套过深。",
      todo: "查看详情，修复文件或另选文件。",
    },
  },
  upload: {
    "not-found": {
      what: "找不到这次上传",
      why: "它已完成、已取消或已清理。",
      todo: "请重新上传。",
    },
    "out-of-step": {
      what: "上传位置不一致",
      why: "发送的数据与已接收部分不衔接。",
      todo: "将从已接收的位置继续。",
    },
  },
  scan: {
    "not-found": {
      what: "找不到这次扫描",
      why: "结果只在服务器运行期间保留。",
      todo: "请重新开始。",
    },
  },
  recipe: {
    "not-found": {
      what: "没有这个配方",
      why: "它已被删除，或文件已改名。",
      todo: "请从列表中另选一个。",
    },
    "name-taken": {
      what: "已有同名的配方",
      why: "没有做任何更改。",
      todo: "请换一个名称，或替换它。",
    },
  },
  model: {
    "not-found": {
      what: "列表中没有这个模型",
      why: "它在此期间已被移除。",
      todo: "如果需要，请重新添加它的文件夹。",
    },
  },
  path: {
    "not-found": {
      what: "没有这个文件夹",
      why: "路径输入有误，或者文件夹已被移动。",
      todo: "请检查路径。它指的是服务所在机器上的路径。",
    },
    "not-allowed": {
      what: "服务不能使用这个路径",
      why: "它在允许的文件夹之外，或者系统拒绝访问。",
      todo: "请选择另一个文件夹，或修改它的权限。",
    },
    "not-a-model": {
      what: "这个文件夹不是模型",
      why: "其中没有带架构信息的 config.json，也没有 adapter_config.json。",
      todo: "请选择直接包含这些文件的文件夹，而不是上一级。",
    },
  },
  file: {
    "not-found": {
      what: "这个文件不存在",
      why: "它已被移动或删除，或者运行还没有写出它。",
      todo: "请刷新文件列表。",
    },
  },
  disk: {
    full: {
      what: "磁盘已满",
      why: "剩余空间不足以完成这个请求。",
      todo: "请删除不再需要的检查点或已归档的运行；“设置 · 磁盘”显示了空间占用。",
    },
  },
  home: {
    "in-use": {
      what: "另一个服务正在使用这个主文件夹",
      why: "两个服务同时启动运行会互相破坏记录。",
      todo: "请使用正在运行的那个服务，或先停止它。",
    },
    "too-new": {
      what: "这个主文件夹属于更新版本的 Anneal",
      why: "更新的版本改变了记录的保存方式。",
      todo: "请启动那个版本，或用 --home 选择另一个文件夹。",
    },
    "not-writable": {
      what: "主文件夹无法写入",
      why: "权限不允许，或者磁盘以只读方式挂载。",
      todo: "请修改权限，或用 --home 选择另一个文件夹。",
    },
  },
  port: {
    busy: {
      what: "端口已被占用",
      why: "另一个程序正在监听该端口。",
      todo: "用 --port 换一个端口，或结束那个程序。",
    },
  },
  rate: {
    limited: {
      what: "尝试次数过多",
      why: "多次输入错误的令牌后，服务器会暂停一会儿以防止猜测。",
      todo: "请等一分钟再试。",
    },
  },
};
