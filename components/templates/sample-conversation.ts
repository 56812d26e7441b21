// Owns the conversation that a template is first shown with. Refuses to be a test of a model: it is an example to read.
import type { ChatTurn, RenderRequest, TemplateDefinition } from "@/contract/template.ts";

export const sampleSystem = "You are a helpful assistant.";

export const sampleTools = JSON.stringify(
  [
    {
      name: "get_time",
      description: "The time in a city.",
      parameters: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
    },
  ],
  null,
  2,
);

export type Conversation = {
  system: string | null;
  tools: string | null;
  thinking: boolean;
  /** Null: the sample, which changes with tools. */
  turns: readonly ChatTurn[] | null;
  model: string | null;
};

export const firstConversation: Conversation = {
  system: sampleSystem,
  tools: null,
  thinking: true,
  turns: null,
  model: null,
};

export function turnsOf({ turns, tools }: Conversation): readonly ChatTurn[] {
  if (turns !== null) return turns;
  const question: ChatTurn = { role: "user", content: "What time is it in Paris?" };
  const answer: ChatTurn = { role: "assistant", content: "It is noon in Paris." };
  if (tools !== null)
    return [
      question,
      { role: "function", content: '{"name": "get_time", "arguments": {"city": "Paris"}}' },
      { role: "observation", content: "12:00" },
      answer,
    ];
  return [
    question,
    answer,
    { role: "user", content: "And in Rome?" },
    { role: "assistant", content: "The same: noon." },
  ];
}

export function requestOf(template: string | TemplateDefinition, conversation: Conversation): RenderRequest {
  const { system, tools, thinking, model } = conversation;
  return {
    template,
    turns: [...turnsOf(conversation)],
    thinking,
    ...(system ? { system } : {}),
    ...(tools ? { tools } : {}),
    ...(model === null ? {} : { model }),
  };
}
