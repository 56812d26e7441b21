// Owns opening a registered dataset, or a bare file or folder, for reading: definition, files, one reader over all of them.
// Refuses datasets whose data is not on this machine.
import type { DatasetDefinition } from "../../contract/dataset.ts";
import { StudioError } from "../studio-error.ts";
import type { RecordReader } from "./record-file.ts";
import { createIndexes } from "./records/indexes.ts";
import { joinReaders, openRecords, type Reading } from "./records/open-records.ts";
import { createTableThread } from "./records/table-reader.ts";
import type { Registry } from "./registry/registry.ts";
import { type DataFile, filesOf, sourceOf } from "./registry/source.ts";

export type OpenedFiles = { files: DataFile[]; reader: RecordReader };

/** `dir` is where media is looked for as well, as the engine does. */
export type OpenedDataset = OpenedFiles & { name: string; dir: string; definition: DatasetDefinition };

export function createReading(cache: string): Reading & { close(): Promise<void> } {
  const indexes = createIndexes(cache);
  const tables = createTableThread();
  return {
    indexes,
    tables,
    async close() {
      await indexes.close();
      await tables.close();
    },
  };
}

/** A file or a folder of one kind; `path` may be relative to `dir`. */
export async function openFiles(dir: string, path: string, reading: Reading): Promise<OpenedFiles> {
  const { files, problem } = await filesOf(dir, path);
  if (problem !== null)
    throw new StudioError({
      code: "dataset.unreadable",
      message: problem,
      hint: "Correct file_name, or put the file back.",
    });
  const readers = await Promise.all(files.map((file) => openRecords(file.path, reading)));
  return { files, reader: joinReaders(readers) };
}

const ELSEWHERE = {
  hub: "It is on a hub; its rows can be seen once the engine has downloaded it, not here.",
  script: "It is made by a script when a run starts; there are no rows to see before.",
  cloud: "It is in cloud storage; its rows cannot be seen from here.",
} as const;

export async function openDataset(
  { registry, reading }: { registry: Registry; reading: Reading },
  name: string,
  dir: string | undefined,
): Promise<OpenedDataset> {
  const found = await registry.find(name, dir);
  const source = sourceOf(found.definition);
  if (source === null || source.source !== "file" || source.file === null)
    throw new StudioError({
      code: "dataset.unreadable",
      message: source && source.source !== "file" ? ELSEWHERE[source.source] : "Its entry names no source.",
      hint: "Training on it works as registered.",
    });
  return { name, ...found, ...(await openFiles(found.dir, source.file, reading)) };
}
