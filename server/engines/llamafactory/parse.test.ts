// Shows what is read from a real log (transformers 5.5: numbers as strings) and from the older styles.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RunEvent } from "../../../contract/run-event.ts";
import { parseLine } from "./parse.ts";

const recorded = readFileSync(new URL("testing/plain-train.log", import.meta.url), "utf8").split("\n");
const events = recorded.flatMap((line) => parseLine(line, 7));
const metrics = events.filter((event) => event.type === "metrics");

describe("parseLine on a recorded run", () => {
  it("makes only valid events", () => {
    for (const event of events) expect(RunEvent.parse(event)).toEqual(event);
  });

  it("finds every loss, evaluation and the summary", () => {
    expect(metrics.filter(({ kind }) => kind === "train").map(({ values }) => values.loss)).toEqual([
      5.837, 5.531, 5.326, 5.346, 4.968, 4.724, 4.736, 4.618, 4.554, 4.374,
    ]);
    expect(metrics.filter(({ kind }) => kind === "eval").map(({ values }) => values.eval_loss)).toEqual([
      4.774, 4.39,
    ]);
    expect(metrics.filter(({ kind }) => kind === "summary")).toMatchObject([
      { epoch: 0.2222, values: { train_loss: 5.001, train_runtime: 1.292 } },
    ]);
    expect(metrics[0]).toMatchObject({ step: 2, epoch: 0.02222, values: { learning_rate: 0.00475 } });
  });

  it("takes the training's bar for progress, not those of loading or of an evaluation in between", () => {
    const steps = events.filter((event) => event.type === "progress");
    expect(steps[0]).toMatchObject({ done: 2, total: 20, unit: "steps" });
    expect(steps.filter(({ total }) => total === 50)).toEqual([]);
    const atTwenty = steps.findIndex(({ done }) => done === 20);
    expect(steps.slice(0, atTwenty).every(({ total }) => total === 20)).toBe(true);
  });

  it("knows the checkpoints", () => {
    expect(events.filter((event) => event.type === "save")).toMatchObject([
      { step: 10, path: "out/a/checkpoint-10" },
      { step: 20, path: "out/a/checkpoint-20" },
    ]);
  });
});

describe("parseLine on single lines", () => {
  it("reads bare numbers, NaN and infinity", () => {
    expect(parseLine("{'loss': nan, 'grad_norm': inf, 'learning_rate': 5e-05, 'epoch': 1.5}", 1)).toEqual([
      {
        v: 1,
        t: 1,
        type: "metrics",
        kind: "train",
        step: -1,
        epoch: 1.5,
        values: { loss: "NaN", grad_norm: "Infinity", learning_rate: 5e-5 },
      },
    ]);
  });

  it("reads the engine's own trainer log", () => {
    const line =
      '{"current_steps": 5, "total_steps": 50, "loss": 4.1, "lr": 0.001, "epoch": 0.5, "percentage": 10.0, "elapsed_time": "0:00:02", "remaining_time": "0:00:18"}';
    expect(parseLine(line, 1)).toMatchObject([
      { type: "progress", done: 5, total: 50 },
      { type: "metrics", kind: "train", step: 5, epoch: 0.5, values: { loss: 4.1, learning_rate: 0.001 } },
    ]);
  });

  it.each([
    "",
    "{}",
    "Traceback (most recent call last):",
    "{'a': 'b'}",
    '{"current_steps": 5',
    "Running tokenizer on dataset: 100%|##########| 800/800 [00:00<00:00, 9000 examples/s]",
    "[INFO|trainer.py:3809] >> Saving model checkpoint to out/a",
  ])("finds nothing in %j", (line) => {
    expect(parseLine(line, 1)).toEqual([]);
  });
});
