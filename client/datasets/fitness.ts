// Owns what a dataset can be trained with, as the engine decides it from its definition. Refuses to look at rows.
import type { DatasetEntry } from "@/contract/library.ts";

export const purposes = ["sft", "preference", "kto", "pretraining"] as const;
export type Purpose = (typeof purposes)[number];

export function purposeOf(entry: Pick<DatasetEntry, "ranking" | "marked" | "unanswered" | "file">): Purpose {
  if (entry.ranking) return "preference";
  if (entry.marked) return "kto";
  if (entry.unanswered) return "pretraining";
  return entry.file !== null && /\.txt$/i.test(entry.file) ? "pretraining" : "sft";
}

/** The stage a new run of it starts with. */
export const stageFor: Readonly<Record<Purpose, string>> = {
  sft: "sft",
  preference: "dpo",
  kto: "kto",
  pretraining: "pt",
};

export function matchesDataset(entry: DatasetEntry, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const hay = [entry.name, entry.file ?? "", entry.formatting, purposeOf(entry), ...entry.media]
    .join(" ")
    .toLowerCase();
  return words.every((word) => hay.includes(word));
}
