// Owns small datasets in every layout that the studio registers, with the few rows that show what each layout can say. For tests.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DatasetDefinition } from "../../../../contract/dataset.ts";

const shapes = join(import.meta.dirname, "../../../../configs/demo/data/shapes");
const roleTags = {
  role_tag: "role",
  content_tag: "content",
  user_tag: "user",
  assistant_tag: "assistant",
  system_tag: "system",
};
const toolTags = { ...roleTags, observation_tag: "tool", function_tag: "function" };
const tools = [
  {
    type: "function",
    function: { name: "sum", description: "Adds", parameters: { type: "object", properties: {} } },
  },
];

type SampleSet = { definition: DatasetDefinition; rows: unknown[]; file?: string };

export const sampleSets: Readonly<Record<string, SampleSet>> = {
  alpaca: {
    definition: {
      columns: {
        prompt: "instruction",
        query: "input",
        response: "output",
        system: "system",
        history: "history",
      },
    },
    rows: [
      {
        instruction: "Say hi",
        input: "to me",
        output: "Hi!",
        system: "Be short.",
        history: [["One?", "Two."]],
      },
      { instruction: "Again", input: "", output: "Hi again!", system: "You.", history: [] },
    ],
  },
  sharegpt: {
    definition: { formatting: "sharegpt" },
    rows: [
      {
        conversations: [
          { from: "system", value: "Be short." },
          { from: "human", value: "One?" },
          { from: "gpt", value: "Two." },
          { from: "human", value: "Three?" },
          { from: "gpt", value: "<think>\nWell\n</think>\n\nFour." },
        ],
      },
    ],
  },
  oddly: {
    definition: {
      formatting: "sharegpt",
      columns: { messages: "dialog" },
      tags: { role_tag: "who", content_tag: "says", user_tag: "Q", assistant_tag: "A", system_tag: "S" },
    },
    rows: [
      {
        dialog: [
          { who: "S", says: "Be short." },
          { who: "Q", says: "One?" },
          { who: "A", says: "Two." },
        ],
      },
    ],
  },
  openai: {
    definition: { formatting: "sharegpt", columns: { messages: "messages" }, tags: roleTags },
    rows: [
      {
        messages: [
          { role: "system", content: "Be short." },
          { role: "user", content: "One?" },
          { role: "assistant", content: "Two." },
        ],
      },
    ],
    file: "openai.json",
  },
  besides: {
    definition: { formatting: "sharegpt", columns: { messages: "conversations", system: "system" } },
    rows: [
      {
        conversations: [
          { from: "human", value: "One?" },
          { from: "gpt", value: "Two." },
        ],
        system: "Be short.",
      },
      {
        conversations: [
          { from: "human", value: "Three?" },
          { from: "gpt", value: "Four." },
        ],
        system: "Be long.",
      },
    ],
  },
  calls: {
    definition: { formatting: "openai", columns: { messages: "messages", tools: "tools" }, tags: toolTags },
    rows: [
      {
        tools,
        messages: [
          { role: "system", content: "Count." },
          { role: "user", content: "1+1?" },
          {
            role: "assistant",
            content: null,
            tool_calls: [{ id: "a", type: "function", function: { name: "sum", arguments: { of: [1, 1] } } }],
          },
          { role: "tool", content: "2" },
          { role: "assistant", content: "Two." },
        ],
      },
    ],
  },
  pairs: {
    definition: {
      formatting: "sharegpt",
      ranking: true,
      columns: { messages: "messages", chosen: "good", rejected: "bad" },
      tags: roleTags,
    },
    rows: [
      {
        messages: [
          { role: "system", content: "Be short." },
          { role: "user", content: "One?" },
        ],
        good: { role: "assistant", content: "Two." },
        bad: { role: "assistant", content: "No." },
      },
    ],
  },
  "alpaca-pairs": {
    definition: {
      ranking: true,
      columns: { prompt: "question", chosen: "better", rejected: "worse", system: "system" },
    },
    rows: [{ question: "One?", better: "Two.", worse: "No.", system: "Be short." }],
  },
  marked: {
    definition: {
      columns: { prompt: "instruction", response: "output", kto_tag: "liked", system: "system" },
    },
    rows: [
      { instruction: "One?", output: "Two.", liked: true, system: "Be short." },
      { instruction: "One?", output: "No.", liked: false, system: "Be short." },
    ],
  },
  text: {
    definition: { columns: { prompt: "body" } },
    rows: [{ body: "Once upon a time." }, { body: "There was more." }],
  },
  pictures: {
    definition: { formatting: "sharegpt", columns: { messages: "conversations", images: "pics" } },
    rows: [
      {
        conversations: [
          { from: "human", value: "Before <image> between <image> after." },
          { from: "gpt", value: "Two shapes." },
        ],
        pics: ["shapes/a.png", "shapes/b.png"],
      },
    ],
  },
  parts: {
    definition: { formatting: "axolotl", columns: { messages: "messages" }, tags: toolTags },
    rows: [
      {
        messages: [
          {
            role: "user",
            content: [
              { type: "image", path: "shapes/a.png" },
              { type: "text", text: "What?" },
            ],
          },
          { role: "assistant", content: [{ type: "text", text: "A shape." }] },
        ],
      },
    ],
  },
};

/** Into a dataset folder, with its dataset_info.json. `pictures`: two files of the demo's, known as a.png and b.png. */
export function writeSampleSets(dir: string, pictures: readonly [string, string]): void {
  mkdirSync(join(dir, "shapes"), { recursive: true });
  for (const [at, name] of ["a.png", "b.png"].entries())
    cpSync(join(shapes, pictures[at] ?? ""), join(dir, "shapes", name));
  const info: Record<string, DatasetDefinition> = {};
  for (const [name, { definition, rows, file = `${name}.jsonl` }] of Object.entries(sampleSets)) {
    const isList = file.endsWith(".json");
    writeFileSync(
      join(dir, file),
      isList ? JSON.stringify(rows) : rows.map((row) => `${JSON.stringify(row)}\n`).join(""),
    );
    info[name] = { file_name: file, ...definition };
  }
  writeFileSync(join(dir, "dataset_info.json"), JSON.stringify(info));
}
