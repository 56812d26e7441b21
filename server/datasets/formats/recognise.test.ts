// Shows that rows are recognised with the definition that reads them, and that no row at all can make a format throw.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DatasetDefinition } from "../../../contract/dataset.ts";
import { checkDefinition, stageFor } from "./check-definition.ts";
import type { CheckContext } from "./format.ts";
import { formatOf, formats, recognise } from "./index.ts";

const context: CheckContext = { stage: "sft", strictJson: true, media: () => ({ status: "cannot-tell" }) };
const ask = (content: unknown) => [
  { role: "user", content },
  { role: "assistant", content: "Yes" },
];
const call = { role: "assistant", content: null, tool_calls: [{ function: { name: "f", arguments: "{}" } }] };
const said = (from: string, value: string) => ({ from, value });

const cases: [
  name: string,
  format: string,
  rows: Record<string, unknown>[],
  definition: DatasetDefinition,
][] = [
  ["plain alpaca", "alpaca", [{ instruction: "a", input: "", output: "b" }], {}],
  [
    "question and answer",
    "alpaca",
    [{ question: "a", answer: "b" }],
    { columns: { prompt: "question", response: "answer" } },
  ],
  [
    "preference pairs",
    "alpaca",
    [{ prompt: "a", chosen: "b", rejected: "c" }],
    { ranking: true, columns: { prompt: "prompt", chosen: "chosen", rejected: "rejected" } },
  ],
  [
    "verdicts",
    "alpaca",
    [{ prompt: "a", completion: "b", label: true }],
    { columns: { prompt: "prompt", response: "completion", kto_tag: "label" } },
  ],
  ["text", "text", [{ text: "a" }], { columns: { prompt: "text" } }],
  [
    "sharegpt",
    "sharegpt",
    [{ conversations: [said("human", "a"), said("gpt", "b")] }],
    { formatting: "sharegpt", columns: { messages: "conversations" } },
  ],
  [
    "pictures with marks",
    "sharegpt",
    [{ messages: ask("<image>Who are they?"), images: ["mllm_demo_data/1.jpg"] }],
    {
      formatting: "sharegpt",
      columns: { messages: "messages", images: "images" },
      tags: {
        role_tag: "role",
        content_tag: "content",
        user_tag: "user",
        assistant_tag: "assistant",
        observation_tag: "observation",
        function_tag: "function_call",
        system_tag: "system",
      },
    },
  ],
  [
    "tool calls",
    "openai",
    [
      {
        messages: [
          { role: "user", content: "a" },
          call,
          { role: "tool", content: "1" },
          ...ask("b").slice(1),
        ],
      },
    ],
    {
      formatting: "openai",
      columns: { messages: "messages" },
      tags: {
        role_tag: "role",
        content_tag: "content",
        user_tag: "user",
        assistant_tag: "assistant",
        observation_tag: "tool",
        function_tag: "function",
        system_tag: "system",
      },
    },
  ],
];

describe("recognise", () => {
  it.each(cases)("%s", (_, format, rows, definition) => {
    const [best] = recognise(rows, Object.keys(rows[0] ?? {}));
    expect(best).toMatchObject({ format });
    expect(best?.definition).toEqual(definition);
    expect(formatOf(definition)?.id).toBe(format);
    for (const row of rows) {
      const found = formatOf(definition)?.validate(row, definition, {
        ...context,
        stage: stageFor(definition),
      });
      expect(found?.filter(({ severity }) => severity === "error")).toEqual([]);
    }
  });

  it("takes the content parts of a message dataset for Axolotl's", () => {
    const parts = [
      { type: "image", url: "https://example.com/bee.jpg" },
      { type: "text", text: "Describe this image in detail." },
    ];
    const [best] = recognise([{ messages: ask(parts) }], ["messages"]);
    expect(best).toMatchObject({ format: "axolotl", definition: { columns: { messages: "messages" } } });
  });

  it("says of tags without system_tag that rows will be lost", () => {
    const tags = { role_tag: "role", content_tag: "content", user_tag: "user", assistant_tag: "assistant" };
    const definition = { formatting: "sharegpt", columns: { messages: "messages", images: "images" }, tags };
    expect(checkDefinition(definition, "sft").map(({ code }) => code)).toEqual(["definition.system-tag"]);
  });
});

describe("any row", () => {
  const name = fc.constantFrom(
    "messages",
    "conversations",
    "images",
    "instruction",
    "chosen",
    "tools",
    "history",
    "text",
  );
  const key = fc.oneof(
    name,
    fc.constantFrom("role", "content", "from", "value", "type", "tool_calls", "function", "toString"),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, 5, "", "<image>", "user", "assistant", "human", "gpt", "{}", "text"),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(key, tie("value"), { maxKeys: 4 }),
    ),
  }));
  const traits = { ranking: true, marked: true, tools: true, media: ["image" as const] };

  it.each(formats)("is checked, read and recognised by $id without an exception", (format) => {
    const definitions = [format.define(traits), format.define({ ...traits, ranking: false }), {}];
    fc.assert(
      fc.property(value, (row) => {
        for (const definition of definitions) {
          format.validate(row, definition, context);
          const conversation = format.toMessages(row, definition);
          if (conversation !== null) format.fromMessages(conversation, definition);
        }
        recognise([row], typeof row === "object" && row !== null ? Object.keys(row) : []);
      }),
      { numRuns: 500 },
    );
  });
});
