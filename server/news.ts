// Owns telling pages that something listed has changed, so that they ask again: a run made a model, an engine came.
import { isFinal } from "../contract/run-status.ts";
import type { LibraryService, Services } from "./services.ts";

type Tell = (what: "models" | "engines") => void;

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

export function tellingLibrary(library: LibraryService, tell: Tell): LibraryService {
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
