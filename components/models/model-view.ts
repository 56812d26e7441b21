// Owns which models the screen shows and in which order. Refuses the words.
import type { LocalModel } from "@/contract/library.ts";

export const modelSources = ["demo", "folder", "run"] as const satisfies readonly LocalModel["source"][];
export type ModelFilter = LocalModel["source"] | "all";

export function readModelFilter(text: string | null): ModelFilter {
  return modelSources.find((source) => source === text) ?? "all";
}

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/** What came with Anneal, then the person's own folders, then what runs made, newest first. */
export function arrangeModels(models: readonly LocalModel[]): LocalModel[] {
  const rank = (model: LocalModel) => modelSources.indexOf(model.source);
  return models.toSorted((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    if (a.source === "run") return b.modifiedAt - a.modifiedAt;
    return byName.compare(a.name, b.name);
  });
}

/** Every word must occur in the name, path, base, architecture or template. */
export function matchesModel(model: LocalModel, filter: ModelFilter, text: string): boolean {
  if (filter !== "all" && model.source !== filter) return false;
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fields = [model.name, model.path, model.base, model.architecture, model.template]
    .join(" ")
    .toLowerCase();
  return words.every((word) => fields.includes(word));
}

/** The last part of a base's path or hub id. */
export function shortBase(base: string): string {
  return base.split(/[/\\]/).findLast((part) => part !== "") ?? base;
}
