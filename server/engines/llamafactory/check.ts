// Owns judging a config before it is started: collects what the rules find. Refuses to change anything.
import type { RunEstimate } from "../../../contract/preview.ts";
import type { Problem } from "../../../contract/problem.ts";
import type { RunSpec } from "../../../contract/run.ts";
import type { CheckContext } from "../../engine-interface/check-context.ts";
import { resumeRule } from "../../engine-kit/resume-rule.ts";
import { addressRules } from "./check/address-rules.ts";
import { cropRules } from "./check/crop-rules.ts";
import { dataRules, knownRows } from "./check/data-rules.ts";
import { datasetFitRules } from "./check/dataset-fit-rules.ts";
import { deviceRules } from "./check/device-rules.ts";
import { distributedRules } from "./check/distributed-rules.ts";
import { calibration, exportRules } from "./check/export-rules.ts";
import { fileRules } from "./check/file-rules.ts";
import { hubRules } from "./check/hub-rules.ts";
import { keyRules } from "./check/key-rules.ts";
import { methodRules } from "./check/method-rules.ts";
import { modelFitRules } from "./check/model-fit-rules.ts";
import { packageRules } from "./check/package-rules.ts";
import { pictureRules } from "./check/picture-rules.ts";
import { preferenceRules } from "./check/preference-rules.ts";
import { quantizationRules } from "./check/quantization-rules.ts";
import { resourceFindings } from "./check/resource-rules.ts";
import { safetyRules } from "./check/safety-rules.ts";
import { type Rule, subjectOf } from "./check/subject.ts";
import { templateFitRules } from "./check/template-fit-rules.ts";
import { intervalFindings, trainingRules } from "./check/training-rules.ts";
import { valueRules } from "./check/value-rules.ts";
import { estimate } from "./estimate.ts";

const forTraining: readonly Rule[] = [
  ...keyRules,
  ...valueRules,
  ...fileRules,
  resumeRule,
  ...dataRules,
  ...datasetFitRules,
  ...pictureRules,
  ...cropRules,
  ...addressRules,
  ...templateFitRules,
  ...modelFitRules,
  ...methodRules,
  ...preferenceRules,
  ...quantizationRules,
  ...distributedRules,
  calibration,
  ...deviceRules,
  ...trainingRules,
  ...packageRules,
  ...hubRules,
  ...safetyRules,
];
const forExport: readonly Rule[] = [
  ...keyRules,
  ...valueRules,
  ...fileRules,
  ...exportRules,
  ...packageRules,
  ...hubRules,
  ...safetyRules,
];

export async function check(
  spec: RunSpec,
  context: CheckContext,
): Promise<{ problems: Problem[]; estimate: RunEstimate | null }> {
  if (spec.kind === "setup") return { problems: [], estimate: null };
  const subject = subjectOf(spec, context);
  if (subject.doc.problems.length > 0) return { problems: [...subject.doc.problems], estimate: null };

  const found = await Promise.all(
    (spec.kind === "train" ? forTraining : forExport).map((rule) => rule(subject)),
  );
  const problems = found.flat();
  if (spec.kind !== "train") return { problems, estimate: null };
  const numbers = estimate(subject.doc, await knownRows(subject), subject.deviceCount);
  const further = [...intervalFindings(subject, numbers), ...resourceFindings(subject, numbers)];
  return { problems: [...problems, ...further], estimate: numbers };
}
