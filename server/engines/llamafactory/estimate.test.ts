// Shows that steps and epochs are counted as the trainer counts them; the numbers were seen in real runs.
import { describe, expect, it } from "vitest";
import { readConfig } from "../../../contract/config-document.ts";
import { estimate } from "./estimate.ts";

const rows = new Map<string, number | null>([
  ["demo", 800],
  ["vl", 24],
  ["hub", null],
]);
const of = (yaml: string, devices = 1) => estimate(readConfig(yaml), rows, devices);

describe("estimate", () => {
  it.each([
    ["dataset: demo\nper_device_train_batch_size: 8\nnum_train_epochs: 2", 100, 200],
    ["dataset: demo\nper_device_train_batch_size: 8\nnum_train_epochs: 1\nval_size: 0.1", 90, 90],
    ["dataset: vl\nper_device_train_batch_size: 2\nnum_train_epochs: 1", 12, 12],
    [
      "dataset: vl\nper_device_train_batch_size: 5\ngradient_accumulation_steps: 2\nnum_train_epochs: 1",
      3,
      3,
    ],
    ["dataset: demo, vl\nmax_samples: 20\nper_device_train_batch_size: 8\nnum_train_epochs: 1", 5, 5],
    ["dataset: demo\nval_size: 100\nper_device_train_batch_size: 7\nnum_train_epochs: 0.5", 100, 50],
  ])("%s", (yaml, stepsPerEpoch, totalSteps) => {
    expect(of(yaml)).toMatchObject({ stepsPerEpoch, totalSteps });
  });

  it("uses the engine's defaults and multiplies by devices", () => {
    expect(of("dataset: demo\ngradient_accumulation_steps: 4", 2)).toEqual({
      deviceCount: 2,
      perDeviceBatchSize: 8,
      gradientAccumulation: 4,
      effectiveBatchSize: 64,
      examples: 800,
      stepsPerEpoch: 13,
      epochs: 3,
      totalSteps: 39,
      checkpoints: 1,
    });
  });

  it("lets max_steps decide, even where the examples are unknown", () => {
    expect(of("dataset: demo\nmax_steps: 50\nper_device_train_batch_size: 8")).toMatchObject({
      totalSteps: 50,
      epochs: 0.5,
    });
    expect(of("dataset: hub\nmax_steps: 50")).toMatchObject({
      totalSteps: 50,
      stepsPerEpoch: null,
      epochs: null,
    });
  });

  it.each(["packing: true", "stage: pt", "streaming: true", "mix_strategy: interleave_under"])(
    "does not guess with %s",
    (line) => {
      expect(of(`dataset: demo\n${line}`)).toMatchObject({ examples: null, totalSteps: null });
    },
  );

  it.each([
    ["save_steps: 10", 5],
    ["save_steps: 15", 4],
    ["save_steps: 0.5", 2],
    ["save_steps: 10\nsave_total_limit: 2", 2],
    ['save_strategy: "no"', 0],
    ["save_strategy: epoch", 1],
  ])("counts checkpoints with %s", (lines, checkpoints) => {
    expect(of(`dataset: demo\nmax_steps: 50\n${lines}`).checkpoints).toBe(checkpoints);
  });
});
