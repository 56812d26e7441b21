// Owns broken rows of question and answer columns, of preference pairs and of verdicts. For tests only.
import type { BrokenSet } from "./broken-row.ts";

const line = (value: unknown) => JSON.stringify(value);
const ask = { instruction: "Ask", input: "", output: "Answer", history: [], system: "" };

export const columnCases: BrokenSet[] = [
  {
    name: "columns",
    stage: "sft",
    definition: {
      columns: {
        prompt: "instruction",
        query: "input",
        response: "output",
        history: "history",
        system: "system",
      },
    },
    good: line(ask),
    rows: [
      { code: "prompt.empty", path: "instruction", line: line({ ...ask, instruction: "" }) },
      { code: "answer.empty", path: "output", line: line({ ...ask, output: "" }) },
      { code: "answer.missing", path: "output", line: line({ ...ask, output: null }) },
      { code: "media.unlisted", path: "instruction", line: line({ ...ask, instruction: "<image> tag?" }) },
      { code: "history.pair", path: "history[0]", line: line({ ...ask, history: [["only one"]] }) },
    ],
  },
  {
    name: "column_kinds",
    stage: "sft",
    definition: {
      columns: { prompt: "instruction", response: "output", history: "history", system: "system" },
    },
    good: line(ask),
    rows: [
      { code: "prompt.kind", path: "instruction", line: line({ ...ask, instruction: 5 }) },
      { code: "system.kind", path: "system", line: line({ ...ask, system: ["a"] }) },
    ],
  },
  {
    name: "text_history",
    stage: "sft",
    definition: { columns: { prompt: "instruction", response: "output", history: "history" } },
    good: line({ ...ask, history: null }),
    rows: [{ code: "history.kind", path: "history", line: line({ ...ask, history: "before" }) }],
  },
  {
    name: "plain_text",
    stage: "pt",
    definition: { columns: { prompt: "text" } },
    good: line({ text: "Once upon a time" }),
    rows: [
      { code: "prompt.empty", path: "text", line: line({ text: "" }) },
      { code: "record.empty", path: "", line: line({ text: null }), severity: "warning" },
    ],
  },
];

const pair = { instruction: "Ask", chosen: "Good", rejected: "Bad" };
const side = (role: string, content: unknown) => ({ role, content });
const chatPair = {
  messages: [{ role: "user", content: "Ask" }],
  chosen: side("assistant", "Good"),
  rejected: side("assistant", "Bad"),
};

export const pairCases: BrokenSet[] = [
  {
    name: "pairs",
    stage: "dpo",
    definition: {
      ranking: true,
      columns: { prompt: "instruction", chosen: "chosen", rejected: "rejected" },
    },
    good: line(pair),
    rows: [
      { code: "pair.missing", path: "rejected", line: line({ ...pair, rejected: null }) },
      { code: "pair.same", path: "rejected", line: line({ ...pair, rejected: "Good" }) },
      { code: "answer.empty", path: "chosen", line: line({ ...pair, chosen: "" }) },
    ],
  },
  {
    name: "chat_pairs",
    stage: "rm",
    definition: {
      formatting: "sharegpt",
      ranking: true,
      columns: { messages: "messages", chosen: "chosen", rejected: "rejected" },
      tags: {
        role_tag: "role",
        content_tag: "content",
        user_tag: "user",
        assistant_tag: "assistant",
        system_tag: "system",
      },
    },
    good: line(chatPair),
    rows: [
      {
        code: "turn.even",
        path: "messages",
        line: line({ ...chatPair, messages: [...chatPair.messages, { role: "assistant", content: "So" }] }),
      },
      { code: "pair.missing", path: "chosen", line: line({ ...chatPair, chosen: null }) },
      { code: "pair.role", path: "chosen.role", line: line({ ...chatPair, chosen: side("gpt", "Good") }) },
      {
        code: "pair.role",
        path: "rejected.role",
        line: line({ ...chatPair, rejected: side("user", "Bad") }),
        severity: "warning",
      },
      { code: "pair.same", path: "rejected", line: line({ ...chatPair, rejected: chatPair.chosen }) },
    ],
  },
];

const verdict = { instruction: "Ask", output: "Answer", liked: true };

export const verdictCases: BrokenSet[] = [
  {
    name: "verdicts",
    stage: "kto",
    definition: { columns: { prompt: "instruction", response: "output", kto_tag: "liked" } },
    good: line(verdict),
    rows: [{ code: "kto.tag", path: "liked", line: line({ ...verdict, liked: null }) }],
  },
  {
    name: "word_verdicts",
    stage: "kto",
    definition: { columns: { prompt: "instruction", response: "output", kto_tag: "liked" } },
    good: line({ ...verdict, output: "Other" }),
    rows: [{ code: "kto.tag", path: "liked", line: line({ ...verdict, liked: "true" }) }],
  },
];
