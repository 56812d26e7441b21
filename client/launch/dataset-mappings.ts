// Owns reading the datasets of a config that names each by a mapping: which there are, what each stands for, how one begins.
// Refuses to look at the disk.
import type { ConfigValue } from "@/contract/config-document.ts";
import type { ConfigPlace } from "@/contract/config-nested.ts";
import type { DatasetStage } from "@/contract/dataset-for-engine.ts";
import type { ConfigChoice, DatasetMappings, FieldSpec } from "@/contract/engine.ts";
import type { DatasetList } from "@/contract/library.ts";
import { choiceOf } from "./choice.ts";
import { datasetFolder } from "./dataset-folder.ts";

export type MappingValues = { [key: string]: ConfigValue };
export type MappingAt = { place: ConfigPlace; values: MappingValues };

const isMapping = (value: ConfigValue | undefined): value is MappingValues =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const asMapping = (value: ConfigValue): MappingValues =>
  isMapping(value) ? value : { path: value === null ? "" : String(value) };

/** A list of mappings, or a single one; a lone word is the path of one. */
export function mappingsAt(key: string, value: ConfigValue | undefined): MappingAt[] {
  if (value === undefined || value === null || value === "") return [];
  if (Array.isArray(value)) return value.map((item, at) => ({ place: [key, at], values: asMapping(item) }));
  return [{ place: [key], values: asMapping(value) }];
}

/** A key of a mapping, or of a mapping inside it: "type.format". */
export function readerOf(values: MappingValues): { get(path: string): ConfigValue | undefined } {
  return {
    get: (path) =>
      path
        .split(".")
        .reduce<ConfigValue | undefined>(
          (value, step) => (isMapping(value) && Object.hasOwn(value, step) ? value[step] : undefined),
          values,
        ),
  };
}

export function pathOf({ path }: MappingValues): string {
  return typeof path === "string" ? path.trim() : "";
}

/** What lists call it: the file's name without its ending, or the last part of the hub's. */
export function nameOf(values: MappingValues): string {
  const last =
    pathOf(values)
      .split(/[\\/]/)
      .findLast((part) => part !== "") ?? "";
  return last.replace(/\.(?:jsonl?|csv|parquet|arrow|txt)$/i, "");
}

export type MappingSource = "studio" | "file" | "hub" | "storage" | "none";

const DATA_FILE = /\.(?:jsonl?|csv|parquet|arrow|txt)$/i;

export function sourceOf(values: MappingValues): Exclude<MappingSource, "studio"> {
  const path = pathOf(values);
  if (path === "") return "none";
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) return "storage";
  return /^[/~.]|^[A-Za-z]:[\\/]/.test(path) || DATA_FILE.test(path) || !/^[\w.-]+\/[\w.-]+$/.test(path)
    ? "file"
    : "hub";
}

export type StudioDataset = { name: string; dir: string };

/** A copy that the studio wrote in the engine's layout carries the dataset's name. */
const COPY = /\/translated\/[^/]+\/([^/]+)\.jsonl$/;

/** The registered dataset that a mapping stands for, itself or by its copy. `base` is what relative paths are relative to. */
export function studioDataset(
  values: MappingValues,
  lists: readonly Pick<DatasetList, "dir" | "datasets">[],
  base: string | undefined,
): StudioDataset | null {
  const path = pathOf(values);
  const folder = path === "" ? null : datasetFolder(path, base);
  const file = folder?.kind === "folder" ? folder.path : path;
  const copied = COPY.exec(file)?.[1];
  for (const { dir, datasets } of lists)
    for (const { name, file: own } of datasets) {
      const isOwn =
        own !== null && file === (own.startsWith("/") ? own : `${dir.replace(/\/+$/, "")}/${own}`);
      if (isOwn || (copied !== undefined && name === copied)) return { name, dir };
    }
  return null;
}

/** What the present kind of training wants of a dataset. */
export function stageOf(stages: readonly ConfigChoice[], value: ConfigValue | undefined): DatasetStage {
  return choiceOf(stages, value)?.data ?? "sft";
}

/** A mapping for a path that somebody typed. */
export function beginMapping(path: string, { starts }: DatasetMappings, stage: DatasetStage): MappingValues {
  const fitting = starts.filter(
    (start) => new RegExp(start.path, "i").test(path) && (start.stages?.includes(stage) ?? true),
  );
  return Object.assign({ path }, ...fitting.map(({ values }) => values));
}

const parent = (path: string) => path.split(".")[0] ?? path;

/** Keys of the mapping that no field knows, whatever their values are; also those of a mapping inside it. */
export function otherKeys(values: MappingValues, fields: readonly FieldSpec[]): string[] {
  const known = new Set(fields.map(({ path }) => path));
  return Object.entries(values).flatMap(([key, value]) => {
    const below = fields.some(({ path }) => path.startsWith(`${key}.`));
    const inner = below && isMapping(value) ? Object.keys(value).map((name) => `${key}.${name}`) : [];
    return [...(known.has(key) ? [] : [key]), ...inner].filter((path) => !known.has(path));
  });
}

/** A field of a mapping inside shows while there is one; that mapping's own field then rests. */
export function standsIn(spec: FieldSpec, values: MappingValues): boolean {
  if (spec.path.includes(".")) return isMapping(values[parent(spec.path)]);
  return true;
}
