// Owns what a user can choose from on this machine: local models, datasets, presets. Refuses hub ids (the catalog has those).
import { z } from "zod";
import { RunId, RunName } from "./run.ts";
import { LocalText } from "./text.ts";

/** A model folder on this machine. `adapter` folders also name their base. */
export const LocalModel = z.object({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  source: z.enum(["demo", "folder", "run"]),
  kind: z.enum(["model", "adapter"]),
  architecture: z.string().nullable(),
  parameters: z.number().nullable(),
  dtype: z.string().nullable(),
  bytes: z.number(),
  multimodal: z.boolean(),
  /** The template that fits, where it is known for sure. */
  template: z.string().nullable(),
  base: z.string().nullable(),
  runId: RunId.nullable(),
  modifiedAt: z.number(),
});
export type LocalModel = z.infer<typeof LocalModel>;

/** An entry of the dataset_info.json in use. `rows` null while unknown (hub datasets, very large files). */
export const DatasetEntry = z.object({
  name: z.string(),
  source: z.enum(["file", "hub", "script", "cloud"]),
  file: z.string().nullable(),
  bytes: z.number().nullable(),
  rows: z.number().nullable(),
  formatting: z.string(),
  ranking: z.boolean(),
  /** Each answer is marked good or bad (kto_tag). */
  marked: z.boolean().optional(),
  /** There is text, but no column of answers: good for pre-training only. */
  unanswered: z.boolean().optional(),
  media: z.array(z.enum(["images", "videos", "audios"])),
  /** Null when it can be used; else why not. */
  problem: z.string().nullable(),
});
export type DatasetEntry = z.infer<typeof DatasetEntry>;

export const DatasetList = z.object({
  dir: z.string(),
  datasets: z.array(DatasetEntry),
  /** Set when dataset_info.json itself cannot be read: what is wrong, with line and column. */
  problem: z.string().nullable(),
});
export type DatasetList = z.infer<typeof DatasetList>;

/** A config to start from. */
export const Preset = z.object({
  id: z.string(),
  engine: z.string(),
  title: LocalText,
  description: LocalText,
  name: z.string(),
  demo: z.boolean(),
  config: z.string(),
});
export type Preset = z.infer<typeof Preset>;

/** A config saved under a name to start from again; its file is the plain YAML. */
export const Recipe = z.object({
  name: RunName,
  engine: z.string(),
  config: z.string().max(1_000_000),
  file: z.string(),
  savedAt: z.number(),
});
export type Recipe = z.infer<typeof Recipe>;
