// Owns how the work around a training becomes what is started: data prepared, weights merged, copied, evaluated, quantized.
// Refuses training; that has a file of its own.
import { join } from "node:path";
import { type ConfigDocument, readConfig } from "../../../contract/config-document.ts";
import type { LaunchPlan, PlanInput } from "../../engine-interface/plan.ts";
import { type Added, fileName, withAdded } from "../../engine-kit/added-keys.ts";
import { modelPath, outputPath, type Places } from "../../engine-kit/places.ts";
import { textOf } from "../../engine-kit/values.ts";
import { ours } from "./places.ts";
import { engineEnv, shellWords, withAbsolutePaths } from "./plan-train.ts";

type Exists = (path: string) => boolean;
type Prepared = { doc: ConfigDocument; file: string; outputDir: string; preparedDir: string; places: Places };

/** The config with absolute paths, an output folder and a place for tokenized examples. */
function prepare(input: PlanInput, exists: Exists): Prepared {
  const { spec, runDir, home } = input;
  const places = { baseDir: spec.baseDir ?? null, home, exists };
  const asked = readConfig(spec.config);
  const outputDir = outputPath(textOf(asked, "output_dir") ?? join(runDir, "output"), places, runDir);
  const local = withAbsolutePaths(asked, places, runDir);
  const given = textOf(local, "dataset_prepared_path");
  const preparedDir = given ?? join(runDir, "prepared");
  const added: Added[] = [
    { key: "output_dir", value: outputDir, why: "the folder of this run" },
    ...(given === null
      ? [{ key: "dataset_prepared_path", value: preparedDir, why: "tokenized examples, beside the run" }]
      : []),
  ];
  return {
    doc: withAdded(local, added),
    file: join(runDir, fileName(input)),
    outputDir,
    preparedDir,
    places,
  };
}

function launch(
  input: PlanInput,
  { doc }: Prepared,
  { argv, words, outputDir }: { argv: string[]; words: string[]; outputDir: string },
): LaunchPlan {
  return {
    kind: input.spec.kind,
    files: [{ name: fileName(input), text: doc.text }],
    argv: [input.python, ...argv],
    env: engineEnv(input),
    command: [...shellWords(input), ...words],
    outputDir,
  };
}

export function planMerge(input: PlanInput, exists: Exists): LaunchPlan {
  const ready = prepare(input, exists);
  const { file, outputDir } = ready;
  return launch(input, ready, {
    argv: [ours.exportScript, file],
    words: ["axolotl", "merge-lora", file],
    outputDir,
  });
}

/** A model that was trained whole is there already; its files are copied without the checkpoints beside them. */
export function planExport(input: PlanInput, exists: Exists): LaunchPlan {
  const ready = prepare(input, exists);
  const { doc, file, outputDir } = ready;
  const from = textOf(doc, "base_model") ?? "";
  return {
    ...launch(input, ready, { argv: [ours.copyScript, file], words: [], outputDir }),
    command: ["cp", "-r", from, outputDir],
  };
}

export function planPreprocess(input: PlanInput, exists: Exists): LaunchPlan {
  const ready = prepare(input, exists);
  const { file, preparedDir } = ready;
  return launch(input, ready, {
    argv: [ours.preprocessScript, file],
    words: ["axolotl", "preprocess", file],
    outputDir: preparedDir,
  });
}

export function planEvaluate(input: PlanInput, exists: Exists): LaunchPlan {
  const ready = prepare(input, exists);
  const { file, outputDir } = ready;
  return launch(input, ready, {
    argv: [ours.evaluateScript, file],
    words: ["axolotl", "evaluate", file, "--launcher", "python"],
    outputDir,
  });
}

/** The engine quantizes what lies in `output_dir`; where that is no model, the base model. */
export function planQuantize(input: PlanInput, exists: Exists): LaunchPlan {
  const ready = prepare(input, exists);
  const { doc, file, outputDir, places } = ready;
  const words = ["axolotl", "quantize", file];
  if (exists(join(outputDir, "config.json")))
    return launch(input, ready, {
      argv: [ours.quantizeScript, file],
      words,
      outputDir: join(outputDir, "quantized"),
    });
  const named = textOf(doc, "base_model") ?? "";
  const model = ["--base-model", modelPath(named, places) ?? named];
  return launch(input, ready, {
    argv: [ours.quantizeScript, file, ...model],
    words: [...words, ...model],
    outputDir,
  });
}
