// Owns asking the engine's own validators about a plan, and finding the key that a refusal is about. Refuses to reword it.
import { z } from "zod";
import { type ConfigDocument, readConfig } from "../../../contract/config-document.ts";
import { type GpuModel, hasBf16 } from "../../../contract/gpu-model.ts";
import type { Problem } from "../../../contract/problem.ts";
import type { RunSpec } from "../../../contract/run.ts";
import type { VerdictContext } from "../../engine-interface/check-context.ts";
import type { LaunchPlan } from "../../engine-interface/plan.ts";
import { targetFindings } from "./check/target-findings.ts";
import { knownArguments } from "./known-arguments.ts";

const Answer = z.discriminatedUnion("accepted", [
  z.object({ accepted: z.literal(true) }),
  z.object({
    accepted: z.literal(false),
    problems: z.array(z.object({ path: z.string(), message: z.string() })).min(1),
  }),
]);

function processesOf({ argv }: LaunchPlan): number {
  const at = argv.indexOf("--nproc_per_node");
  return at === -1 ? 1 : Number(argv[at + 1]);
}

/** Rules across keys have no place of their own; their words name the keys. */
export function refusedKey(message: string, doc: ConfigDocument, known: ReadonlySet<string>): string {
  const named = (message.match(/[A-Za-z_]\w*/g) ?? []).filter((word) => known.has(word));
  return named.find((word) => doc.keys.includes(word)) ?? named.find((word) => word.includes("_")) ?? "";
}

/** What a GPU can do, in the engine's own words. */
const abilitiesOf = (gpu: GpuModel) => ({
  bf16: hasBf16(gpu),
  tf32: hasBf16(gpu),
  fp8: gpu.capability[0] >= 9,
  compute_capability: `sm_${gpu.capability.join("")}`,
});

export async function verdict(
  spec: RunSpec,
  plan: LaunchPlan,
  { ask, known, gpu }: VerdictContext,
): Promise<Problem[]> {
  const config = plan.files[0]?.text ?? "";
  const processes = processesOf(plan);
  const as = gpu === null ? null : abilitiesOf(gpu);
  const answer = Answer.parse(await ask("check", { config, env: plan.env, processes, gpu: as }));
  const doc = readConfig(spec.config);
  const first = answer.accepted ? undefined : answer.problems[0];
  if (!first) return targetFindings(doc, config, ask);
  const path = first.path || refusedKey(first.message, doc, new Set(knownArguments(known).keys()));
  return [
    {
      path,
      line: path === "" ? null : doc.lineOf(path),
      severity: "error",
      code: "engine.refused",
      message: first.message,
    },
  ];
}
