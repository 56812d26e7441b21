// Owns datasets as an engine is asked about them: what is known of one, and what becomes of it in a config. Refuses reading any.

import type { DatasetFinding, DatasetFormatId } from "../../contract/dataset.ts";
import type { DatasetMappingValues } from "../../contract/dataset-for-engine.ts";
import type { LocalText } from "../../contract/text.ts";

/** A dataset as a check sees it. What it holds is left out where nobody looked. */
export type KnownDataset = {
  name: string;
  /** Relative to the list's folder; left out where it is not one file. */
  file?: string | null;
  rows: number | null;
  problem: string | null;
  /** Pairs of a better and a worse answer. */
  ranking?: boolean;
  /** Answers marked good or bad. */
  marked?: boolean;
  /** Text without a column of answers. */
  unanswered?: boolean;
  media?: readonly string[];
};

/** A registered dataset, as an engine sees it when asked for its entry of a config. */
export type DatasetShape = {
  /** Null where nothing here can read its rows. */
  format: DatasetFormatId | null;
  source: "file" | "hub" | "elsewhere";
  /** Absolute, of a file or a folder; the hub's name for what lies there. */
  path: string;
  /** The data files of a folder; empty for a single file. */
  files: readonly string[];
  /** As the engines' loaders call it: json, csv, parquet, arrow, text. */
  fileType: string;
  /** The hub's name of a part of it. */
  subset: string | null;
  split: string | null;
  ranking: boolean;
  /** Names by what they hold, as the entry of dataset_info.json gives them; null where it names none. */
  columns: Readonly<Record<string, string | null>>;
  tags: Readonly<Record<string, string | null>>;
  /** At most so many rows are asked for. */
  limit: number | null;
  /** What the first rows hold; nothing where they cannot be read. */
  seen: {
    columns: ReadonlySet<string>;
    roles: ReadonlySet<string>;
    /** Pictures, videos or sounds. */
    hasMedia: boolean;
    /** Media that are looked for beside the entry, or that stand in columns of their own. */
    needsPaths: boolean;
  };
};

/**
 * What the rows of a translated copy look like. messages: {messages, tools}; parts: the same with contents of parts;
 * pairs: {messages, chosen, rejected}; conversations: {system, chosen, rejected}, each with the question; answers: {system, input,
 * chosen, rejected}; marked: {completion, label}.
 */
export type CopyLayout = "messages" | "parts" | "pairs" | "conversations" | "answers" | "marked";

export type DatasetMapping =
  /** The engine reads the rows as they are, and means the same. */
  | { kind: "as-is"; mapping: DatasetMappingValues; notes: LocalText[] }
  | {
      kind: "translate";
      layout: CopyLayout;
      mapping: (path: string) => DatasetMappingValues;
      notes: LocalText[];
    }
  | { kind: "unfit"; reason: LocalText };

/** The pictures of one row, as a check sees them. */
export type RowPictures = {
  row: number;
  sizes: readonly { width: number; height: number }[];
  /** What the row says before the last of them, where its first question holds them all; null where it does not. */
  before: {
    system: string | null;
    text: string;
    /** The row has no other question. */
    isOnly: boolean;
  } | null;
};

/** What the path of a mapping is, as a check sees it. */
export type MappedData = {
  /** The registered dataset that it stands for; null for a file that none names. */
  dataset: string | null;
  translated: boolean;
  /** Of a copy: whether it is of the dataset as it is now. */
  state: "current" | "stale" | "unregistered";
  rows: number | null;
  /** What is wrong with the first rows that any engine would stop at: media, parts, rows that are no JSON. */
  faults: readonly Omit<DatasetFinding, "path">[];
};
