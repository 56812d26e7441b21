// Owns what the first rows of a dataset say of their pictures, for a check before a run starts. Refuses to read whole sets.
import { statSync } from "node:fs";
import type { Conversation, DatasetDefinition } from "../../../contract/dataset.ts";
import type { RowPictures } from "../../engine-interface/data.ts";
import { openDataset } from "../open-dataset.ts";
import type { Reading } from "../records/open-records.ts";
import type { Registry } from "../registry/registry.ts";
import { valueOfRecord } from "./encode-row.ts";
import { createPictureSizes } from "./picture-sizes.ts";
import { picturesOf } from "./row-pictures.ts";

const ROWS = 64;
const MOST_KNOWN = 200;

type Row = { row: number; sources: string[]; before: RowPictures["before"] };

export function createFirstPictures(files: { registry: Registry; reading: Reading }) {
  const sizeOf = createPictureSizes();
  const known = new Map<string, { stamp: string; rows: Row[] }>();

  async function rowsOf(name: string, dir: string): Promise<{ rows: Row[]; dir: string }> {
    const opened = await openDataset(files, name, dir);
    try {
      const stamps = opened.files.map(({ path }) => `${path}:${statSync(path).mtimeMs}`);
      const stamp = JSON.stringify([stamps, opened.definition]);
      const key = `${opened.dir}\0${name}`;
      const before = known.get(key);
      if (before?.stamp === stamp) return { rows: before.rows, dir: opened.dir };
      const records = await opened.reader.read(0, ROWS);
      const rows = records.flatMap((record) => {
        const read = valueOfRecord(record);
        return record.cut || "problem" in read ? [] : rowOf(record.row, read.value, opened.definition);
      });
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(key, { stamp, rows });
      return { rows, dir: opened.dir };
    } finally {
      await opened.reader.close();
    }
  }

  /** Of the first rows, those whose pictures are all there. */
  return async (dir: string, name: string): Promise<RowPictures[]> => {
    const found = await rowsOf(name, dir);
    const seen = await Promise.all(
      found.rows.map(async ({ row, sources, before }) => {
        const sizes = await Promise.all(sources.map((source) => sizeOf(found.dir, source)));
        return { row, before, sizes: sizes.filter((size) => size !== null) };
      }),
    );
    return seen.filter(({ sizes }, at) => sizes.length === found.rows[at]?.sources.length);
  };
}

function rowOf(row: number, value: unknown, definition: DatasetDefinition): Row[] {
  const found = picturesOf(value, definition);
  if (!found || found.sources.length === 0) return [];
  return [{ row, sources: found.sources, before: textBefore(found.conversation) }];
}

/** What stands in front of the last picture, where the first question holds them all. */
function textBefore({ system, turns }: Conversation): RowPictures["before"] {
  const [first, ...others] = turns;
  if (!first || others.some(({ parts }) => parts.some(({ type }) => type === "image"))) return null;
  const last = first.parts.findLastIndex(({ type }) => type === "image");
  const texts = first.parts.slice(0, last).map((part) => (part.type === "text" ? part.text : " "));
  return { system, text: texts.join(""), isOnly: turns.length <= 2 };
}
