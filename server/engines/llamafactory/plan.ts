// Owns the way from a RunSpec to what is written and started. Pure: the same input gives the same plan.
import { join } from "node:path";
import { readConfig } from "../../../contract/config-document.ts";
import type { LaunchPlan, PlanInput } from "../../engine-interface/plan.ts";
import { fileName, withAdded } from "../../engine-kit/added-keys.ts";
import { outputPath } from "../../engine-kit/places.ts";
import { planSetup } from "../../engine-kit/plan-setup.ts";
import { listOf, textOf } from "../../engine-kit/values.ts";
import { optionalPackages } from "./optional-packages.ts";
import { ours } from "./places.ts";
import { type ReadText, withAdditions } from "./plan-additions.ts";
import { absolutePaths, engineEnv, planTrain } from "./plan-train.ts";

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

/** Nothing asked for by name: the whole engine. */
function packagesAsked(config: string): string[] {
  const asked = listOf(readConfig(config), "packages");
  return optionalPackages()
    .filter(({ name }) => asked.includes(name))
    .flatMap(({ install }) => [...install]);
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
      return planSetup("llamafactory", input, packagesAsked(input.spec.config));
    default:
      throw new Error(`LLaMA-Factory has no runs of kind ${input.spec.kind}.`);
  }
}
