// Owns the English words for what is wrong with a template or a model group, as the API and the command line say it.
import type { AdditionProblem, AdditionProblemCode } from "../../contract/addition-check.ts";

type Params = Record<string, string>;

const OWNERS: Record<string, string> = {
  engine: "the engine has it",
  example: "an example of Anneal has it",
  user: "another file of yours has it",
};

const TEXTS: Record<AdditionProblemCode, (params: Params) => string> = {
  "name-missing": () => "The name is missing.",
  "name-invalid": ({ name }) =>
    `"${name}" is no name: use letters, digits, dots, dashes and underscores, 64 at most.`,
  "name-taken": ({ name, owner = "" }) =>
    `The name ${name} is taken: ${OWNERS[owner] ?? owner}. Choose another.`,
  "template-empty": () => "It says nothing of how turns are written: add format_user and format_assistant.",
  "slot-without-content": ({ slot }) => `${slot} has no {{content}}, so the text of the turn would be lost.`,
  "prefix-with-content": () => "format_prefix stands before everything and takes no {{content}}.",
  "token-invalid": ({ slot, token }) =>
    `"${token}" in ${slot} is no token: one word of the vocabulary, no blanks.`,
  "plugin-unknown": ({ name }) => `Neither the engine nor a plugin of yours registers ${name}.`,
  "plugin-not-agreed": ({ name, file }) =>
    `${name} comes with the plugin ${file}, which nobody agreed to yet.`,
  "tool-format-unknown": ({ name }) => `The engine has no tool format ${name}.`,
  "class-unknown": ({ name }) => `The engine has no template class ${name}.`,
  "eos-without-stop-word": () =>
    "replace_eos puts the first stop word in the place of the end token: add one.",
  "pair-incomplete": () =>
    "thought_words and tool_call_words need both words, the one before and the one after.",
  "group-empty": () => "The group has no models.",
  "model-without-id": ({ model }) => `${model} has no id on any hub.`,
  "model-taken": ({ model, owner }) => `The model name ${model} is taken by the group ${owner}.`,
  "template-unknown": ({ name }) => `There is no template ${name}.`,
};

export function problemText({ code, params }: AdditionProblem): string {
  return TEXTS[code](params);
}
