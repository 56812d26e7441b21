// Owns judging a config before it is started: collects what the rules find. Refuses to change anything.
import type { RunEstimate } from "../../../contract/preview.ts";
import type { Problem } from "../../../contract/problem.ts";
import type { RunKind, RunSpec } from "../../../contract/run.ts";
import type { CheckContext } from "../../engine-interface/check-context.ts";
import { resumeRule } from "../../engine-kit/resume-rule.ts";
import { addressProblems } from "./check/address-rules.ts";
import { dataRules } from "./check/data-rules.ts";
import { deviceRules } from "./check/device-rules.ts";
import { familyRules } from "./check/family-rules.ts";
import { keyRules } from "./check/key-rules.ts";
import { mappedIn, mappedProblems, rowsOf } from "./check/mapped-rules.ts";
import { mediaRules } from "./check/media-rules.ts";
import { modelRules } from "./check/model-rules.ts";
import { nestedRules } from "./check/nested-rules.ts";
import { preparedRules } from "./check/prepared-rules.ts";
import { relationRules } from "./check/relation-rules.ts";
import { safetyRules } from "./check/safety-rules.ts";
import { type Rule, subjectOf } from "./check/subject.ts";
import { valueRules } from "./check/value-rules.ts";
import { evaluateRules, preprocessRules, quantizeRules } from "./check/work-rules.ts";
import { estimate } from "./estimate.ts";

const rules: readonly Rule[] = [
  keyRules,
  ...valueRules,
  ...relationRules,
  ...nestedRules,
  ...modelRules,
  ...familyRules,
  ...dataRules,
  ...preparedRules,
  ...deviceRules,
  ...mediaRules,
  ...safetyRules,
];
/** A merge reads weights on any device, and says itself what it does not load. */
const byKind: Record<Exclude<RunKind, "setup">, readonly Rule[]> = {
  train: rules,
  preprocess: [keyRules, ...modelRules, ...dataRules, ...preprocessRules],
  evaluate: [...rules, ...evaluateRules],
  merge: [keyRules],
  export: [keyRules],
  quantize: [keyRules, ...quantizeRules],
};

export async function check(
  spec: RunSpec,
  context: CheckContext,
): Promise<{ problems: Problem[]; estimate: RunEstimate | null }> {
  if (spec.kind === "setup") return { problems: [], estimate: null };
  const subject = subjectOf(spec, context);
  if (subject.doc.problems.length > 0) return { problems: [...subject.doc.problems], estimate: null };
  const readsData = spec.kind === "train" || spec.kind === "preprocess" || spec.kind === "evaluate";
  const mapped = readsData ? await mappedIn(subject) : [];
  const problems = [
    ...byKind[spec.kind].flatMap((rule) => rule(subject)),
    ...(spec.kind === "train" ? await resumeRule(subject) : []),
    ...mapped.flatMap((each) => mappedProblems(subject, each)),
    ...(await addressProblems(subject, mapped)),
  ];
  if (spec.kind !== "train") return { problems, estimate: null };
  const devices = spec.device.type === "gpu" ? spec.device.ids.length : 1;
  return { problems, estimate: estimate(subject.doc, rowsOf(mapped), devices) };
}
