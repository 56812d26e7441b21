// Owns what the edges may ask about models, datasets and presets on this machine. Refuses to write into them.
import type { EngineHost } from "../engine-interface/host.ts";
import type { LibraryService } from "../services.ts";
import { createModels } from "./models.ts";

type Parts = {
  home: string;
  engines: Pick<EngineHost, "all">;
  datasets: LibraryService["datasets"];
};

export function createLibrary({ home, engines, datasets }: Parts): LibraryService {
  const models = createModels(home);

  return {
    models: models.list,
    addModel: models.add,
    removeModel: models.remove,

    datasets,

    async presets() {
      return (await Promise.all(engines.all().map((engine) => engine.presets(home)))).flat();
    },
  };
}
