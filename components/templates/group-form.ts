// Owns a model group as rows of a form: a name may be empty or twice for a while, which the definition cannot hold.
import type { ModelGroupDefinition } from "@/contract/template.ts";

export const HUBS = ["huggingface", "modelscope", "modelers"] as const;
type Hub = (typeof HUBS)[number];

export type GroupRow = { name: string; ids: Partial<Record<Hub, string>> };
export type GroupForm = {
  name: string;
  template: string | null;
  multimodal: boolean;
  rows: readonly GroupRow[];
};

export function formOf({ name, template, multimodal, models }: ModelGroupDefinition): GroupForm {
  return {
    name,
    template: template ?? null,
    multimodal: multimodal ?? false,
    rows: Object.entries(models).map(([model, ids]) => ({ name: model, ids })),
  };
}

export function definitionOf({ name, template, multimodal, rows }: GroupForm): ModelGroupDefinition {
  const models = rows.map(({ name: model, ids }) => {
    const given = Object.entries(ids).filter(([, id]) => id?.trim());
    return [model.trim(), Object.fromEntries(given.map(([hub, id]) => [hub, id?.trim()]))];
  });
  return {
    name,
    models: Object.fromEntries(models),
    ...(template === null ? {} : { template }),
    ...(multimodal ? { multimodal } : {}),
  };
}

export const blankRow: GroupRow = { name: "", ids: {} };
