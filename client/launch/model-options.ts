// Owns the list a model is chosen from: what is on this machine first, then what the engine knows. Refuses display words.
import type { CatalogModel, EngineCatalog, ModelGroup } from "@/contract/engine.ts";
import type { LocalModel } from "@/contract/library.ts";

export type ModelPlace = "demo" | "folder" | "run" | "catalog";

export type ModelOption = {
  /** What model_name_or_path becomes: a folder or a hub id. */
  value: string;
  name: string;
  place: ModelPlace;
  /** The engine's model group; null for folders of this machine. */
  group: string | null;
  /** "0.5B", read from the name; null where the name does not tell. */
  size: string | null;
  parameters: number | null;
  bytes: number | null;
  multimodal: boolean;
  /** The template it was trained with; null for base models and unknown folders. */
  template: string | null;
  /** The template of its group: what fits a base model best. */
  family: string | null;
};

const SIZE = /(?:^|[-_ ])((?:\d+x)?\d+(?:\.\d+)?[BM](?:-A\d+(?:\.\d+)?B)?)(?=$|[-_ ])/i;
const LOCAL_ORDER: readonly ModelPlace[] = ["demo", "folder", "run"];

/** "Qwen3-30B-A3B-Instruct" is 30B-A3B, "Mixtral-8x7B" is 8x7B. */
export function sizeInName(name: string): string | null {
  return SIZE.exec(name)?.[1] ?? null;
}

function fromHub(model: CatalogModel, group: ModelGroup): ModelOption | null {
  const value = model.hub.huggingface ?? model.hub.modelscope ?? model.hub.modelers;
  if (value === undefined) return null;
  return {
    value,
    name: model.name,
    place: "catalog",
    group: group.id,
    size: sizeInName(model.name),
    parameters: null,
    bytes: null,
    multimodal: model.multimodal,
    template: model.template,
    family: group.template,
  };
}

function fromFolder(model: LocalModel): ModelOption {
  return {
    value: model.path,
    name: model.name,
    place: model.source,
    group: null,
    size: null,
    parameters: model.parameters,
    bytes: model.bytes,
    multimodal: model.multimodal,
    template: model.template,
    family: null,
  };
}

/** Adapters are left out: they are not a model to start from. One entry per folder or hub id. */
export function modelOptions(catalog: EngineCatalog | null, local: readonly LocalModel[]): ModelOption[] {
  const folders = local.filter((model) => model.kind === "model").map(fromFolder);
  folders.sort((a, b) => LOCAL_ORDER.indexOf(a.place) - LOCAL_ORDER.indexOf(b.place));
  const known = (catalog?.groups ?? []).flatMap((group) =>
    group.models.flatMap((model) => fromHub(model, group) ?? []),
  );
  const byValue = new Map<string, ModelOption>();
  for (const option of [...folders, ...known])
    if (!byValue.has(option.value)) byValue.set(option.value, option);
  return [...byValue.values()];
}

/** The chosen group's models on top, everything else below, so that the search reaches all of them. */
export function groupFirst(options: readonly ModelOption[], group: string | null): readonly ModelOption[] {
  if (group === null) return options;
  const isInGroup = (option: ModelOption) => option.group === group;
  return [...options.filter(isInGroup), ...options.filter((option) => !isInGroup(option))];
}
