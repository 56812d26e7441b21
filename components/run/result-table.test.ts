// Proves how the numbers of an evaluation stand side by side, the ones people look for first.
import { expect, it } from "vitest";
import { PointTable } from "@/client/live/point-table.ts";
import { byPart, counted } from "./result-table.ts";

function numbers(values: Record<string, number>): PointTable {
  const table = new PointTable();
  table.add({ step: 0, epoch: 0, time: 0, elapsed: 0, values });
  return table;
}

it("puts a metric's two parts in one row, the loss first, and leaves out how long it took", () => {
  const measured = numbers({
    "eval_rewards/margins": 0.5,
    eval_runtime: 3,
    eval_ppl: 2.7,
    train_loss: 0.9,
    eval_loss: 1,
    "memory/max_active (GiB)": 0,
  });
  expect(byPart(measured)).toEqual([
    { name: "loss", eval: 1, train: 0.9 },
    { name: "ppl", eval: 2.7, train: null },
    { name: "rewards/margins", eval: 0.5, train: null },
  ]);
});

it("counts what was prepared or written, in one order", () => {
  expect(counted(numbers({ files: 3, weight_bytes: 10, other: 1 }))).toEqual([
    { name: "weight_bytes", unit: "bytes", value: 10 },
    { name: "files", unit: "count", value: 3 },
  ]);
  expect(counted(numbers({}))).toEqual([]);
});
