// Shows who starts when: order, lanes, fairness to runs that need many GPUs, and places in line.
import { describe, expect, it } from "vitest";
import type { DeviceRequest } from "../../contract/run.ts";
import { laneFor, neighbour, pick, positions, type Waiting } from "./queue.ts";

const auto: DeviceRequest = { type: "auto" };
const cpu: DeviceRequest = { type: "cpu" };
const gpu = (...ids: number[]): DeviceRequest => ({ type: "gpu", ids });
const waiting = (
  id: string,
  device: DeviceRequest,
  order: number,
  kind: Waiting["kind"] = "train",
): Waiting => ({
  id,
  kind,
  device,
  order,
});
const ids = (started: { id: string }[]) => started.map((run) => run.id).join("");

describe("pick", () => {
  it("takes one at a time on a machine without GPUs, in the order of the queue", () => {
    const queue = [waiting("b", cpu, 2), waiting("a", auto, 1)];
    expect(pick(queue, [], [])).toEqual([{ id: "a", lane: { type: "cpu" } }]);
    expect(pick(queue, [{ type: "cpu" }], [])).toEqual([]);
  });

  it("never lets setup and training wait for each other", () => {
    const queue = [waiting("a", cpu, 1), waiting("s", auto, 2, "setup")];
    expect(ids(pick(queue, [], []))).toBe("as");
    expect(ids(pick(queue, [{ type: "cpu" }], []))).toBe("s");
    expect(ids(pick(queue, [{ type: "setup" }], []))).toBe("a");
  });

  it("gives auto the first free GPU and keeps overlapping sets apart", () => {
    const queue = [
      waiting("a", auto, 1),
      waiting("b", gpu(1, 2), 2),
      waiting("c", auto, 3),
      waiting("d", cpu, 4),
    ];
    expect(pick(queue, [{ type: "gpu", ids: [0] }], [0, 1, 2, 3])).toEqual([
      { id: "a", lane: { type: "gpu", ids: [1] } },
      { id: "c", lane: { type: "gpu", ids: [3] } },
      { id: "d", lane: { type: "cpu" } },
    ]);
  });

  it("does not let single-GPU runs starve one that waits for two", () => {
    const queue = [waiting("big", gpu(0, 1), 1), waiting("small", gpu(1), 2)];
    expect(pick(queue, [{ type: "gpu", ids: [0] }], [0, 1])).toEqual([]);
  });
});

describe("positions", () => {
  const queue = [
    waiting("a", gpu(0), 1),
    waiting("b", gpu(1), 2),
    waiting("c", gpu(0), 3),
    waiting("s", cpu, 4, "setup"),
  ];

  it("counts only who may need the same devices", () => {
    expect(Object.fromEntries(positions(queue))).toEqual({ a: 1, b: 1, c: 2, s: 1 });
  });

  it("changes places within a lane", () => {
    expect(neighbour(queue, "c", "up")?.id).toBe("a");
    expect(neighbour(queue, "a", "down")?.id).toBe("c");
    expect(neighbour(queue, "a", "up")).toBeNull();
    expect(neighbour(queue, "b", "down")).toBeNull();
  });
});

describe("laneFor", () => {
  it("shows an automatic run on the first GPU where there is one, and on the CPU where there is none", () => {
    const run = { kind: "train", device: { type: "auto" } } as const;
    expect(laneFor(run, [], [0, 1])).toEqual({ type: "gpu", ids: [0] });
    expect(laneFor(run, [{ type: "gpu", ids: [0] }], [0, 1])).toEqual({ type: "gpu", ids: [1] });
    expect(laneFor(run, [], [])).toEqual({ type: "cpu" });
  });
});
