// Owns asking an engine's helper which modules of its model a config puts an adapter on. Refuses to throw: an engine that
// cannot be asked is an answer.
import { EngineModules } from "../../contract/engine-modules.ts";
import type { RunSpec } from "../../contract/run.ts";
import type { EngineHost } from "../engine-interface/host.ts";
import type { RunService } from "../runs/run-service.ts";
import { isStudioError } from "../studio-error.ts";

type Parts = { host: EngineHost; runs: Pick<RunService, "plan"> };

export function createModuleAsker({ host, runs }: Parts) {
  return async (id: string, spec: RunSpec): Promise<EngineModules> => {
    const engine = host.get(id);
    try {
      // In a plan every path is whole.
      const { files } = await runs.plan(spec);
      const question = engine.moduleQuestion?.(files[0]?.text ?? "") ?? null;
      if (question === null) return { status: "nothing-to-match" };
      return EngineModules.parse(await host.ask(id, "modules", question));
    } catch (error) {
      if (!isStudioError(error)) throw error;
      const { message, reason, hint, code } = error.body;
      const said = [message, reason, hint].filter((line) => line).join(" ");
      return { status: "unavailable", message: said, code };
    }
  };
}
