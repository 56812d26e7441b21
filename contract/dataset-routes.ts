// Owns the shapes of the routes about datasets, scans and uploads; a part of the table in routes.ts.
import { z } from "zod";
import {
  DatasetDefinition,
  DatasetDetail,
  DatasetDir,
  DatasetGuess,
  DatasetName,
  DatasetPage,
  Upload,
} from "./dataset.ts";
import { DatasetForEngine, DatasetForEngineRequest } from "./dataset-for-engine.ts";
import { EncodeSettings, Encoding, Scan, ScanRequest } from "./dataset-scan.ts";
import { routePaths } from "./route-paths.ts";

const datasetParams = z.object({ name: DatasetName });
const idParams = z.object({ id: z.string() });
/** The dataset folder; the home's own when left out. */
const inDir = z.object({ dir: z.string().max(4096).optional() });
const done = z.object({ ok: z.literal(true) });

export const datasetRoutes = {
  datasetDirs: {
    ...routePaths.datasetDirs,
    response: z.array(DatasetDir),
  },
  addDatasetDir: {
    ...routePaths.addDatasetDir,
    body: z.object({ path: z.string().min(1).max(4096) }),
    response: DatasetDir,
  },
  removeDatasetDir: {
    ...routePaths.removeDatasetDir,
    query: z.object({ path: z.string().max(4096) }),
    response: done,
  },
  guessDataset: {
    ...routePaths.guessDataset,
    body: z.object({
      dir: z.string().max(4096).optional(),
      /** A file or folder on the server. */
      path: z.string().max(4096).optional(),
      text: z.string().max(1_000_000).optional(),
      upload: z.string().max(64).optional(),
      /** Read by this instead of by the best guess: what the rows say while columns are being mapped. */
      definition: DatasetDefinition.optional(),
    }),
    response: DatasetGuess,
  },
  datasetForEngine: {
    ...routePaths.datasetForEngine,
    body: DatasetForEngineRequest,
    response: DatasetForEngine,
  },
  dataset: {
    ...routePaths.dataset,
    params: datasetParams,
    query: inDir,
    response: DatasetDetail,
  },
  saveDataset: {
    ...routePaths.saveDataset,
    params: datasetParams,
    query: inDir,
    body: z.object({
      definition: DatasetDefinition,
      /** Pasted rows to keep as a new file of the dataset folder. */
      text: z.string().max(1_000_000).optional(),
      replace: z.boolean().default(false),
      rename: DatasetName.optional(),
    }),
    response: DatasetDetail,
  },
  removeDataset: {
    ...routePaths.removeDataset,
    params: datasetParams,
    query: inDir,
    response: done,
  },
  datasetRows: {
    ...routePaths.datasetRows,
    params: datasetParams,
    query: inDir.extend({
      from: z.coerce.number().int().nonnegative().default(0),
      count: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: DatasetPage,
  },
  datasetMedia: {
    ...routePaths.datasetMedia,
    params: datasetParams,
    query: inDir.extend({ path: z.string().max(4096) }),
    response: z.unknown(),
    download: true,
  },
  startScan: {
    ...routePaths.startScan,
    params: datasetParams,
    query: inDir,
    body: ScanRequest,
    response: Scan,
  },
  scan: {
    ...routePaths.scan,
    params: idParams,
    response: Scan,
  },
  cancelScan: {
    ...routePaths.cancelScan,
    params: idParams,
    response: Scan,
  },
  encodeRow: {
    ...routePaths.encodeRow,
    params: datasetParams,
    query: inDir,
    body: z.object({ row: z.number().int().nonnegative(), settings: EncodeSettings }),
    response: Encoding,
  },
  uploads: {
    ...routePaths.uploads,
    response: z.array(Upload),
  },
  beginUpload: {
    ...routePaths.beginUpload,
    body: z.object({ name: z.string().min(1).max(255), bytes: z.number().int().nonnegative() }),
    response: Upload,
  },
  uploadPiece: {
    ...routePaths.uploadPiece,
    params: idParams,
    query: z.object({ offset: z.coerce.number().int().nonnegative() }),
    response: Upload,
  },
  cancelUpload: {
    ...routePaths.cancelUpload,
    params: idParams,
    response: done,
  },
  finishUpload: {
    ...routePaths.finishUpload,
    params: idParams,
    query: inDir,
    response: z.object({ file: z.string(), path: z.string() }),
  },
};
