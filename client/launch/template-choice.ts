// Owns how the chat template follows the model, unless a person chose another one. Refuses to guess from names.
import type { ModelOption } from "./model-options.ts";

export type TemplateMove = { move: "keep" } | { move: "set"; template: string | undefined };

/**
 * What becomes of the template when the model changes: it follows as long as it was the old model's own or missing.
 * A model we know nothing about leaves it as it is.
 */
export function templateMove(
  current: string | undefined,
  before: ModelOption | undefined,
  after: ModelOption | undefined,
): TemplateMove {
  const followed = current === undefined || (before?.template != null && current === before.template);
  if (!followed || !after) return { move: "keep" };
  const next = after.template ?? undefined;
  return next === current ? { move: "keep" } : { move: "set", template: next };
}

export type TemplateNote =
  | { kind: "none" }
  /** The model's own template is another one. */
  | { kind: "differs"; own: string }
  /** A base model: it has never seen a chat template. */
  | { kind: "base"; family: string | null }
  /** No template is named: the engine reads the tokenizer's. */
  | { kind: "automatic" };

export function templateNote(current: string | undefined, model: ModelOption | undefined): TemplateNote {
  if (model?.template && current !== undefined && current !== model.template)
    return { kind: "differs", own: model.template };
  if (model && model.place === "catalog" && model.template === null)
    return { kind: "base", family: model.family === current ? null : model.family };
  return current === undefined ? { kind: "automatic" } : { kind: "none" };
}
