// Owns Axolotl as an engine: joins its form, plan, checks and parsers. Refuses to start anything.
import { existsSync } from "node:fs";
import { readConfig } from "../../../contract/config-document.ts";
import { gpuModels } from "../../../contract/gpu-model.ts";
import type { Engine } from "../../engine-interface/engine.ts";
import { enginePins } from "../../engine-kit/engine-pins.ts";
import { presetsOf } from "../../engine-kit/presets.ts";
import { parseTrainerLine } from "../../engine-kit/trainer-lines.ts";
import { textOf } from "../../engine-kit/values.ts";
import { check } from "./check.ts";
import { datasetName, datasetsIn } from "./dataset-entries.ts";
import { datasetMapping } from "./dataset-mapping.ts";
import { datasetKeys, datasetStarts, mappingFields } from "./fields/mapping.ts";
import { methods, stages } from "./fields/stages.ts";
import { templateHints } from "./fields/template-hints.ts";
import { fields, groups, roles } from "./fields.ts";
import { followSpec, forms } from "./follow.ts";
import { importConfig } from "./import/import-config.ts";
import { pinnedArguments } from "./known-arguments.ts";
import { mergeSpec } from "./merge-spec.ts";
import { moduleQuestion, targets } from "./module-question.ts";
import { outlook } from "./outlook.ts";
import { ours } from "./places.ts";
import { plan } from "./plan.ts";
import { verdict } from "./verdict.ts";
import { visionPresets } from "./vision-families.ts";

export const axolotl: Engine = {
  id: "axolotl",
  name: "Axolotl",
  kinds: ["train", "preprocess", "evaluate", "merge", "export", "quantize", "setup"],
  probe: { script: ours.probeScript, imports: "import axolotl.cli.train, axolotl.train" },

  helper: {
    script: ours.helperScript,
    env: {
      PYTHONPATH: ours.python,
      AXOLOTL_DO_NOT_TRACK: "1",
      HF_HUB_OFFLINE: "1",
      TOKENIZERS_PARALLELISM: "false",
      OMP_NUM_THREADS: "1",
      // Looks for GPUs without touching one, so that a copy of the process may still use CUDA.
      PYTORCH_NVML_BASED_CUDA_CHECK: "1",
    },
  },

  pinnedArguments,
  datasetMapping,
  verdict,
  moduleQuestion,
  outlook,

  describe: (health) => ({
    id: "axolotl",
    name: "Axolotl",
    pinnedVersion: enginePins("axolotl").version,
    health,
    roles,
    datasetForm: "mappings",
    mappings: { keys: [...datasetKeys], fields: [...mappingFields], starts: [...datasetStarts] },
    templateHints: [...templateHints],
    targets,
    judgesFor: gpuModels.map(({ id }) => id),
    trainCommand: ["axolotl", "train"],
    trainTakes: "file",
    stages: [...stages],
    methods: [...methods],
    groups: [...groups],
    fields: [...fields],
  }),

  presets: async () => [...(await presetsOf("axolotl")), ...visionPresets()],

  facts(config) {
    const doc = readConfig(config);
    const model = textOf(doc, roles.model);
    return {
      model,
      datasets: datasetsIn(doc, "datasets").flatMap(({ path }) => (path === null ? [] : [datasetName(path)])),
      method: model === null ? null : (textOf(doc, roles.method) ?? "full"),
      template: textOf(doc, roles.template),
    };
  },

  importConfig,
  plan: (input) => plan(input, existsSync),
  check,
  mergeSpec,
  follow: { forms, spec: followSpec },
  parseLine: parseTrainerLine,
};
