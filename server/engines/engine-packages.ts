// Owns putting optional packages into an engine's environment: a setup run that keeps what is locked.
// Refuses names that the engine does not list, and environments that are not ours.
import { randomUUID } from "node:crypto";
import { valueText } from "../../contract/config-document.ts";
import type { RunSummary } from "../../contract/run.ts";
import type { EngineHost } from "../engine-interface/host.ts";
import type { RunService } from "../runs/run-service.ts";
import { StudioError } from "../studio-error.ts";

const LONGEST_NAME = 80;

export function createPackageInstaller({
  host,
  runs,
}: {
  host: EngineHost;
  runs: Pick<RunService, "create">;
}) {
  return async function install(id: string, packages: readonly string[]): Promise<RunSummary> {
    const engine = host.get(id);
    const offered = engine.optionalPackages ?? [];
    const wanted = [...new Set(packages)].sort();
    const unknown = wanted.filter((name) => !offered.some((each) => each.name === name));
    if (unknown.length > 0)
      throw new StudioError({
        code: "engine.package-unknown",
        message: `${engine.name} has no optional package ${unknown.join(", ")}.`,
        reason: "Only packages with a release that fits the locked versions are installed from here.",
        hint: `There are: ${offered.map(({ name }) => name).join(", ") || "none"}.`,
      });
    // Says clearly what is missing before a run is made of it.
    const python = await host.python(id, "train");
    if (host.isOurs?.(id) === false) {
      const exact = offered.filter(({ name }) => wanted.includes(name)).flatMap(({ install: each }) => each);
      throw new StudioError({
        code: "engine.not-ours",
        message: `${python} is an environment of your own, which Anneal never changes.`,
        reason: "It was named with --engine-python.",
        hint: `Run this by hand: ${python} -m pip install ${exact.map((each) => `"${each}"`).join(" ")}`,
      });
    }
    await host.python(id, "setup");
    const name = `Install ${wanted.join(", ")}`;
    const spec = {
      kind: "setup",
      engine: id,
      name: name.length > LONGEST_NAME ? `Install ${wanted.length} packages` : name,
      config: `packages: ${valueText(wanted)}\n`,
      device: { type: "cpu" },
    } as const;
    return runs.create(spec, `packages-${randomUUID()}`);
  };
}
