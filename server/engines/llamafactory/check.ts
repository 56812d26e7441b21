// Owns judging a config before it is started: collects what the rules find. Refuses to change anything.
import { readConfig } from "../../../contract/config-document.ts";
import type { RunEstimate } from "../../../contract/preview.ts";
import type { Problem } from "../../../contract/problem.ts";
import type { RunSpec } from "../../../contract/run.ts";
import type { CheckContext } from "../engine.ts";
import { estimate } from "./estimate.ts";

export async function check(
  spec: RunSpec,
  _context: CheckContext,
): Promise<{ problems: Problem[]; estimate: RunEstimate | null }> {
  if (spec.kind === "setup") return { problems: [], estimate: null };
  const doc = readConfig(spec.config);
  if (doc.problems.length > 0) return { problems: [...doc.problems], estimate: null };
  return { problems: [], estimate: spec.kind === "train" ? estimate(doc, new Map(), 1) : null };
}
