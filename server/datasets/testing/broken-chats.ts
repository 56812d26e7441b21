// Owns broken rows of conversations with marks: sharegpt with and without a system tag, and openai. For tests only.
import type { DatasetDefinition } from "../../../contract/dataset.ts";
import type { BrokenRow, BrokenSet } from "./broken-row.ts";

const tags = {
  role_tag: "role",
  content_tag: "content",
  user_tag: "user",
  assistant_tag: "assistant",
  observation_tag: "observation",
  function_tag: "function_call",
  system_tag: "system",
};
const { system_tag: _, observation_tag: __, function_tag: ___, ...seedTags } = tags;

type Message = Record<string, unknown>;
const user = (content: unknown): Message => ({ role: "user", content });
const bot = (content: unknown): Message => ({ role: "assistant", content });
const say = (role: unknown, content: unknown): Message => ({ role, content });
const row = (messages: unknown, more: Record<string, unknown> = {}) =>
  JSON.stringify({ messages, images: [], tools: "", ...more });
const talk = [user("Hi"), bot("Hello")];
const good = row(talk);

const chat: DatasetDefinition = {
  formatting: "sharegpt",
  columns: { messages: "messages", images: "images", tools: "tools" },
  tags,
};

const rows: BrokenRow[] = [
  { code: "turn.order", path: "messages[0].role", line: row([bot("Hello"), user("Hi")]) },
  {
    code: "turn.order",
    path: "messages[1].role",
    line: row([user("Hi"), user("Hi?"), bot("Yes"), bot("Yes!")]),
  },
  { code: "turn.odd", path: "messages", line: row([...talk, user("And?")]) },
  { code: "turn.none", path: "messages", line: row([]) },
  { code: "turn.role-unknown", path: "messages[1].role", line: row([user("Hi"), say("gpt", "Hello")]) },
  { code: "turn.role-missing", path: "messages[1].role", line: row([user("Hi"), { content: "Hello" }]) },
  { code: "system.late", path: "messages[2].role", line: row([...talk, say("system", "Be kind"), ...talk]) },
  { code: "turn.content-missing", path: "messages[1].content", line: row([user("Hi"), bot(null)]) },
  { code: "turn.empty", path: "messages[0].content", line: row([user(""), bot("Hello")]) },
  { code: "answer.empty", path: "messages[1].content", line: row([user("Hi"), bot("")]) },
  { code: "answer.repeated", path: "messages[3].content", line: row([...talk, ...talk]) },
  {
    code: "media.count",
    path: "images",
    line: row([user("<image> and <image>"), bot("Two")], { images: ["good.png"] }),
  },
  { code: "media.count", path: "images", line: row(talk, { images: ["good.png"] }) },
  { code: "media.in-answer", path: "messages[1].content", line: row([user("Write a tag"), bot("<image>")]) },
  {
    code: "media.mark-in-answer",
    path: "messages[1].content",
    line: row([user("Paint"), bot("<image>")], { images: ["good.png"] }),
  },
  {
    code: "media.missing",
    path: "images[0]",
    line: row([user("<image>"), bot("A")], { images: ["none.png"] }),
  },
  {
    code: "media.unreadable",
    path: "images[0]",
    line: row([user("<image>"), bot("A")], { images: ["empty.png"] }),
  },
  {
    code: "media.unreadable",
    path: "images[0]",
    line: row([user("<image>"), bot("A")], { images: ["pointer.png"] }),
  },
  {
    code: "media.unreadable",
    path: "images[0]",
    line: row([user("<image>"), bot("A")], { images: ["page.png"] }),
  },
  {
    code: "media.url-refused",
    path: "images[0]",
    line: row([user("<image>"), bot("A")], { images: ["https://example.com/a.png"] }),
  },
  {
    code: "function.json",
    path: "messages[1].content",
    line: row([user("Sum"), say("function_call", "add(1, 2)")]),
  },
  {
    code: "function.json",
    path: "messages[1].content",
    line: row([user("Sum"), say("function_call", '{"name": "add"}')]),
  },
  { code: "tools.json", path: "tools", line: row(talk, { tools: "[add" }) },
  { code: "record.empty", path: "", line: "{}" },
  { code: "record.repeated", path: "", line: good, severity: "warning" },
  { code: "text.nul", path: "messages[0].content", line: row([user("a\0b"), bot("Hello")]) },
  { code: "text.control", path: "messages[1].content", line: row([user("Hi"), bot("a\u0007b")]) },
  { code: "text.replacement", path: "", line: row([user("caf\ufffd"), bot("Hello")]) },
];

