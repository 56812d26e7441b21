// Owns what the edges may ask about datasets: joins definitions, rows, uploads and scans. Refuses engine-specific code.
import type { EngineHost } from "../engines/engine.ts";
import type { DatasetService } from "../services.ts";
import { StudioError } from "../studio-error.ts";

type Parts = { home: string; engines: EngineHost };

export function createDatasets({ home }: Parts): DatasetService {
  const missing = async (): Promise<never> => {
    throw new StudioError({ code: "dataset.not-found", message: `Not there yet (${home}).` });
  };
  return {
    dirs: missing,
    addDir: missing,
    removeDir: missing,
    guess: missing,
    detail: missing,
    save: missing,
    remove: missing,
    rows: missing,
    media: missing,
    startScan: missing,
    scan: missing,
    cancelScan: missing,
    encode: missing,
    uploads: missing,
    beginUpload: missing,
    uploadPiece: missing,
    cancelUpload: missing,
    finishUpload: missing,
    close: async () => {},
  };
}
