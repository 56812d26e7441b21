// Owns the configs saved under a name: plain YAML files in the home's recipes folder.
import type { RecipeService } from "../services.ts";
import { StudioError } from "../studio-error.ts";

export function createRecipes({ home }: { home: string }): RecipeService {
  const missing = (): never => {
    throw new StudioError({ code: "engine.not-ready", message: `Recipes are not there yet (${home}).` });
  };
  return { list: async () => missing(), save: async () => missing(), remove: async () => missing() };
}
