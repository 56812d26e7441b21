// Owns what the edges may ask of engines: list, look anew, install. Refuses to install two at once.
import { randomUUID } from "node:crypto";
import type { EngineDescription } from "../../contract/engine.ts";
import { engineOfText } from "../../contract/engine-of-config.ts";
import type { RunSummary } from "../../contract/run.ts";
import type { EngineHost } from "../engine-interface/host.ts";
import type { RunService } from "../runs/run-service.ts";
import type { EngineService } from "../services.ts";
import { StudioError } from "../studio-error.ts";
import { createModuleAsker } from "./engine-modules.ts";
import { createPackageInstaller } from "./engine-packages.ts";
import { createJudge } from "./engine-verdict.ts";

type Parts = { host: EngineHost; runs: Pick<RunService, "summary" | "create" | "plan"> };

export function createEngineService({ host, runs }: Parts): EngineService {
  const beginning = new Map<string, Promise<RunSummary>>();

  async function description(id: string, fresh: boolean): Promise<EngineDescription> {
    const engine = host.get(id);
    return { ...engine.describe(await host.health(id, fresh)), kinds: [...engine.kinds] };
  }

  async function begin(id: string): Promise<RunSummary> {
    const { name } = host.get(id);
    const health = await host.health(id);
    if (health.status === "installing") return runs.summary(health.runId);
    // Says clearly what is missing before a run is made of it.
    await host.python(id, "setup");
    const spec = {
      kind: "setup",
      engine: id,
      name: `Install ${name}`,
      config: "",
      device: { type: "cpu" },
    } as const;
    return runs.create(spec, `setup-${randomUUID()}`);
  }

  return {
    list: () => Promise.all(host.all().map((engine) => description(engine.id, false))),
    check: (id) => description(id, true),

    async install(id) {
      const begun = beginning.get(id) ?? begin(id).finally(() => beginning.delete(id));
      beginning.set(id, begun);
      return begun;
    },

    arguments: async (id) => [...(await host.arguments(id))],
    verdict: createJudge({ host, runs }),
    modules: createModuleAsker({ host, runs }),
    async importConfig(asked, text) {
      const told = host.all().map((engine) => engine.describe({ status: "missing" }));
      const id = engineOfText(text, told, host.get(asked).id);
      const read = host.get(id).importConfig?.(text, await host.catalog(id));
      return { engine: id, ...(read ?? { config: text, kind: "yaml", problems: [] }) };
    },
    installPackages: createPackageInstaller({ host, runs }),

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
