// Owns what the edges may ask of engines: list, look anew, install. Refuses to install two at once.
import { randomUUID } from "node:crypto";
import type { EngineDescription } from "../../contract/engine.ts";
import type { RunSummary } from "../../contract/run.ts";
import { isLive } from "../../contract/run-status.ts";
import type { RunService } from "../runs/run-service.ts";
import type { EngineService } from "../services.ts";
import { StudioError } from "../studio-error.ts";
import type { EngineHost } from "./engine.ts";

type Parts = { host: EngineHost; runs: Pick<RunService, "list" | "create"> };

export function createEngineService({ host, runs }: Parts): EngineService {
  function setupRun(id: string): RunSummary | undefined {
    return runs
      .list({ archived: false })
      .find(
        (run) =>
          run.kind === "setup" && run.engine === id && (isLive(run.state) || run.state.status === "queued"),
      );
  }

  async function description(id: string, fresh: boolean): Promise<EngineDescription> {
    const engine = host.get(id);
    const setup = setupRun(id);
    return engine.describe(setup ? { status: "installing", runId: setup.id } : await host.health(id, fresh));
  }

  return {
    list: () => Promise.all(host.all().map((engine) => description(engine.id, false))),
    check: (id) => description(id, true),

    async install(id) {
      const engine = host.get(id);
      const underWay = setupRun(id);
      if (underWay) return underWay;
      // Says clearly what is missing before a run is made of it.
      await host.python(id, "setup");
      const name = `Install ${engine.name}`;
      const config = "";
      return runs.create(
        { kind: "setup", engine: id, name, config, device: { type: "cpu" } },
        `setup-${randomUUID()}`,
      );
    },

    async catalog(id) {
      const catalog = await host.catalog(id);
      if (catalog) return catalog;
      throw new StudioError({
        code: "engine.not-ready",
        message: `${host.get(id).name} is not ready, so its list of models is not known yet.`,
        hint: "Install or repair it in Settings.",
      });
    },
  };
}
