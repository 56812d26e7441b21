// Owns the translation between LLaMA-Factory and Axolotl as one value: its rules in the order a config is read.
import type { Pair } from "../translate-config.ts";
import { dataRules } from "./data.ts";
import { deviceRules } from "./devices.ts";
import { leftByAxolotl, leftByLlamaFactory } from "./left-behind.ts";
import { mediaRules } from "./media.ts";
import { methodRules } from "./method.ts";
import { modelRules } from "./model.ts";
import { NAMES } from "./names.ts";
import { precisionRules } from "./precision.ts";
import { preferenceRules } from "./preference.ts";
import { savingRules } from "./saving.ts";
import { trainingRules } from "./training.ts";

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
  leftBehind: [leftByLlamaFactory, leftByAxolotl],
};
