// Shows what is read from a real log of Axolotl where no bridge told anything: numbers as words, units in brackets.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { RunEvent } from "../../../contract/run-event.ts";
import { axolotl } from "./index.ts";

const recorded = readFileSync(new URL("testing/plain-train.log", import.meta.url), "utf8").split("\n");
const events = recorded.flatMap((line) => axolotl.parseLine(line, 7));
const metrics = events.filter((event) => event.type === "metrics");

it("makes only valid events", () => {
  for (const event of events) expect(RunEvent.parse(event)).toEqual(event);
});

it("finds every loss, evaluation, the summary and the checkpoint", () => {
  const of = (kind: string) => metrics.filter((event) => event.kind === kind);
  expect(of("train").map(({ step, values }) => [step, values.loss])).toEqual([
    [2, 4.064],
    [4, 4.114],
    [6, 3.392],
    [8, 3.449],
    [10, 3.541],
  ]);
  expect(of("train")[1]?.values).toMatchObject({
    "memory/max_active (GiB)": 0,
    "tokens/trainable": 400,
    "tokens/train_per_sec_per_gpu": 465.3,
  });
  expect(of("eval").map(({ values }) => values.eval_loss)).toEqual([4.475, 3.602]);
  expect(of("summary")).toMatchObject([{ values: { train_loss: 3.712 } }]);
  expect(events.filter((event) => event.type === "save")).toMatchObject([
    { step: 10, path: "out/checkpoint-10" },
  ]);
});
