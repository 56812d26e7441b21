import { expect, it } from "vitest";
import type { Checkpoint } from "@/contract/run.ts";
import { completeCheckpoints, folderOf, hasResult, loggingSteps, stageOf } from "./run-results.ts";

const checkpoint = (step: number, complete = true): Checkpoint => ({
  name: `checkpoint-${step}`,
  path: `/runs/r/output/checkpoint-${step}`,
  step,
  bytes: 1,
  savedAt: 0,
  complete,
});

it("offers complete checkpoints, the newest first", () => {
  const names = completeCheckpoints({ checkpoints: [checkpoint(9), checkpoint(30, false), checkpoint(20)] });
  expect(names.map(({ step }) => step)).toEqual([20, 9]);
});

it("tells the run's own result from the files of its checkpoints", () => {
  const file = (name: string) => ({ kind: "adapter" as const, name, path: `/out/${name}`, bytes: 1 });
  expect(hasResult({ artifacts: [file("checkpoint-9/adapter_model.safetensors")] })).toBe(false);
  expect(hasResult({ artifacts: [file("adapter_model.safetensors")] })).toBe(true);
  expect(folderOf(file("a/b.txt"))).toBe("/out");
});

it("reads how often a point comes from the config, where it stands there", () => {
  expect(loggingSteps("model: x\nlogging_steps: 5 # often\nsave_steps: 9")).toBe(5);
  expect(loggingSteps("# logging_steps: 5")).toBeNull();
  expect(loggingSteps("logging_steps: 0.1")).toBeNull();
});

it("reads the stage where the config names one", () => {
  expect(stageOf("a: 1\nstage: dpo # pairs\n", "stage")).toBe("dpo");
  expect(stageOf('stage: "kto"\n', "stage")).toBe("kto");
  expect(stageOf("stage: x\nrl: dpo\n", "rl")).toBe("dpo");
  expect(stageOf("# stage: dpo\n", "stage")).toBeNull();
});
