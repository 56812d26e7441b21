import { expect, it } from "vitest";
import { type Cursor, type MetricValue, RunEvent } from "@/contract/run-event.ts";
import type { EventBatch } from "@/contract/socket.ts";
import { NOT_FINITE, NOT_LOGGED } from "./point-table.ts";
import { applyBatch, emptyRecord, type RunRecord, rateOf } from "./run-record.ts";

type Bare = RunEvent extends infer Each ? (Each extends RunEvent ? Omit<Each, "v" | "t"> : never) : never;

/** Lines of 10 bytes each, told at 1 s per line. */
function batch(attempt: number, offset: number, events: readonly Bare[], startMs = 0): EventBatch {
  const items = events.map((event, index) => ({
    attempt,
    offset: offset + (index + 1) * 10,
    event: RunEvent.parse({ v: 1, t: startMs + offset * 100 + (index + 1) * 1000, ...event }),
  }));
  const from: Cursor = { attempt, offset };
  return { runId: "r", from, to: { attempt, offset: offset + events.length * 10 }, items, more: false };
}

const point = (
  step: number,
  values: Record<string, MetricValue>,
  kind: "train" | "eval" | "summary" = "train",
): Bare => ({ type: "metrics", kind, step, epoch: step / 10, values });

const begin = (step: number, resumedFrom: number | null = null): Bare => ({
  type: "begin",
  step,
  maxSteps: 100,
  epochs: 3,
  resumedFrom,
  trainableParams: 1,
  totalParams: 10,
  effectiveBatchSize: 16,
  examples: null,
});

function after(record: RunRecord, next: EventBatch): RunRecord {
  const applied = applyBatch(record, next);
  return applied.outcome === "applied" ? applied.record : record;
}

const steps = (record: RunRecord) => [...record.train.place("step")];
const losses = (record: RunRecord) => [...(record.train.metric("loss") ?? [])];

it("keeps train, eval and summary apart, one column per name", () => {
  const record = after(
    emptyRecord(),
    batch(1, 0, [
      begin(0),
      point(1, { loss: 2, learning_rate: 1e-4 }),
      point(2, { loss: 1.5, grad_norm: 3 }),
      point(2, { eval_loss: 1.7 }, "eval"),
      point(3, { train_runtime: 9 }, "summary"),
    ]),
  );
  expect(record.train.names).toEqual(["loss", "learning_rate", "grad_norm"]);
  expect(losses(record)).toEqual([2, 1.5]);
  expect([...(record.train.metric("grad_norm") ?? [])]).toEqual([NOT_LOGGED, 3]);
  expect(record.eval.latest("eval_loss")).toBe(1.7);
  expect(record.summary.latest("train_runtime")).toBe(9);
  expect(record.cursor).toEqual({ attempt: 1, offset: 50 });
});

it("tells a value that is no number from one that was not logged, and remembers the first", () => {
  const record = after(
    emptyRecord(),
    batch(1, 0, [point(1, { loss: "NaN" }), point(2, { loss: "Infinity" }), point(3, { grad_norm: 1 })]),
  );
  expect(losses(record)).toEqual([NOT_FINITE, NOT_FINITE, NOT_LOGGED]);
  expect(record.notFinite).toEqual({ metric: "loss", step: 1 });
  expect(record.train.latest("loss")).toBeNull();
});

it("drops what earlier attempts wrote beyond the step a resume goes on from", () => {
  const first = batch(1, 0, [begin(0), point(1, { loss: 3 }), point(2, { loss: 2 }), point(3, { loss: 9 })]);
  const second = batch(2, 0, [begin(2, 2), point(3, { loss: 1.5 }), point(4, { loss: 1 })], 3_600_000);
  const record = after(after(emptyRecord(), first), { ...second, from: { attempt: 1, offset: 40 } });
  expect(steps(record)).toEqual([1, 2, 3, 4]);
  expect(losses(record)).toEqual([3, 2, 1.5, 1]);
  // Seconds of running: the hour between the attempts does not count.
  expect([...record.train.place("elapsed")]).toEqual([1, 2, 3, 4]);
});

it("starts over when a new attempt begins without a checkpoint, and forgets how the last one failed", () => {
  const failed: Bare = { type: "failed", errorType: "RuntimeError", message: "no", traceback: "" };
  const first = after(emptyRecord(), batch(1, 0, [begin(0), point(1, { loss: 3 }), failed]));
  expect(first.failed?.message).toBe("no");
  const record = after(first, { ...batch(2, 0, [begin(0)]), from: { attempt: 1, offset: 30 } });
  expect(steps(record)).toEqual([]);
  expect(record.failed).toBeNull();
});

it("lets the later of two points of one step win, name by name", () => {
  const record = after(
    emptyRecord(),
    batch(1, 0, [point(5, { eval_loss: 2, eval_runtime: 1 }, "eval"), point(5, { eval_loss: 1.9 }, "eval")]),
  );
  expect(record.eval.length).toBe(1);
  expect([...(record.eval.metric("eval_loss") ?? [])]).toEqual([1.9]);
  expect(record.eval.latest("eval_runtime")).toBe(1);
});

it("refuses a batch beyond its cursor, ignores a known one and cuts one that overlaps", () => {
  const all = [begin(0), point(1, { loss: 3 }), point(2, { loss: 2 }), point(3, { loss: 1 })];
  const record = after(emptyRecord(), batch(1, 0, all.slice(0, 2)));
  expect(applyBatch(record, batch(1, 30, all.slice(3))).outcome).toBe("gap");
  expect(applyBatch(record, batch(1, 0, all.slice(0, 2))).outcome).toBe("known");
  expect(steps(after(record, batch(1, 0, all)))).toEqual([1, 2, 3]);
});

it("tells the rate of the last while, anew when the work changes", () => {
  const done = (amount: number, total = 100): Bare => ({
    type: "progress",
    done: amount,
    total,
    unit: "bytes",
    message: null,
  });
  const first = after(emptyRecord(), batch(1, 0, [done(0)]));
  expect(rateOf(first)).toBeNull();
  const second = after(first, batch(1, 10, [done(10), done(40)]));
  expect(rateOf(second)).toBe(20);
  expect(rateOf(after(second, batch(1, 30, [done(0, 7)])))).toBeNull();
});

it("reduces a million points", () => {
  let record = emptyRecord();
  for (let at = 0; at < 1_000_000; at += 10_000) {
    const events = Array.from({ length: 10_000 }, (_, index) => point(at + index + 1, { loss: 1, lr: 2 }));
    record = after(record, batch(1, at * 10, events));
  }
  expect(record.train.length).toBe(1_000_000);
  expect(record.train.metric("loss")?.length).toBe(1_000_000);
});
