// Owns the list a model is chosen from: what is on this machine first, then what the engine knows. Refuses display words.
import type { CatalogModel, EngineCatalog, ModelGroup } from "@/contract/engine.ts";
import type { LocalModel } from "@/contract/library.ts";
import type { Hub } from "./hub.ts";

export type ModelPlace = "demo" | "folder" | "run" | "catalog";

export type ModelOption = {
  /** What model_name_or_path becomes: a folder or a hub id. */
  value: string;
  /** Its id on each hub that has it; none for folders of this machine. */
  ids: Partial<Record<Hub, string>>;
  name: string;
  place: ModelPlace;
  /** The engine's model group; null for folders of this machine. */
  group: string | null;
  /** "0.5B", read from the name; null where the name does not tell. */
  size: string | null;
  parameters: number | null;
  /** In billions, counted or read from the name. */
  billions: number | null;
  bytes: number | null;
  multimodal: boolean;
  /** Its template writes thoughts before answers. */
  thinks: boolean;
  /** Of the list, and never trained to chat. */
  base: boolean;
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

/** "8x7B" is 56, "30B-A3B" is 30, "135M" is 0.135. */
export function billionsOf(size: string): number | null {
  const found = /^(?:(\d+)x)?(\d+(?:\.\d+)?)([BM])/i.exec(size);
  if (!found) return null;
  const [, times = "1", count = "", unit = ""] = found;
  return (Number(times) * Number(count)) / (unit.toUpperCase() === "M" ? 1000 : 1);
}

type Known = { hub: Hub; thinking: ReadonlySet<string> };

function fromHub(model: CatalogModel, group: ModelGroup, { hub, thinking }: Known): ModelOption | null {
  const ids = model.hub;
  const value = ids[hub] ?? ids.huggingface ?? ids.modelscope ?? ids.modelers;
  if (value === undefined) return null;
  const size = sizeInName(model.name);
  return {
    value,
    ids,
    name: model.name,
    place: "catalog",
    group: group.id,
    size,
    parameters: null,
    billions: size === null ? null : billionsOf(size),
    bytes: null,
    multimodal: model.multimodal,
    thinks: model.template !== null && thinking.has(model.template),
    base: model.base ?? model.template === null,
    template: model.template,
    family: group.template,
  };
}

function fromFolder(model: LocalModel, { thinking }: Known): ModelOption {
  return {
    value: model.path,
    ids: {},
    name: model.name,
    place: model.source,
    group: null,
    size: null,
    parameters: model.parameters,
    billions: model.parameters === null ? null : model.parameters / 1e9,
    bytes: model.bytes,
    multimodal: model.multimodal,
    thinks: model.template !== null && thinking.has(model.template),
    base: false,
    template: model.template,
    family: null,
  };
}

/** Adapters are left out: they are not a model to start from. One entry per folder or hub id. */
export function modelOptions(
  catalog: EngineCatalog | null,
  local: readonly LocalModel[],
  hub: Hub = "huggingface",
): ModelOption[] {
  const templates = catalog?.templates ?? [];
  const thinking = new Set(templates.filter(({ reasoning }) => reasoning).map(({ name }) => name));
  const known = { hub, thinking };
  const folders = local.filter((model) => model.kind === "model").map((model) => fromFolder(model, known));
  folders.sort((a, b) => LOCAL_ORDER.indexOf(a.place) - LOCAL_ORDER.indexOf(b.place));
  const listed = (catalog?.groups ?? []).flatMap((group) =>
    group.models.flatMap((model) => fromHub(model, group, known) ?? []),
  );
  const byValue = new Map<string, ModelOption>();
  for (const option of [...folders, ...listed])
    if (!byValue.has(option.value)) byValue.set(option.value, option);
  return [...byValue.values()];
}

/** The chosen group's models on top, everything else below, so that the search reaches all of them. */
export function groupFirst(options: readonly ModelOption[], group: string | null): readonly ModelOption[] {
  if (group === null) return options;
  const isInGroup = (option: ModelOption) => option.group === group;
  return [...options.filter(isInGroup), ...options.filter((option) => !isInGroup(option))];
}
