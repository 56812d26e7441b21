// Shows what a stream of events comes to, also over a resume, odd numbers and clocks that jump.
import { describe, expect, it } from "vitest";
import type { RunEvent } from "../../contract/run-event.ts";
import { addEvent, noFigures, type RunFigures, timeLeft } from "./figures.ts";

const feed = (events: [number, RunEvent][], from: RunFigures = noFigures) =>
  events.reduce((now, [attempt, event], offset) => addEvent(now, { attempt, offset, event }), from);
const loss = (step: number, value: number | "NaN"): RunEvent => ({
  v: 1,
  t: step * 100,
  type: "metrics",
  kind: "train",
  step,
  epoch: step / 100,
  values: { loss: value },
});
const progress = (done: number, t: number, total = 100): RunEvent => ({
  v: 1,
  t,
  type: "progress",
  done,
  total,
  unit: "steps",
  message: null,
});
const begin = (step: number): RunEvent => ({
  v: 1,
  t: 0,
  type: "begin",
  step,
  maxSteps: 100,
  epochs: 1,
  resumedFrom: step || null,
  trainableParams: 1,
  totalParams: 2,
  effectiveBatchSize: 4,
  examples: 400,
});

describe("addEvent", () => {
  it("keeps at most 48 thinned losses, oldest first, gaps as null", () => {
    const all = Array.from({ length: 1000 }, (_, index): [number, RunEvent] => [
      1,
      loss(index + 1, index === 0 ? "NaN" : index + 1),
    ]);
    const { spark, lastLoss, epoch } = feed(all);
    expect(spark.points.length).toBeLessThanOrEqual(48);
    expect(spark.points.length).toBeGreaterThan(24);
    expect(spark.points[0]).toEqual([1, null]);
    const gaps = spark.points.slice(1).map(([at], index) => at - (spark.points[index]?.[0] ?? 0));
    expect(new Set(gaps).size).toBe(1);
    expect([lastLoss, epoch]).toEqual([1000, 10]);
  });

  it("tells the evaluation loss of what became the result, also where that is not the last step's", () => {
    const evaluated = (kind: "eval" | "summary", value: number): RunEvent => ({
      v: 1,
      t: 1,
      type: "metrics",
      kind,
      step: 20,
      epoch: 1,
      values: { eval_loss: value },
    });
    expect(feed([[1, evaluated("eval", 3)]]).lastEvalLoss).toBe(3);
    const best = feed([
      [1, evaluated("eval", 3)],
      [1, evaluated("summary", 2)],
    ]);
    expect(best.lastEvalLoss).toBe(2);
  });

  it("goes back with a resume and forgets the last attempt's end", () => {
    const first = feed([
      [1, begin(0)],
      [1, loss(10, 3)],
      [1, loss(20, 2)],
      [1, { v: 1, t: 1, type: "end", step: 20, reason: "paused", values: {} }],
    ]);
    expect(first.end?.reason).toBe("paused");
    expect(first.progress?.done).toBe(20);
    const second = feed(
      [
        [2, begin(10)],
        [2, loss(20, 1)],
      ],
      first,
    );
    expect(second.spark.points).toEqual([
      [10, 3],
      [20, 1],
    ]);
    expect(second).toMatchObject({ end: null, attempt: 2, progress: { done: 10, total: 100 } });
  });

  it("tells the time left from recent steps only, and never a negative one", () => {
    const steady = Array.from({ length: 40 }, (_, at): [number, RunEvent] => [1, progress(at, at * 1000)]);
    expect(timeLeft(feed(steady))).toBe(61_000);
    expect(timeLeft(feed([...steady, [1, progress(40, 3)]]))).toBeNull();
    expect(timeLeft(feed([[1, progress(1, 5)]]))).toBeNull();
    expect(timeLeft(feed([...steady, [1, progress(120, 50_000)]]))).toBe(0);
  });

  it("believes the first process that failed", () => {
    const failed = (message: string): RunEvent => ({
      v: 1,
      t: 1,
      type: "failed",
      errorType: "E",
      message,
      traceback: "",
    });
    expect(
      feed([
        [1, failed("a")],
        [1, failed("b")],
      ]).failed?.message,
    ).toBe("a");
  });
});
