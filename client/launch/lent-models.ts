// Owns the models of an engine that tells of none: those another engine tells of, each with the template of this one.
import type { EngineCatalog, EngineDescription, ModelGroup } from "@/contract/engine.ts";
import type { LocalModel } from "@/contract/library.ts";

type Hints = NonNullable<EngineDescription["templateHints"]>;

/** Null is none by name; undefined where no hint fits. */
export function hinted(hints: Hints, model: string, canChat: boolean): string | null | undefined {
  const name = model.toLowerCase().replaceAll("_", "-");
  return hints.find((hint) => (hint.model === "" ? canChat : new RegExp(hint.model).test(name)))?.template;
}

function group(hints: Hints, { models, ...rest }: ModelGroup): ModelGroup {
  const named = models.map((model) => {
    const own = hinted(hints, model.hub.huggingface ?? model.name, model.template !== null);
    // A base model has no template of its own, whatever its family has.
    return {
      ...model,
      template: model.template === null ? null : (own ?? null),
      base: model.template === null,
    };
  });
  const families = new Set(models.map((model) => hinted(hints, model.hub.huggingface ?? model.name, false)));
  const [family] = families;
  return { ...rest, models: named, template: families.size === 1 ? (family ?? null) : null };
}

/** The catalogue with the groups of another one, if it has none itself. */
export function withLent(own: EngineCatalog, lender: EngineCatalog | undefined, hints: Hints): EngineCatalog {
  if (own.groups.length > 0 || !lender) return own;
  return { ...own, groups: lender.groups.map((each) => group(hints, each)) };
}

/** A folder's template is known by the name that one engine has for it; here it gets this engine's. */
export function hintedFolder(hints: Hints, model: LocalModel): LocalModel {
  const words = `${model.name} ${model.architecture ?? ""}`;
  return { ...model, template: hinted(hints, words, model.template !== null) ?? null };
}
