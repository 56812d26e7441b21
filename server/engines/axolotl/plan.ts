// Owns the way from a RunSpec to what is written and started. Pure: the same input gives the same plan.
import { join } from "node:path";
import { readConfig } from "../../../contract/config-document.ts";
import { fileName, withAdded } from "../../engine-kit/added-keys.ts";
import { outputPath } from "../../engine-kit/places.ts";
import { planSetup } from "../../engine-kit/plan-setup.ts";
import { textOf } from "../../engine-kit/values.ts";
import type { LaunchPlan, PlanInput } from "../engine.ts";
import { ours } from "./places.ts";
import { engineEnv, planTrain, shellWords, withAbsolutePaths } from "./plan-train.ts";

function planMerge(input: PlanInput, exists: (path: string) => boolean): LaunchPlan {
  const { spec, runDir, home, python } = input;
  const places = { baseDir: spec.baseDir ?? null, home, exists };
  const asked = readConfig(spec.config);
  const outputDir = outputPath(textOf(asked, "output_dir") ?? "output", places, runDir);
  const local = withAbsolutePaths(asked, places, runDir).with({ output_dir: outputDir });
  const why = "tokenized examples, beside the run";
  const doc = withAdded(local, [{ key: "dataset_prepared_path", value: join(runDir, "prepared"), why }]);
  const file = join(runDir, fileName(input));
  return {
    kind: spec.kind,
    files: [{ name: fileName(input), text: doc.text }],
    argv: [python, ours.exportScript, file],
    env: engineEnv(input),
    command: [...shellWords(input), "axolotl", "merge-lora", file],
    outputDir,
  };
}

export function plan(input: PlanInput, exists: (path: string) => boolean): LaunchPlan {
  switch (input.spec.kind) {
    case "train":
      return planTrain(input, exists);
    case "merge":
    case "export":
      return planMerge(input, exists);
    case "setup":
      return planSetup("axolotl", input);
  }
}
