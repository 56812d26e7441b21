// Owns what the edges may ask about templates, model groups and plugins beside the engine's own.
import type { EngineHost } from "../engines/engine.ts";
import type { AdditionsService } from "../services.ts";
import { StudioError } from "../studio-error.ts";

export function createAdditions({ home, engines }: { home: string; engines: EngineHost }): AdditionsService {
  const missing = (): never => {
    throw new StudioError({
      code: "engine.not-ready",
      message: `Additions are not there yet (${home}, ${engines.all().length}).`,
    });
  };
  return {
    list: async () => missing(),
    read: async () => missing(),
    render: async () => missing(),
    saveTemplate: async () => missing(),
    removeTemplate: async () => missing(),
    saveGroup: async () => missing(),
    removeGroup: async () => missing(),
    savePlugin: async () => missing(),
    removePlugin: async () => missing(),
  };
}
