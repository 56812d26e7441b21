// Owns what is started to install an engine, or packages into it. Refuses to choose versions: the lock file does.
import { join } from "node:path";
import type { LaunchPlan, PlanInput } from "../engine-interface/plan.ts";
import { enginePins } from "./engine-pins.ts";
import { engineFiles, shipped } from "./places.ts";

/** `packages`: what is added to an installed engine; without any, the engine itself is installed. */
export function planSetup(engine: string, input: PlanInput, packages: readonly string[] = []): LaunchPlan {
  const pins = enginePins(engine);
  const argv = [
    input.python,
    shipped.installer,
    "--lock",
    join(engineFiles(engine).engineConfigs, "requirements.lock.txt"),
    "--dest",
    join(input.home, "engines", engine),
    "--import",
    pins.import,
    "--size-bytes",
    String(pins.sizeBytes),
    ...packages.flatMap((each) => ["--package", each]),
  ];
  return {
    kind: "setup",
    files: [],
    argv,
    env: { PYTHONPATH: shipped.python, PYTHONUNBUFFERED: "1" },
    command: argv,
    outputDir: null,
  };
}
