// Owns looking at one registered dataset: what it is, and its rows by page. Refuses to change anything.
import type { DatasetDefinition, DatasetDetail, DatasetPage } from "../../contract/dataset.ts";
import type { DatasetEntry } from "../../contract/library.ts";
import { StudioError } from "../studio-error.ts";
import { columnsOf, valuesOf } from "./columns.ts";
import { formatOf } from "./formats/index.ts";
import { type OpenedDataset, openDataset } from "./open-dataset.ts";
import type { Reading } from "./records/open-records.ts";
import type { Registry } from "./registry/registry.ts";
import { sourceOf } from "./registry/source.ts";
import { toRow } from "./rows.ts";

const COLUMN_ROWS = 50;

export function createBrowse(parts: { registry: Registry; reading: Reading }) {
  const { registry } = parts;

  async function entryOf(name: string, dir: string): Promise<DatasetEntry> {
    const entry = (await registry.list(dir)).datasets.find((each) => each.name === name);
    if (entry) return entry;
    throw new StudioError({ code: "dataset.not-found", message: `There is no dataset ${name} in ${dir}.` });
  }

  /** What can be told even of a file that cannot be read. */
  async function contents(name: string, dir: string, definition: DatasetDefinition) {
    const nothing = { files: [], columns: [], index: { status: "none" } as const };
    if (sourceOf(definition)?.source !== "file") return nothing;
    try {
      const { files, reader } = await openDataset(parts, name, dir);
      const records = await reader.read(0, COLUMN_ROWS);
      return { files, columns: columnsOf(valuesOf(records)), index: reader.index() };
    } catch (error) {
      if (!(error instanceof StudioError)) throw error;
      return { ...nothing, index: { status: "failed", message: error.body.message } as const };
    }
  }

  return {
    async detail(name: string, given?: string): Promise<DatasetDetail> {
      const { dir, definition } = await registry.find(name, given);
      const [entry, found] = await Promise.all([entryOf(name, dir), contents(name, dir, definition)]);
      return { dir, entry, definition, format: formatOf(definition)?.id ?? null, ...found };
    },

    async rows(
      name: string,
      dir: string | undefined,
      { from, count }: { from: number; count: number },
    ): Promise<DatasetPage> {
      const opened: OpenedDataset = await openDataset(parts, name, dir);
      const records = await opened.reader.read(from, count);
      const index = opened.reader.index();
      const strictJson = opened.files.some(({ path }) => /\.jsonl?$/i.test(path));
      return {
        from,
        rows: records.map((record) => toRow(record, opened.definition, strictJson)),
        total: index.status === "ready" ? index.rows : null,
        index,
      };
    },
  };
}
