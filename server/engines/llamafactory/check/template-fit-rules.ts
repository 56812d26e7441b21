// Owns judging whether the template fits the model: kind, family, base model, thinking. Refuses to judge custom formats.
import type { Problem } from "../../../../contract/problem.ts";
import { flagOf, textOf } from "../../../engine-kit/values.ts";
import type { Rule, Subject } from "./subject.ts";

/** What the catalogue says of the model, by hub id or by the folder's name. */
function registered({ doc, context }: Subject) {
  const value = textOf(doc, "model_name_or_path");
  if (value === null || !context.catalog) return null;
  const last = value.split("/").at(-1);
  for (const { models } of context.catalog.groups)
    for (const found of models) {
      const ids = Object.values(found.hub);
      if (ids.includes(value) || ids.some((id) => id.split("/").at(-1) === last)) return found;
    }
  return null;
}

const NOTHINK = "_nothink";
const family = (template: string) => template.replace(NOTHINK, "");

const template: Rule = (subject) => {
  const { doc, model, context, stage, warning, info } = subject;
  const value = textOf(doc, "template");
  const known = context.catalog?.templates.find((candidate) => candidate.name === value);
  if (value === null || !known || stage === "pt") return [];
  const found: Problem[] = [];
  const listed = registered(subject);
  if (model !== null && model.multimodal !== known.multimodal)
    found.push(
      warning(
        "template",
        known.multimodal ? "template.model-text-only" : "template.text-only",
        known.multimodal
          ? `\`${value}\` is for models that see or hear; this model reads text only.`
          : `This model sees or hears; with the template \`${value}\` it can learn from text only.`,
        "Choose the template of the model's family.",
        { params: { value } },
      ),
    );
  else if (listed?.template && family(listed.template) !== family(value))
    found.push(
      warning(
        "template",
        "template.unusual",
        `The engine's own template for ${listed.name} is \`${listed.template}\`; \`${value}\` writes the conversation in another way than the model knows.`,
        "Choose that one unless you mean to change the format.",
        { params: { name: listed.name, usual: listed.template, value } },
      ),
    );
  else if ((listed !== null && listed.template === null) || (listed === null && model?.chatFormat === false))
    found.push(
      info(
        "template",
        "template.base-model",
        `This is a base model: it has seen no conversation in the format \`${value}\` before and learns it from your examples alone.`,
        "Take the model's chat version where there is one, or many examples.",
        { params: { value } },
      ),
    );
  const twins = context.catalog?.templates.map(({ name }) => name) ?? [];
  if (flagOf(doc, "enable_thinking") && value.endsWith(NOTHINK))
    found.push(
      warning(
        "enable_thinking",
        "template.nothink",
        `\`${value}\` never writes thoughts, so \`enable_thinking\` has no effect.`,
        `Choose \`${family(value)}\`, or remove it.`,
        { params: { value, twin: family(value) }, fix: { value: null } },
      ),
    );
  else if (known.reasoning && !doc.keys.includes("enable_thinking"))
    found.push(
      info(
        "template",
        "template.reasoning",
        "This template is for thinking models: answers without a thought get an empty one, and the model learns to write that.",
        twins.includes(value + NOTHINK)
          ? `For examples without thoughts choose \`${value}${NOTHINK}\`, or set \`enable_thinking: false\`.`
          : "For examples without thoughts set `enable_thinking: false`.",
        { params: { value, twin: twins.includes(value + NOTHINK) ? value + NOTHINK : "" } },
      ),
    );
  return found;
};

export const templateFitRules: readonly Rule[] = [template];
