// Owns the ways Axolotl reads the rows of a dataset, by their names. Refuses to say which fits: checks do.

const PREFERENCE = [
  ...["argilla", "argilla_chat", "icr", "intel", "prompt_pairs", "ultra"].flatMap((name) => [
    `chatml.${name}`,
    `llama3.${name}`,
  ]),
  "zephyr.nectar",
  "chat_template.argilla",
  "user_defined.default",
  "passthrough",
];

const OTHERS = [
  "alpaca_chat.load_qa",
  "alpaca_chat.load_concise",
  "alpaca_chat.load_camel_ai",
  "alpaca_w_system.load_open_orca",
  "gpteacher",
  "oasst",
  "reflection",
  "explainchoice",
  "concisechoice",
  "summarizetldr",
  "jeopardy",
  "context_qa",
  "context_qa.load_v2",
  "context_qa.load_404",
  "metharme",
  "pygmalion",
  "orcamini",
  "llama2_chat",
  "stepwise_supervised",
  "bradley_terry.chat_template",
  "_synthetic",
];

/** The usual ones with words, then all others by name. */
export const typeOptions: [value: string, en: string, zh: string][] = [
  ["chat_template", "Conversations: chat_template", "对话：chat_template"],
  ["alpaca", "Instruction, input, output: alpaca", "指令、输入、输出：alpaca"],
  ["completion", "Plain text: completion", "纯文本：completion"],
  ["input_output", "Segments, learnt or not: input_output", "分段是否学习：input_output"],
  [
    "chat_template.default",
    "Pairs, as conversations: chat_template.default",
    "偏好对话：chat_template.default",
  ],
  [
    "chat_template.argilla_chat",
    "Pairs, both whole: chat_template.argilla_chat",
    "完整偏好对：chat_template.argilla_chat",
  ],
  ...[...OTHERS, ...PREFERENCE].map((name): [string, string, string] => [name, name, name]),
];
