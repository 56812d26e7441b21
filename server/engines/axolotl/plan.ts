// Owns the way from a RunSpec to what is written and started. Pure: the same input gives the same plan.

import type { LaunchPlan, PlanInput } from "../../engine-interface/plan.ts";
import { planSetup } from "../../engine-kit/plan-setup.ts";
import { planTrain } from "./plan-train.ts";
import { planEvaluate, planExport, planMerge, planPreprocess, planQuantize } from "./plan-work.ts";

export function plan(input: PlanInput, exists: (path: string) => boolean): LaunchPlan {
  switch (input.spec.kind) {
    case "train":
      return planTrain(input, exists);
    case "preprocess":
      return planPreprocess(input, exists);
    case "evaluate":
      return planEvaluate(input, exists);
    case "merge":
      return planMerge(input, exists);
    case "export":
      return planExport(input, exists);
    case "quantize":
      return planQuantize(input, exists);
    case "setup":
      return planSetup("axolotl", input);
  }
}
