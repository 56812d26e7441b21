// Owns the list of dataset formats. A new one is a file beside this and a line here.
import type { DatasetDefinition, DatasetFormatId } from "../../../contract/dataset.ts";
import { alpaca } from "./alpaca.ts";
import { axolotl } from "./axolotl.ts";
import type { DatasetFormat, Sniff, Traits } from "./format.ts";
import { layoutOf } from "./layout.ts";
import { mediaColumn, mediaKinds } from "./media-marks.ts";
import { openai } from "./openai.ts";
import { sharegpt } from "./sharegpt.ts";
import { text } from "./text.ts";

export const formats: readonly DatasetFormat[] = [alpaca, sharegpt, openai, axolotl, text];

export function formatById(id: DatasetFormatId): DatasetFormat {
  return formats.find((format) => format.id === id) ?? alpaca;
}

/** The format that a definition means; null for one that nothing here can read. */
export function formatOf(definition: DatasetDefinition): DatasetFormat | null {
  const { formatting, ranking, columns } = layoutOf(definition);
  if (formatting !== "alpaca") return formats.find(({ id }) => id === formatting && id !== "text") ?? null;
  return columns.response === null && !ranking ? text : alpaca;
}

export type Recognised = Sniff & { format: DatasetFormatId };

/** Every format that the rows could be of, the likeliest first. */
export function recognise(rows: readonly unknown[], columns: readonly string[]): Recognised[] {
  return formats
    .flatMap((format) => {
      const sniff = format.sniff(rows, columns);
      return sniff === null ? [] : [{ ...sniff, format: format.id }];
    })
    .sort((a, b) => b.score - a.score);
}

/** What a set of this definition holds; parts may hold any media. */
export function traitsOf(definition: DatasetDefinition): Traits {
  const { formatting, ranking, columns } = layoutOf(definition);
  return {
    ranking,
    marked: columns.kto_tag !== null,
    tools: columns.tools !== null,
    media: mediaKinds.filter((kind) => formatting === "axolotl" || columns[mediaColumn[kind]] !== null),
  };
}
