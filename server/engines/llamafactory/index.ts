// Owns LLaMA-Factory as an engine: joins its form, plan, checks and parsers. Refuses to start anything.
import { existsSync, readFileSync } from "node:fs";
import { readConfig } from "../../../contract/config-document.ts";
import type { Engine } from "../../engine-interface/engine.ts";
import { enginePins } from "../../engine-kit/engine-pins.ts";
import { presetsOf } from "../../engine-kit/presets.ts";
import { listOf, textOf } from "../../engine-kit/values.ts";
import { check } from "./check.ts";
import { methods, stages } from "./fields/stages.ts";
import { fields, groups, roles } from "./fields.ts";
import { importConfig } from "./import/import-config.ts";
import { pinnedArguments } from "./known-arguments.ts";
import { pictureGrids } from "./media/picture-grids.ts";
import { mergeSpec } from "./merge-spec.ts";
import { moduleQuestion, targets } from "./module-question.ts";
import { optionalPackages } from "./optional-packages.ts";
import { outlook } from "./outlook.ts";
import { parseLine } from "./parse.ts";
import { ours } from "./places.ts";
import { plan } from "./plan.ts";
import { verdict } from "./verdict.ts";

export const llamafactory: Engine = {
  id: "llamafactory",
  name: "LLaMA-Factory",
  kinds: ["train", "merge", "export", "setup"],
  probe: {
    script: ours.probeScript,
    imports: "import llamafactory.hparams, llamafactory.data.template, llamafactory.train.tuner",
  },

  helper: {
    script: ours.helperScript,
    env: {
      PYTHONPATH: ours.python,
      HF_HUB_OFFLINE: "1",
      TOKENIZERS_PARALLELISM: "false",
      OMP_NUM_THREADS: "1",
      // Looks for GPUs without touching one, so that a copy of the process may still use CUDA.
      PYTORCH_NVML_BASED_CUDA_CHECK: "1",
    },
  },

  pinnedArguments,
  verdict,
  moduleQuestion,
  outlook,
  pictureGrids,

  describe: (health) => ({
    id: "llamafactory",
    name: "LLaMA-Factory",
    pinnedVersion: enginePins("llamafactory").version,
    health,
    roles,
    datasetForm: "names",
    targets,
    trainCommand: ["llamafactory-cli", "train"],
    stages: [...stages],
    methods: [...methods],
    groups: [...groups],
    fields: [...fields],
  }),

  presets: () => presetsOf("llamafactory"),

  facts(config) {
    const doc = readConfig(config);
    return {
      model: textOf(doc, roles.model),
      datasets: listOf(doc, roles.datasets),
      method: doc.keys.includes(roles.model) ? (textOf(doc, roles.method) ?? "lora") : null,
      template: textOf(doc, roles.template),
    };
  },

  importConfig,
  optionalPackages: optionalPackages(),

  plan: (input) => plan(input, existsSync, (path) => (existsSync(path) ? readFileSync(path, "utf8") : null)),
  check,
  mergeSpec,
  parseLine,
};
