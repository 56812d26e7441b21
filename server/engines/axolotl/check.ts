// Owns judging a config before it is started: collects what the rules find. Refuses to change anything.
import { join } from "node:path";
import type { RunEstimate } from "../../../contract/preview.ts";
import type { Problem } from "../../../contract/problem.ts";
import type { RunKind, RunSpec } from "../../../contract/run.ts";
import type { CheckContext } from "../engine.ts";
import { dataRules } from "./check/data-rules.ts";
import { deviceRules } from "./check/device-rules.ts";
import { keyRules } from "./check/key-rules.ts";
import { mediaRules } from "./check/media-rules.ts";
import { modelRules } from "./check/model-rules.ts";
import { type Rule, type Subject, subjectOf } from "./check/subject.ts";
import { evaluateRules, preprocessRules, quantizeRules } from "./check/work-rules.ts";
import { datasetsIn } from "./dataset-entries.ts";
import { estimate } from "./estimate.ts";
import { dataPath } from "./plan-train.ts";

const rules: readonly Rule[] = [keyRules, ...modelRules, ...dataRules, ...deviceRules, ...mediaRules];
/** A merge reads weights on any device, and says itself what it does not load. */
const byKind: Record<Exclude<RunKind, "setup">, readonly Rule[]> = {
  train: rules,
  preprocess: [keyRules, ...modelRules, ...dataRules, ...preprocessRules],
  evaluate: [...rules, ...evaluateRules],
  merge: [keyRules],
  export: [keyRules],
  quantize: [keyRules, ...quantizeRules],
};

/** Of registered datasets the rows are counted; one that is not registered makes the sum unknown. */
async function rowsOf({ doc, places, context }: Subject): Promise<number | null> {
  const dir = join(context.home, "datasets");
  const known = await context.datasets(dir);
  const counts = datasetsIn(doc, "datasets").map(({ path }) => {
    const file = path === null ? null : dataPath(path, places);
    const entry = Array.isArray(known)
      ? known.find((each) => each.file && join(dir, each.file) === file)
      : undefined;
    return entry?.rows ?? null;
  });
  return counts.reduce<number | null>(
    (sum, count) => (sum === null || count === null ? null : sum + count),
    0,
  );
}

export async function check(
  spec: RunSpec,
  context: CheckContext,
): Promise<{ problems: Problem[]; estimate: RunEstimate | null }> {
  if (spec.kind === "setup") return { problems: [], estimate: null };
  const subject = subjectOf(spec, context);
  if (subject.doc.problems.length > 0) return { problems: [...subject.doc.problems], estimate: null };
  const problems = byKind[spec.kind].flatMap((rule) => rule(subject));
  if (spec.kind !== "train") return { problems, estimate: null };
  const devices = spec.device.type === "gpu" ? spec.device.ids.length : 1;
  return { problems, estimate: estimate(subject.doc, await rowsOf(subject), devices) };
}
