// Owns what is asked of the engine's own code about additions, with the shape of each answer. Refuses to trust it unread.
import { z } from "zod";
import {
  ModelGroupDefinition,
  Rendering,
  type RenderRequest,
  TemplateDefinition,
} from "../../contract/template.ts";

const Calls = z.object({
  templates: z.array(TemplateDefinition),
  groups: z.array(ModelGroupDefinition),
  problems: z.array(z.string()),
});
const Mistake = z.object({ mistake: z.string().nullable() });

export type Ask = (engine: string, method: string, params: unknown) => Promise<unknown>;

export function createHelperQuestions(ask: Ask) {
  return {
    calls: async (engine: string, text: string) => Calls.parse(await ask(engine, "read_calls", { text })),
    render: async (engine: string, request: RenderRequest) =>
      Rendering.parse(await ask(engine, "render", request)),
    /** The first line that Python does not understand; null for code that it does. */
    pythonMistake: async (engine: string, code: string) =>
      Mistake.parse(await ask(engine, "python_mistake", { code })).mistake,
  };
}
