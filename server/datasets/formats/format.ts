// Owns what a dataset format is: how it is recognised, checked, read into a conversation and written from one.
// Refuses files and media: what lies on the disk is asked through the context.
import type {
  Conversation,
  DatasetDefinition,
  DatasetFinding,
  DatasetFormatId,
  MediaKind,
} from "../../../contract/dataset.ts";

export type Stage = "pt" | "sft" | "rm" | "dpo" | "kto";

/** "url": an address on the network. "cannot-tell": nobody may look, so nothing is said. */
export type MediaState =
  | { status: "ok" | "missing" | "outside" | "url" | "cannot-tell" }
  | { status: "unreadable"; why: string };

export type CheckContext = {
  stage: Stage;
  /** JSON lines are read by a stricter loader than the rest. */
  strictJson: boolean;
  media(kind: MediaKind, source: string): MediaState;
};

/** A finding whose row is known to the one who asked. */
export type Fault = Omit<DatasetFinding, "row">;

export type Sniff = {
  /** 0: not this; 1: surely this. */
  score: number;
  definition: DatasetDefinition;
  reasons: string[];
};

/** `value` null: the conversation cannot be said in this format at all; `lost` says why. */
export type Written = { value: Record<string, unknown> | null; lost: string[] };

/** What a set holds beyond questions and answers; every row of a file has the same columns, so it is asked for beforehand. */
export type Traits = {
  ranking: boolean;
  marked: boolean;
  tools: boolean;
  media: readonly MediaKind[];
};

export type DatasetFormat = {
  id: DatasetFormatId;
  /** Null when the rows are surely not of this format. */
  sniff(rows: readonly unknown[], columns: readonly string[]): Sniff | null;
  /** Ready for dataset_info.json, but for file_name. */
  define(traits: Traits): DatasetDefinition;
  validate(value: unknown, definition: DatasetDefinition, context: CheckContext): readonly Fault[];
  toMessages(value: unknown, definition: DatasetDefinition): Conversation | null;
  fromMessages(conversation: Conversation, definition: DatasetDefinition): Written;
};
