// Owns one helper per engine, always of the environment that is installed now. Refuses a second one beside it.
import { tmpdir } from "node:os";
import { engineEnvironment } from "../engine-environment.ts";
import type { Engine } from "../engine-interface/engine.ts";
import { StudioError } from "../studio-error.ts";
import { createEngineHelper, type EngineHelper } from "./engine-helper.ts";

export function createEngineHelpers() {
  const helpers = new Map<string, { environment: string; helper: EngineHelper }>();

  function helperOf(
    { id, name, helper: program }: Engine,
    python: string,
    stamp: number | null,
  ): EngineHelper {
    if (!program)
      throw new StudioError({ code: "engine.not-ready", message: `${name} has no helper to ask.` });
    const environment = `${python} ${stamp}`;
    const before = helpers.get(id);
    if (before?.environment === environment) return before.helper;
    void before?.helper.close();
    const helper = createEngineHelper({
      name,
      command: python,
      args: [program.script],
      env: { ...engineEnvironment(process.env), ...program.env },
      cwd: tmpdir(),
    });
    helpers.set(id, { environment, helper });
    return helper;
  }

  return {
    ask: (engine: Engine, python: string, stamp: number | null, method: string, params: unknown) =>
      helperOf(engine, python, stamp).ask(method, params),
    async close(): Promise<void> {
      await Promise.all([...helpers.values()].map(({ helper }) => helper.close()));
    },
  };
}
