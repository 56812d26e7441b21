// Shows that a run is found by what a person types, and that numbers and tables come out as they should.
import { describe, expect, it } from "vitest";
import type { RunSummary } from "../../contract/run.ts";
import { pickRun } from "./find-run.ts";
import { formatBytes, formatDuration, formatNumber, formatProgress, formatTable } from "./format.ts";
import { progressLine } from "./watch.ts";

const run = (id: string, name: string): RunSummary => ({
  id,
  name,
  kind: "train",
  engine: "llamafactory",
  state: { status: "running", since: 0, phase: "training", message: "" },
  lane: { type: "cpu" },
  queuePosition: null,
  attempt: 1,
  model: null,
  datasets: [],
  method: null,
  progress: { done: 120, total: 300, unit: "steps", message: null },
  epoch: null,
  etaMs: 32_000,
  lastLoss: 1.23456,
  lastEvalLoss: null,
  sparkline: [],
  stalled: false,
  createdAt: 0,
  startedAt: 0,
  endedAt: null,
  durationMs: 0,
  archived: false,
  parent: null,
});
const first = run("01ARZ3NDEKTSV4RRFFQ69G5FAV", "poem");
const second = run("01ARZ3NDEKTSV4RRFFQ69G5FBW", "poem-2");
const third = run("01BRZ3NDEKTSV4RRFFQ69G5FCX", "poem-2");

describe("pickRun", () => {
  it.each([
    [first.id, first],
    [first.id.toLowerCase(), first],
    ["poem", first],
    ["5fbw", second],
    ["01b", third],
  ])("finds %j", (text, wanted) => {
    expect(pickRun([first, second, third], text)).toBe(wanted);
  });

  it.each(["poem-2", "01A", "nothing", "v", ""])("does not guess for %j", (text) => {
    expect(() => pickRun([first, second, third], text)).toThrow();
  });
});

describe("output", () => {
  it("shows progress in one line", () => {
    expect(progressLine(first)).toBe("training · steps 120/300 (40 %) · loss 1.235 · 32 s left");
  });

  it("writes numbers that can be read", () => {
    expect([5e-5, 1.23456, 300, "NaN" as const, null].map(formatNumber)).toEqual([
      "5.0e-5",
      "1.235",
      "300",
      "NaN",
      "",
    ]);
    expect([900, 61_000, 3_720_000].map(formatDuration)).toEqual(["1 s", "1 min 1 s", "1 h 2 min"]);
    expect(formatProgress({ done: 2 ** 31, total: 5.8e9, unit: "bytes", message: null })).toBe(
      "2 GiB/5.4 GiB",
    );
    expect([0, 1536, 6 * 2 ** 30].map(formatBytes)).toEqual(["0 B", "1.5 KiB", "6 GiB"]);
    expect(
      formatTable([
        ["a", "bb"],
        ["ccc", "d"],
      ]),
    ).toEqual(["a    bb", "ccc  d"]);
  });
});
