// Owns what the edges may ask about datasets: joins definitions, rows, media and uploads. Refuses engine-specific code.
import { rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ulid } from "ulid";
import type { DatasetDir } from "../../contract/dataset.ts";
import type { EngineHost } from "../engine-interface/host.ts";
import { makeFolder } from "../files/make-folder.ts";
import { homePaths } from "../home.ts";
import type { DatasetService } from "../services.ts";
import { StudioError } from "../studio-error.ts";
import { createBrowse } from "./browse.ts";
import { encodeRow } from "./encode/encode-row.ts";
import { createFirstPictures } from "./encode/first-pictures.ts";
import { createTokensScan } from "./encode/tokens-scan.ts";
import { createCopies } from "./for-engine/copies.ts";
import { datasetOfMapping, forEngine } from "./for-engine/for-engine.ts";
import { createMappedData } from "./for-engine/mapped-data.ts";
import { guessFile, guessText, typeOfText } from "./guess.ts";
import { mediaFile } from "./media/media-file.ts";
import { createReading, openDataset } from "./open-dataset.ts";
import { createRegistry } from "./registry/registry.ts";
import { scanParts } from "./scans/scan-parts.ts";
import { createScans } from "./scans/scans.ts";
import { placeFile } from "./uploads/place.ts";
import { createUploads } from "./uploads/uploads.ts";

type Parts = { home: string };

/** What is known of the datasets on disk; there before the engines are. */
export function createDatasetFiles({ home }: Parts) {
  const reading = createReading(join(homePaths(home).cache, "rows"));
  const registry = createRegistry(home, reading);
  const copies = createCopies(homePaths(home).translated);
  const pictures = createFirstPictures({ registry, reading });
  return { reading, registry, copies, pictures, mapped: createMappedData({ registry, reading, copies }) };
}
export type DatasetFiles = ReturnType<typeof createDatasetFiles>;

export function createDatasets({
  home,
  files: { reading, registry, copies },
  engines,
}: Parts & { files: DatasetFiles; engines: EngineHost }): DatasetService {
  const paths = homePaths(home);
  const uploads = createUploads(paths.uploads);
  const browse = createBrowse({ registry, reading });
  const scans = createScans(scanParts({ registry, reading }), createTokensScan(engines, home));

  async function describeDir(path: string): Promise<DatasetDir> {
    const { datasets, problem } = await registry.list(path);
    return { path, own: path === paths.datasets, datasets: datasets.length, problem };
  }

  async function placeText(name: string, dir: string, text: string): Promise<string> {
    makeFolder(paths.cache);
    const pasted = join(paths.cache, `pasted-${ulid()}`);
    try {
      await writeFile(pasted, text, { mode: 0o600 });
      return await placeFile(pasted, dir, `${name}.${typeOfText(text)}`);
    } finally {
      await rm(pasted, { force: true });
    }
  }

  return {
    dirs: () => Promise.all(registry.dirs.all().map(describeDir)),
    addDir: async (path) => describeDir(registry.dirs.add(path)),
    removeDir: async (path) => registry.dirs.remove(path),

    async guess({ dir, path, text, upload, definition: given }) {
      const folder = registry.dirs.resolve(dir);
      if (text !== undefined) return guessText(text, given);
      if (path !== undefined) return guessFile(path, folder, reading, { given });
      if (upload !== undefined) {
        const { path: received, name } = uploads.whole(upload);
        return guessFile(received, folder, reading, { shownAs: name, given });
      }
      throw new StudioError({
        code: "request.invalid",
        message: "There is nothing to look at.",
        hint: "Name a path, a text or an upload.",
      });
    },

    detail: browse.detail,
    rows: browse.rows,

    async save(name, dir, { text, ...change }) {
      if (text === undefined) await registry.save(name, dir, change);
      else {
        const folder = registry.dirs.resolve(dir);
        const file = await placeText(change.rename ?? name, folder, text);
        const definition = { ...change.definition, file_name: file };
        await registry.save(name, dir, { ...change, definition }).catch(async (error: unknown) => {
          await rm(join(folder, file), { force: true });
          throw error;
        });
      }
      return browse.detail(change.rename ?? name, dir);
    },
    remove: (name, dir) => registry.remove(name, dir),

    async media(name, given, path) {
      const { dir } = await registry.find(name, given);
      return mediaFile(dir, path);
    },

    startScan: scans.start,
    scan: async (id) => scans.get(id),
    cancelScan: scans.cancel,
    async encode(name, dir, request) {
      const dataset = await openDataset({ registry, reading }, name, dir);
      try {
        return await encodeRow(engines, dataset, request, home);
      } finally {
        await dataset.reader.close();
      }
    },

    forEngine: (request) => forEngine({ registry, reading, copies }, engines, request),
    ofMapping: (path) => datasetOfMapping({ registry, reading, copies }, path),

    uploads: uploads.list,
    beginUpload: uploads.begin,
    uploadPiece: uploads.piece,
    cancelUpload: uploads.cancel,
    async finishUpload(id, given) {
      const dir = registry.dirs.resolve(given);
      if (!(await stat(dir).catch(() => null))?.isDirectory())
        throw new StudioError({
          code: "path.not-found",
          message: `There is no folder ${dir}.`,
          hint: "Choose a dataset folder that is there.",
        });
      return uploads.finish(id, dir);
    },
    async close() {
      await scans.close();
      await copies.close();
      await reading.close();
    },
  };
}
