// Shows that what real engines wrote comes out right: recordings played as runs, judged, paused, resumed and merged.
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPython } from "../executors/local/system-python.ts";
import { createReplayExecutor } from "../executors/replay/executor.ts";
import { BenchStudio } from "./testing/bench-studio.ts";

const inRepository = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const python = await findPython();
const bench = new BenchStudio({
  executor: createReplayExecutor({
    pythonDir: inRepository("python"),
    recordingsDir: inRepository("e2e/recordings"),
    python: async () => python,
    speed: 40,
  }),
});
beforeAll(() => bench.open());
afterAll(() => bench.remove());

describe("a recorded training", () => {
  it("succeeds, also when it is paused and resumed on the way, and merges", async () => {
    const { id } = await bench.create({ steps: 1 }, { name: "Recorded" });
    await bench.until(id, ({ progress }) => (progress?.done ?? 0) > 20);
    await bench.runs.act(id, { action: "pause" });
    const paused = await bench.reaches(id, "paused", "succeeded");
    expect(paused.state).toMatchObject({ checkpoint: expect.stringMatching(/^checkpoint-\d+$/) });
    await bench.runs.act(id, { action: "resume" });
    const done = await bench.reaches(id, "succeeded", "failed");
    expect(done.progress?.done).toBe(done.progress?.total);
    expect(done).toMatchObject({ state: { status: "succeeded" }, attempt: 2 });
    expect(done.lastLoss).toBeLessThan(done.sparkline[0] ?? 0);
    const steps = bench.stored(id).map((line) => Number(line.split(" ")[1]));
    expect(steps.filter((step, index) => index > 0 && step < (steps[index - 1] ?? 0))).toEqual([]);
    const { checkpoints, artifacts, environment, begin } = await bench.runs.detail(id);
    expect(checkpoints.filter(({ complete }) => !complete)).toEqual([]);
    expect(artifacts[0]).toMatchObject({ kind: "adapter", name: "adapter_model.safetensors" });
    expect(environment).toMatchObject({ engine: "llamafactory" });
    expect(begin?.resumedFrom).toBeGreaterThan(20);
    const merge = await bench.runs.merge(id, { key: "recorded-merge" });
    await bench.reaches(merge.id, "succeeded");
    const kinds = (await bench.runs.detail(merge.id)).artifacts.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(["modelfile", "chat-template", "tokenizer", "model"]));
  });

  it("that failed says why in the engine's words", async () => {
    const { id } = await bench.create({ steps: 1 }, { name: "This will fail" });
    const { state } = await bench.reaches(id, "failed", "succeeded");
    expect(state).toMatchObject({
      reason: {
        code: "engine-error",
        message: expect.stringMatching(/^\w+(Error|Exception): \S/),
        details: expect.stringMatching(/^Traceback/),
        exitCode: 1,
      },
    });
  });
});

describe("a recorded installation", () => {
  it("tells its progress and succeeds", async () => {
    const { id } = await bench.create({ steps: 1 }, { kind: "setup" });
    await bench.until(id, ({ progress }) => progress !== null);
    const done = await bench.reaches(id, "succeeded", "failed");
    expect(done.state.status).toBe("succeeded");
    expect(bench.changes).toContainEqual({ type: "library", what: "engines" });
  });
});
