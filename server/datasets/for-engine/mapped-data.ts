// Owns what a check is told of a file that a config's mapping names: whose it is, how many rows, what is wrong with the first ones.
// Refuses to read whole sets; each file is looked at again only when it has changed.
import { statSync } from "node:fs";
import { basename, dirname, isAbsolute, resolve } from "node:path";
import type { DatasetDefinition } from "../../../contract/dataset.ts";
import type { MappedData } from "../../engine-interface/data.ts";
import { isStudioError } from "../../studio-error.ts";
import { stageFor } from "../formats/check-definition.ts";
import { checkRecord } from "../formats/check-record.ts";
import type { MediaState } from "../formats/format.ts";
import { formatOf } from "../formats/index.ts";
import { guessFile } from "../guess.ts";
import { openDataset, openFiles } from "../open-dataset.ts";
import type { RecordReader } from "../record-file.ts";
import type { Reading } from "../records/open-records.ts";
import type { Registry } from "../registry/registry.ts";
import { createMediaStates } from "../scans/media-states.ts";
import type { Copies } from "./copies.ts";
import { datasetOfMapping } from "./for-engine.ts";

const ROWS = 64;
const MOST_KNOWN = 200;
/** What any engine would stop at, or fetch; the rest is for the engine that the dataset was registered for. */
const SERIOUS = [
  "media.missing",
  "media.unreadable",
  "media.url",
  "media.url-refused",
  "media.kind",
  "json.broken",
  "json.torn",
];

type Files = { registry: Registry; reading: Reading; copies: Copies };
type Source = { definition: DatasetDefinition; reader: RecordReader; base: string | null };

export function createMappedData(files: Files): (path: string) => Promise<MappedData | null> {
  const known = new Map<string, { stamp: string; data: Promise<MappedData | null> }>();

  return async (path) => {
    const found = await datasetOfMapping(files, path);
    const stats = statSync(path, { throwIfNoEntry: false });
    const stamp = JSON.stringify([found, stats?.size, stats?.mtimeMs]);
    const before = known.get(path);
    if (before?.stamp === stamp) return before.data;
    if (known.size >= MOST_KNOWN) known.clear();
    const data = look(found, path, stats !== undefined);
    known.set(path, { stamp, data });
    return data;
  };

  async function look(
    found: Awaited<ReturnType<typeof datasetOfMapping>>,
    path: string,
    isThere: boolean,
  ): Promise<MappedData | null> {
    try {
      if (found === null) return isThere ? await lookAtFile(path) : null;
      const { name, dir, translated, state, rows } = found;
      const told = { dataset: name, translated, state, rows };
      if (state !== "current") return { ...told, faults: [] };
      const opened = await openDataset(files, name, dir);
      // A copy has full paths; rows that are read as they are go to an engine that is started elsewhere.
      const base = translated ? dir : null;
      return { ...told, faults: await faultsOf({ ...opened, base }) };
    } catch (error) {
      if (isStudioError(error)) return null;
      throw error;
    }
  }

  async function lookAtFile(path: string): Promise<MappedData> {
    const { definition } = await guessFile(path, dirname(path), files.reading);
    const { reader } = await openFiles(dirname(path), basename(path), files.reading);
    const index = reader.index();
    const rows = index.status === "ready" ? index.rows : null;
    const faults = await faultsOf({ definition, reader, base: null });
    return { dataset: null, translated: false, state: "current", rows, faults };
  }
}

/** Closes the reader. `base` null: relative media are nowhere. */
async function faultsOf({ definition, reader, base }: Source): Promise<MappedData["faults"]> {
  const states = createMediaStates("/");
  const context = {
    stage: stageFor(definition),
    strictJson: false,
    media: (kind: Parameters<typeof states.look>[0], source: string): MediaState =>
      isAbsolute(source) || source.includes("://")
        ? states.look(kind, source)
        : base === null
          ? { status: "missing" }
          : states.look(kind, resolve(base, source)),
  };
  try {
    const records = await reader.read(0, ROWS);
    return records
      .filter(({ cut }) => !cut)
      .flatMap((record) =>
        checkRecord(record, formatOf(definition), definition, context)
          .faults.filter(({ code }) => SERIOUS.includes(code) || code.startsWith("part."))
          .map(({ path: _, ...fault }) => ({ ...fault, row: record.row })),
      );
  } finally {
    await reader.close();
  }
}
