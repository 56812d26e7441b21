// Shows that a recording plays as a run: chosen by the plan, paused and resumed by its checkpoint, merged into its folder.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { LaunchPlan } from "../../engine-interface/plan.ts";
import { findPython } from "../local/system-python.ts";
import { createReplayExecutor, recordingFor } from "./executor.ts";

const base = mkdtempSync(join(tmpdir(), "anneal-replay-"));
const runDir = join(base, "run");
const pythonDir = fileURLToPath(new URL("../../../python", import.meta.url));
const python = await findPython();
const executor = createReplayExecutor({
  pythonDir,
  python: async () => python,
  recordingsDir: join(base, "recordings"),
  speed: 1000,
});

beforeAll(() => {
  const folder = join(base, "recordings", "train-text");
  mkdirSync(folder, { recursive: true });
  mkdirSync(runDir);
  const event = (t: number, type: string, rest: object) => `${JSON.stringify({ v: 1, t, type, ...rest })}\n`;
  const lines = [
    event(1, "begin", { step: 0, maxSteps: 4, resumedFrom: null }),
    ...[1, 2, 3, 4].map((step) =>
      event(step * 10, "metrics", { kind: "train", step, values: { loss: 1 / step } }),
    ),
    event(50, "end", { step: 4, reason: "completed", values: {} }),
  ];
  writeFileSync(join(folder, "events.jsonl"), lines.join(""));
  writeFileSync(join(folder, "output.log"), "loading\ntraining\n");
  const files = [
    { path: "adapter_model.safetensors", size: 400 },
    { path: "checkpoint-2/trainer_state.json", size: 2, text: "{}" },
  ];
  writeFileSync(join(folder, "output-files.json"), JSON.stringify(files));
});
afterAll(() => rmSync(base, { recursive: true, maxRetries: 10, retryDelay: 50 }));

const plan = (yaml: string, kind: LaunchPlan["kind"] = "train"): LaunchPlan => ({
  kind,
  files: [{ name: "train.yaml", text: yaml }],
  argv: ["/never/started"],
  env: {},
  command: [],
  outputDir: join(runDir, "output"),
});

async function play(attempt: number, yaml: string): Promise<{ steps: number[]; log: string }> {
  const attemptDir = join(runDir, `attempt-${attempt}`);
  await executor.start(plan(yaml), { runDir, attemptDir, key: `k/${attempt}` });
  await vi.waitFor(
    async () =>
      expect(await executor.probe(attemptDir)).toMatchObject({ state: "exited", exit: { code: 0 } }),
    { timeout: 20_000, interval: 20 },
  );
  const text = (await executor.read(attemptDir, "events.jsonl", 0, 1e6)).bytes.toString();
  const events: { type: string; step: number }[] = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const log = (await executor.read(attemptDir, "output.log", 0, 1e6)).bytes.toString();
  return { steps: events.filter(({ type }) => type === "metrics").map(({ step }) => step), log };
}

describe("replay executor", () => {
  it("plays a recording with its log, from the beginning or from a checkpoint", async () => {
    expect(await play(1, "a: 1\n")).toEqual({ steps: [1, 2, 3, 4], log: "loading\ntraining\n" });
    const resumed = await play(2, `resume_from_checkpoint: ${runDir}/output/checkpoint-2\n`);
    expect(resumed.steps).toEqual([3, 4]);
  });

  it("says which recording is missing", async () => {
    const place = { runDir, attemptDir: join(runDir, "attempt-9"), key: "k" };
    await expect(executor.start(plan("", "setup"), place)).rejects.toMatchObject({
      body: { code: "file.not-found", message: expect.stringContaining("setup") },
    });
  });

  it.each([
    [plan("dataset: demo"), "x", "train-text"],
    [plan("dataset: demo-vision"), "x", "train-vision"],
    [plan("dataset: demo_preference"), "x", "train-dpo"],
    [plan("dataset: demo"), "will fail", "train-fail"],
    [plan("", "merge"), "x", "merge-text"],
    [plan("", "evaluate"), "x", "evaluate-text"],
    [plan("", "setup"), "x", "setup"],
  ])("%#: chooses by what is asked for", (asked, name, recording) => {
    expect(recordingFor(asked, name)).toBe(recording);
  });
});
