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
  /** What fits any model that can chat, where the engine has such a template. */
  generic?: string | null,
): TemplateMove {
  const isOwn = before?.template != null && current === before.template;
  const followed = current === undefined || isOwn || (current === generic && before?.base !== true);
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
  /** It writes thoughts before answers, and has a twin that does not. */
  | { kind: "thinks"; twin: string }
  /** It is the twin that writes no thoughts. */
  | { kind: "plain"; twin: string }
  /** No template is named: the engine reads the tokenizer's. */
  | { kind: "automatic" };

const PLAIN = "_nothink";

/** The template that differs only in whether it writes thoughts. */
function twinNote(current: string, known: ReadonlySet<string>): TemplateNote | null {
  if (current.endsWith(PLAIN)) {
    const twin = current.slice(0, -PLAIN.length);
    return known.has(twin) ? { kind: "plain", twin } : null;
  }
  return known.has(current + PLAIN) ? { kind: "thinks", twin: current + PLAIN } : null;
}

export function templateNote(
  current: string | undefined,
  model: ModelOption | undefined,
  known: ReadonlySet<string>,
): TemplateNote {
  const twin = current === undefined ? null : twinNote(current, known);
  const isOwn = current === model?.template;
  const isTwin = twin !== null && "twin" in twin && twin.twin === model?.template;
  if (model?.template && current !== undefined && !isOwn && !isTwin)
    return { kind: "differs", own: model.template };
  if (model?.base) return { kind: "base", family: model.family === current ? null : model.family };
  if (twin) return twin;
  return current === undefined ? { kind: "automatic" } : { kind: "none" };
}
