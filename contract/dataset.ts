// Owns the shapes of datasets as they are registered, looked at, checked and rewritten. Refuses file contents of any size:
// a row on the wire is cut, and says so.
import { z } from "zod";
import { DatasetEntry } from "./library.ts";

export const DatasetName = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[^\p{Cc}/\\,:]+$/u, "A dataset name cannot hold slashes, commas, colons or control characters.");
export type DatasetName = z.infer<typeof DatasetName>;

/** One entry of dataset_info.json, as LLaMA-Factory reads it; keys it does not know are kept. */
export const DatasetDefinition = z.looseObject({
  hf_hub_url: z.string().optional(),
  ms_hub_url: z.string().optional(),
  om_hub_url: z.string().optional(),
  script_url: z.string().optional(),
  cloud_file_name: z.union([z.string(), z.array(z.string())]).optional(),
  file_name: z.string().optional(),
  formatting: z.string().optional(),
  ranking: z.boolean().optional(),
  subset: z.string().optional(),
  split: z.string().optional(),
  folder: z.string().optional(),
  num_samples: z.number().int().positive().nullish(),
  columns: z.record(z.string(), z.string().nullable()).optional(),
  tags: z.record(z.string(), z.string().nullable()).optional(),
});
export type DatasetDefinition = z.infer<typeof DatasetDefinition>;

export const DatasetFormatId = z.enum(["alpaca", "sharegpt", "openai", "axolotl", "text"]);
export type DatasetFormatId = z.infer<typeof DatasetFormatId>;

export const MediaKind = z.enum(["image", "video", "audio"]);
export type MediaKind = z.infer<typeof MediaKind>;

/** `source` is what the row says: a path, a URL, or "base64" when the bytes are in the row. */
export const ConversationPart = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({ type: MediaKind, source: z.string() }),
]);
export type ConversationPart = z.infer<typeof ConversationPart>;

export const ConversationTurn = z.object({
  role: z.enum(["user", "assistant", "function", "observation"]),
  parts: z.array(ConversationPart),
});
export type ConversationTurn = z.infer<typeof ConversationTurn>;

/** What every format is read into and written from. */
export const Conversation = z.object({
  system: z.string().nullable(),
  /** JSON text. */
  tools: z.string().nullable(),
  turns: z.array(ConversationTurn),
  /** Preference pairs: the two last answers. */
  chosen: z.array(ConversationPart).nullable(),
  rejected: z.array(ConversationPart).nullable(),
  /** KTO's verdict on the last answer. */
  label: z.boolean().nullable(),
});
export type Conversation = z.infer<typeof Conversation>;

/** A fault at a row. `path` points into the row: "messages[2].content". */
export const DatasetFinding = z.object({
  row: z.number().int().nonnegative(),
  path: z.string(),
  severity: z.enum(["error", "warning"]),
  code: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type DatasetFinding = z.infer<typeof DatasetFinding>;

/** How far the positions of the rows are known. */
export const IndexState = z.discriminatedUnion("status", [
  z.object({ status: z.literal("none") }),
  z.object({ status: z.literal("building"), bytes: z.number(), total: z.number(), rows: z.number() }),
  z.object({ status: z.literal("ready"), rows: z.number() }),
  z.object({ status: z.literal("failed"), message: z.string() }),
]);
export type IndexState = z.infer<typeof IndexState>;

/** `text` is the record as JSON, at most 64 KiB of it; `bytes` its whole size. */
export const DatasetRow = z.object({
  row: z.number(),
  bytes: z.number(),
  text: z.string(),
  cut: z.boolean(),
  /** Null when the row cannot be read as a conversation of the dataset's format. */
  conversation: Conversation.nullable(),
  findings: z.array(DatasetFinding),
});
export type DatasetRow = z.infer<typeof DatasetRow>;

export const DatasetPage = z.object({
  from: z.number(),
  rows: z.array(DatasetRow),
  /** Null until the index is ready. */
  total: z.number().nullable(),
  index: IndexState,
});
export type DatasetPage = z.infer<typeof DatasetPage>;

export const DatasetColumn = z.object({
  name: z.string(),
  kind: z.enum(["text", "number", "boolean", "list", "object", "null", "mixed"]),
  sample: z.string(),
});
export type DatasetColumn = z.infer<typeof DatasetColumn>;

/** What a file or text looks like, for confirmation before it is registered. */
export const DatasetGuess = z.object({
  fileType: z.enum(["json", "jsonl", "csv", "parquet", "arrow", "txt", "folder"]),
  format: DatasetFormatId.nullable(),
  /** Ready for dataset_info.json; file_name is relative to the dataset folder where it lies inside. */
  definition: DatasetDefinition,
  columns: z.array(DatasetColumn),
  /** Why this format: one plain sentence each. */
  reasons: z.array(z.string()),
  rows: z.array(DatasetRow),
  problems: z.array(z.string()),
});
export type DatasetGuess = z.infer<typeof DatasetGuess>;

export const DatasetDetail = z.object({
  dir: z.string(),
  entry: DatasetEntry,
  definition: DatasetDefinition,
  format: DatasetFormatId.nullable(),
  files: z.array(z.object({ name: z.string(), path: z.string(), bytes: z.number() })),
  columns: z.array(DatasetColumn),
  index: IndexState,
});
export type DatasetDetail = z.infer<typeof DatasetDetail>;

export const DatasetDir = z.object({
  path: z.string(),
  /** The home's own. */
  own: z.boolean(),
  datasets: z.number(),
  problem: z.string().nullable(),
});
export type DatasetDir = z.infer<typeof DatasetDir>;

/** Bytes on their way in. They are listed as a dataset only when they are whole and registered. */
export const Upload = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.number(),
  received: z.number(),
  createdAt: z.number(),
});
export type Upload = z.infer<typeof Upload>;
