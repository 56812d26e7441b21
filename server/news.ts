// Owns telling pages that something listed has changed, so that they ask again: a run made a model, an engine came.
import { isFinal } from "../contract/run-status.ts";
import type { DatasetService, LibraryService, Services } from "./services.ts";

type Tell = (what: "models" | "engines") => void;
type TellOfData = (what: "datasets") => void;

/** A run that ends may have left a model; a setup run changes an engine when it begins and when it ends. */
export function tellOfRuns({ runs }: Services, tell: Tell): () => void {
  const told = new Map<string, string>();
  return runs.subscribe((change) => {
    if (change.type !== "summary") return;
    const { id, kind, state } = change.run;
    if (told.get(id) === state.status) return;
    told.set(id, state.status);
    if (kind === "setup") tell("engines");
    else if (isFinal(state)) tell("models");
  });
}

export function tellingLibrary(library: LibraryService, tell: (what: "models") => void): LibraryService {
  return {
    ...library,
    async addModel(path) {
      const model = await library.addModel(path);
      tell("models");
      return model;
    },
    async removeModel(id) {
      await library.removeModel(id);
      tell("models");
    },
  };
}

export function tellingDatasets(datasets: DatasetService, tell: TellOfData): DatasetService {
  return {
    ...datasets,
    async addDir(path) {
      const dir = await datasets.addDir(path);
      tell("datasets");
      return dir;
    },
    async removeDir(path) {
      await datasets.removeDir(path);
      tell("datasets");
    },
    async save(name, dir, change) {
      const detail = await datasets.save(name, dir, change);
      tell("datasets");
      return detail;
    },
    async remove(name, dir) {
      await datasets.remove(name, dir);
      tell("datasets");
    },
  };
}