/** Each would end the loading of the whole file, so each is alone among rows that agree with it. */
const kinds: BrokenRow[] = [
  {
    code: "turn.content-kind",
    path: "messages[1].content",
    line: row([user("Hi"), bot(5)]),
  },
  { code: "turn.not-a-list", path: "messages", line: row("Hi") },
  { code: "turn.not-an-object", path: "messages[0]", line: row(["Hi", "Hello"]) },
  {
    code: "media.kind",
    path: "images[0]",
    line: row([user("<image>"), bot("A")], { images: [5] }),
  },
  { code: "tools.kind", path: "tools", line: row(talk, { tools: [{ name: "add" }] }) },
  {
    code: "function.kind",
    path: "messages[1].content",
    line: row([user("Sum"), say("function_call", { name: "add", arguments: {} })]),
  },
];

const call = (args: unknown) => ({
  role: "assistant",
  content: "",
  tool_calls: [{ id: "1", type: "function", function: { name: "add", arguments: args } }],
});
const openaiRow = (messages: unknown) => JSON.stringify({ messages });

export const chatCases: BrokenSet[] = [
  { name: "chats", stage: "sft", definition: chat, good, rows },
  { name: "chat_kinds", stage: "sft", definition: chat, good, rows: kinds },
  {
    name: "bare_pictures",
    stage: "sft",
    definition: chat,
    good: row([user("Hi"), bot("Hello")], { images: null }),
    rows: [
      {
        code: "media.bare",
        path: "images",
        line: row([user("<image>"), bot("A")], { images: "good.png" }),
      },
    ],
  },
  {
    name: "seed_tags",
    stage: "sft",
    definition: { formatting: "sharegpt", columns: { messages: "messages" }, tags: seedTags },
    good: JSON.stringify({ messages: talk }),
    rows: [
      {
        code: "system.tag-missing",
        path: "messages[0].role",
        line: JSON.stringify({ messages: [say("system", "Be kind"), ...talk] }),
      },
      {
        code: "media.unlisted",
        path: "messages[0].content",
        line: JSON.stringify({ messages: [user("What is <image> in HTML?"), bot("Nothing")] }),
      },
    ],
  },
  {
    name: "openai",
    stage: "sft",
    definition: {
      formatting: "openai",
      columns: { messages: "messages" },
      tags: { ...tags, observation_tag: "tool", function_tag: "function" },
    },
    good: openaiRow(talk),
    rows: [
      {
        code: "turn.role-unknown",
        path: "messages[0].role",
        line: openaiRow([say("developer", "x"), ...talk]),
      },
      {
        code: "tool-call.arguments",
        path: "messages[1].tool_calls[0].function.arguments",
        line: openaiRow([user("Sum"), call('{"a": 1}')]),
      },
      {
        code: "turn.reply-lost",
        path: "messages[2]",
        line: openaiRow([user("Sum"), call('{"b": 1}'), say("tool", "3")]),
      },
      {
        code: "tool-call.broken",
        path: "messages[1].tool_calls[0]",
        line: openaiRow([user("Sum"), { role: "assistant", content: "", tool_calls: [{ id: "1" }] }]),
      },
    ],
  },
];
