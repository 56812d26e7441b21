// Owns what the edges may ask about models, datasets and presets on this machine. Refuses to write into them.
import { homedir } from "node:os";
import { isAbsolute, resolve } from "node:path";
import type { EngineHost } from "../engines/engine.ts";
import { homePaths } from "../home.ts";
import type { LibraryService } from "../services.ts";
import { StudioError } from "../studio-error.ts";
import { readDatasets } from "./dataset-info.ts";
import { createModels } from "./models.ts";

type Parts = { home: string; engines: Pick<EngineHost, "all"> };

export function createLibrary({ home, engines }: Parts): LibraryService {
  const models = createModels(home);

  return {
    models: models.list,
    addModel: models.add,
    removeModel: models.remove,

    async datasets(dir) {
      const spelled = dir?.replace(/^~(?=\/|$)/, homedir()) ?? homePaths(home).datasets;
      if (!isAbsolute(spelled))
        throw new StudioError({
          code: "path.not-found",
          message: `${spelled} is not a full path.`,
          hint: "Give the full path of the folder that holds dataset_info.json.",
        });
      return readDatasets(resolve(spelled));
    },

    async presets() {
      return (await Promise.all(engines.all().map((engine) => engine.presets(home)))).flat();
    },
  };
}
