// Owns playing recordings instead of engines: the same supervisor, files and signals, no engine needed.
// Refuses to know recordings by more than their folder's name.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readConfig } from "../../../contract/config-document.ts";
import type { LaunchPlan } from "../../engine-interface/plan.ts";
import { readJson } from "../../files/read-json.ts";
import { StudioError } from "../../studio-error.ts";
import type { Executor } from "../executor.ts";
import { createLocalExecutor, type LocalOptions } from "../local/executor.ts";
import { findPython } from "../local/system-python.ts";

export type ReplayOptions = LocalOptions & { recordingsDir: string; speed: number };

const Asked = z.object({ spec: z.object({ name: z.string(), engine: z.string() }) });

export function createReplayExecutor(options: ReplayOptions): Executor {
  const local = createLocalExecutor(options);
  const findInterpreter = options.python ?? findPython;

  return {
    ...local,
    id: "replay",
    async start(plan, place) {
      const asked = readJson(join(place.runDir, "spec.json"), Asked)?.spec;
      const name = recordingFor(plan, asked?.name ?? "");
      // What an engine has no recording of its own for looks alike with any.
      const own = join(options.recordingsDir, asked?.engine ?? "", name);
      const recording = existsSync(own) ? own : join(options.recordingsDir, name);
      if (!existsSync(recording))
        throw new StudioError({
          code: "file.not-found",
          message: `There is no recording at ${recording}.`,
          hint: "Give a folder of recordings with --recordings.",
        });
      const argv = [
        await findInterpreter(),
        join(options.pythonDir, "replay.py"),
        recording,
        "--speed",
        String(options.speed),
      ];
      await local.start({ ...plan, argv, env: { ...plan.env, ...whereabouts(plan) } }, place);
    },
  };
}

/** Which recording stands for this plan. */
export function recordingFor(plan: LaunchPlan, name: string): string {
  if (plan.kind === "setup") return "setup";
  if (plan.kind === "merge" || plan.kind === "export") return "merge-text";
  if (plan.kind !== "train") return `${plan.kind}-text`;
  if (name.includes("fail")) return "train-fail";
  const config = plan.files[0]?.text ?? "";
  if (config.includes("demo-vision")) return "train-vision";
  return config.includes("demo_preference") ? "train-dpo" : "train-text";
}

function whereabouts(plan: LaunchPlan): Record<string, string> {
  const resume = readConfig(plan.files[0]?.text ?? "").get("resume_from_checkpoint");
  const step = typeof resume === "string" ? /checkpoint-(\d+)\/?$/.exec(resume)?.[1] : undefined;
  const folder = plan.kind === "train" ? "ANNEAL_OUTPUT_DIR" : "ANNEAL_EXPORT_DIR";
  return {
    ...(plan.outputDir !== null && plan.kind !== "setup" && { [folder]: plan.outputDir }),
    ...(step !== undefined && { ANNEAL_RESUME_STEP: step }),
  };
}
