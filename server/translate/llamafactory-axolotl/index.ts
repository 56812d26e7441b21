// Owns the translation between LLaMA-Factory and Axolotl as one value: its rules in the order a config is read.
import type { ConfigDocument } from "../../../contract/config-document.ts";
import { DatasetStage } from "../../../contract/dataset-for-engine.ts";
import { textOf } from "../../engine-kit/values.ts";
import type { Pair } from "../translate-config.ts";
import { dataRules } from "./data.ts";
import { deviceRules } from "./devices.ts";
import { leftByAxolotl, leftByLlamaFactory } from "./left-behind.ts";
import { mediaRules } from "./media.ts";
import { methodRules } from "./method.ts";
import { modelRules } from "./model.ts";
import { NAMES } from "./names.ts";
import { rewordedBy } from "./own-prompt.ts";
import { precisionRules } from "./precision.ts";
import { preferenceRules } from "./preference.ts";
import { savingRules } from "./saving.ts";
import { trainingRules } from "./training.ts";

/** What its datasets are for; the engine's own word is another for PPO, which learns from questions, and for ORPO. */
function stageOf(doc: ConfigDocument): DatasetStage {
  const stage = textOf(doc, "stage") ?? "sft";
  if (stage === "dpo" && textOf(doc, "pref_loss") === "orpo") return "orpo";
  return DatasetStage.safeParse(stage).data ?? "sft";
}

export const llamaFactoryAxolotl: Pair = {
  engines: ["llamafactory", "axolotl"],
  names: NAMES,
  rules: [
    ...modelRules,
    ...preferenceRules,
    ...methodRules,
    ...mediaRules,
    ...dataRules,
    ...trainingRules,
    ...precisionRules,
    ...savingRules,
    ...deviceRules,
  ],
  data: {
    keys: [
      ["dataset", "datasets"],
      ["eval_dataset", "test_datasets"],
    ],
    alsoMappings: [["dataset", "pretraining_dataset"]],
    folderKey: "dataset_dir",
    stageOf,
    rewordedBy,
    model: ["model_name_or_path", "base_model"],
    hints:
      /^(?:freeze_vision_tower|freeze_multi_modal_projector|freeze_mm_modules|processor_type|image_.*|video_.*)$/,
  },
  leftBehind: [leftByLlamaFactory, leftByAxolotl],
};
