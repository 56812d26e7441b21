// Owns a model group as rows of a form: a name may be empty or twice for a while, which the definition cannot hold.
import type { Additions, ModelGroupDefinition } from "@/contract/template.ts";
import { freeName } from "./definition-view.ts";

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

/** The group and its models by names that no other group has. `file`: the group's own file. */
export function withFreeNames(form: GroupForm, { groups }: Additions, file: string | null): GroupForm {
  const others = groups.filter((group) => group.file === null || group.file !== file);
  const names = others.map(({ definition }) => definition.name);
  const models = others.flatMap(({ definition }) => Object.keys(definition.models));
  const free = (name: string, taken: readonly string[]) =>
    taken.includes(name) ? freeName(`${name}-own`, taken) : name;
  return {
    ...form,
    name: free(form.name, names),
    rows: form.rows.map((row) => ({ ...row, name: free(row.name, models) })),
  };
}
