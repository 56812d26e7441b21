// Owns the way from a RunSpec to what is written and started. Pure: the same input gives the same plan.
import { join } from "node:path";
import { readConfig } from "../../../contract/config-document.ts";
import type { LaunchPlan, PlanInput } from "../engine.ts";
import { enginePins } from "./engine-pins.ts";
import { optionalPackages } from "./optional-packages.ts";
import { ours, outputPath } from "./places.ts";
import { type ReadText, withAdditions } from "./plan-additions.ts";
import { absolutePaths, engineEnv, fileName, planTrain, withAdded } from "./plan-train.ts";
import { listOf, textOf } from "./values.ts";

function planExport(input: PlanInput, exists: (path: string) => boolean): LaunchPlan {
  const { spec, runDir, home, python } = input;
  const places = { baseDir: spec.baseDir ?? null, home, exists };
  const asked = readConfig(spec.config);
  const exportDir = outputPath(textOf(asked, "export_dir") ?? "output", places, runDir);
  const local = asked.with(absolutePaths(asked, places, runDir));
  const doc = withAdded(local, [{ key: "export_dir", value: exportDir, why: "the folder of this run" }]);
  const file = join(runDir, fileName(input));
  return {
    kind: spec.kind,
    files: [{ name: fileName(input), text: doc.text }],
    argv: [python, ours.exportScript, file],
    env: engineEnv(input),
    command: ["llamafactory-cli", "export", file],
    outputDir: exportDir,
  };
}

function planSetup(input: PlanInput): LaunchPlan {
  const pins = enginePins();
  // Nothing asked for by name: the whole engine.
  const asked = listOf(readConfig(input.spec.config), "packages");
  const packages = optionalPackages()
    .filter(({ name }) => asked.includes(name))
    .flatMap(({ install }) => [...install]);
  const argv = [
    input.python,
    ours.installer,
    "--lock",
    join(ours.engineConfigs, "requirements.lock.txt"),
    "--dest",
    join(input.home, "engines", "llamafactory"),
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
    env: { PYTHONPATH: ours.python, PYTHONUNBUFFERED: "1" },
    command: argv,
    outputDir: null,
  };
}

/** `read`: a file's text, null where there is none. */
export function plan(
  input: PlanInput,
  exists: (path: string) => boolean,
  read: ReadText = () => null,
): LaunchPlan {
  switch (input.spec.kind) {
    case "train":
      return withAdditions(planTrain(input, exists), input, read);
    case "merge":
    case "export":
      return withAdditions(planExport(input, exists), input, read);
    case "setup":
      return planSetup(input);
  }
}
