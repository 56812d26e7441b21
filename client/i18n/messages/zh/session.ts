// Owns the Chinese words of signing in and of a studio that does not answer.
import type { Messages } from "../en.ts";

export const session: Messages["session"] = {
  signIn: {
    title: "登录此服务",
    lead: "Anneal 需要令牌，以免网络上的其他人在你的机器上启动训练。",
    stepOpen: "打开 npm start 打印的地址，它以 #token=… 结尾。",
    stepPaste: "或者把该地址或令牌粘贴到这里：",
    label: "令牌或地址",
    submit: "登录",
    empty: "请先粘贴令牌。",
    where: "令牌也保存在主文件夹的 token 文件中，通常是 ~/.anneal/token。",
    checking: "正在查找会话…",
  },
  unreachable: {
    title: "服务没有响应",
    body: "它没有启动，或与它所在机器的连接已断开。已启动的训练会继续进行。",
    todo: "用以下命令启动：",
    waiting: "本页面每两秒重试一次，恢复后自动继续。",
    now: "立即重试",
  },
};
