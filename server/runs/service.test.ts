// Shows the life of runs on real processes, files and database: start, stop, pause, resume, fail, merge, queue.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BenchStudio } from "./testing/bench-studio.ts";

const bench = new BenchStudio();
beforeAll(() => bench.open());
afterAll(() => bench.remove());

describe("a run", () => {
  it("is started, told about as it goes, and succeeds", async () => {
    const created = await bench.create({ steps: 6, model: "m" });
    expect(created).toMatchObject({ state: { status: "queued" }, queuePosition: 1, attempt: 1, model: "m" });
    const done = await bench.reaches(created.id, "succeeded");
    expect(done).toMatchObject({
      progress: { done: 6, total: 6 },
      lastLoss: 0.5,
      sparkline: [3, 1.5, 1, 0.75, 0.6, 0.5],
      lane: { type: "cpu" },
      etaMs: null,
    });
    expect(done.endedAt).toBeGreaterThanOrEqual(done.startedAt ?? Number.POSITIVE_INFINITY);
    expect(bench.stored(created.id)).toEqual(bench.truth(created.id));
    const states = bench.changes.flatMap((change) =>
      change.type === "summary" ? [change.run.state.status] : [],
    );
    expect([...new Set(states)]).toEqual(["queued", "starting", "running", "succeeded"]);
    const detail = await bench.runs.detail(created.id);
    expect(detail.files[0]).toMatchObject({
      name: "train.yaml",
      text: expect.stringContaining("output_dir"),
    });
    expect(detail.checkpoints).toMatchObject([{ name: "checkpoint-5", step: 5, complete: true }]);
    const [past] = await bench.runs.checkpoints("small");
    expect(past).toMatchObject({ runId: created.id, run: "Bench run", name: "checkpoint-5", step: 5 });
    expect(await bench.runs.checkpoints("other")).toEqual([]);
    expect(detail.artifacts[0]).toMatchObject({ kind: "adapter", name: "adapter_model.safetensors" });
    expect(detail).toMatchObject({ begin: { maxSteps: 6 }, environment: { device: "cpu" } });
    expect(detail.attempts).toMatchObject([{ attempt: 1, exitCode: 0, signal: null }]);
  });

  it("with the same key is made once, also when asked twice at a time", async () => {
    const [one, two] = await Promise.all([
      bench.create({ steps: 1 }, {}, "key-twice"),
      bench.create({ steps: 1 }, {}, "key-twice"),
    ]);
    const three = await bench.create({ steps: 1 }, {}, "key-twice");
    expect([two.id, three.id]).toEqual([one.id, one.id]);
    await bench.reaches(one.id, "succeeded");
  });

  it("that its engine refuses is not made", async () => {
    const before = readdirSync(join(bench.home, "runs")).length;
    await expect(bench.create({ foo: 1 })).rejects.toMatchObject({
      body: { code: "run.config-invalid", problems: [{ message: "No steps." }] },
    });
    await expect(bench.create({ steps: 1 }, { device: { type: "gpu", ids: [3] } })).rejects.toMatchObject({
      body: { code: "run.config-invalid", problems: [{ code: "device.missing" }] },
    });
    await expect(bench.create({ steps: 1 }, { name: "a/b" })).rejects.toMatchObject({
      body: { code: "run.name-invalid" },
    });
    expect(readdirSync(join(bench.home, "runs"))).toHaveLength(before);
  });

  it("shows what it would do without doing it", async () => {
    const preview = await bench.runs.preview({
      kind: "train",
      engine: "small",
      name: "x",
      config: "steps: 1\n",
      device: { type: "auto" },
    });
    expect(preview).toMatchObject({
      problems: [],
      files: [{ name: "train.yaml" }],
      command: ["small", expect.anything()],
    });
  });
});

describe("stopping", () => {
  it("keeps what was trained", async () => {
    const { id } = await bench.create({ steps: 50, hold: 7 });
    await bench.until(id, ({ progress }) => progress?.done === 7);
    const asked = await bench.runs.act(id, { action: "stop" });
    expect(asked.state).toMatchObject({ status: "stopping", force: false });
    const { state } = await bench.reaches(id, "stopped");
    expect(state).toMatchObject({ step: 7 });
    expect(existsSync(bench.folder(id, "output", "adapter_model.safetensors"))).toBe(true);
  });

  it("ends a run that is still loading, and one that does not listen by force", async () => {
    const loading = await bench.create({ steps: 5, hold: "preparing" });
    await bench.reaches(loading.id, "running");
    await bench.runs.act(loading.id, { action: "stop" });
    expect((await bench.reaches(loading.id, "stopped")).state).toMatchObject({ step: null });
    const deaf = await bench.create({ steps: 5, hold: "preparing", ignores_sigterm: "yes" });
    await bench.until(deaf.id, ({ state }) => state.status === "running" && state.message === "Loading");
    await bench.runs.act(deaf.id, { action: "stop" });
    await bench.runs.act(deaf.id, { action: "force-stop" });
    await bench.reaches(deaf.id, "stopped");
    expect((await bench.runs.detail(deaf.id)).attempts).toMatchObject([{ signal: "SIGKILL" }]);
  });
});

describe("pausing", () => {
  it("writes a checkpoint, and resume goes on from it with steps and losses continuing", async () => {
    const { id } = await bench.create({ steps: 9, hold: 3 });
    await bench.until(id, ({ progress }) => progress?.done === 3);
    await bench.runs.act(id, { action: "save" });
    await bench.runs.act(id, { action: "pause" });
    const paused = await bench.reaches(id, "paused");
    expect(paused.state).toMatchObject({ step: 3, checkpoint: "checkpoint-3" });
    await bench.runs.act(id, { action: "resume" });
    bench.go(id);
    const done = await bench.reaches(id, "succeeded");
    expect(done).toMatchObject({ attempt: 2, progress: { done: 9, total: 9 } });
    expect(done.sparkline).toHaveLength(9);
    expect(bench.stored(id)).toEqual(bench.truth(id));
    expect(readFileSync(bench.folder(id, "train-2.yaml"), "utf8")).toContain("checkpoint-3");
    const { attempts, files } = await bench.runs.detail(id);
    expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(files[0]?.name).toBe("train-2.yaml");
  });

  it("of a run that has trained nothing starts it from the beginning again", async () => {
    const { id } = await bench.create({ steps: 2, hold: "preparing" });
    await bench.reaches(id, "running");
    const inTwoWindows = (action: "pause" | "resume") =>
      Promise.all([1, 2].map(() => bench.runs.act(id, { action })));
    await inTwoWindows("pause");
    await bench.reaches(id, "paused");
    await inTwoWindows("resume");
    bench.go(id);
    expect(await bench.reaches(id, "succeeded")).toMatchObject({ attempt: 2, progress: { done: 2 } });
  });

  it("cannot be resumed from nothing, nor from a half-written checkpoint", async () => {
    const { id } = await bench.create({ steps: 9, fail_at: 3, save_steps: 2 });
    await bench.reaches(id, "failed");
    writeFileSync(bench.folder(id, "output", "checkpoint-2", "adapter_model.safetensors"), "torn");
    for (const action of [{ action: "resume" }, { action: "resume", checkpoint: "checkpoint-2" }] as const)
      await expect(bench.runs.act(id, action)).rejects.toMatchObject({ body: { code: "run.no-checkpoint" } });
    expect((await bench.runs.detail(id)).checkpoints).toMatchObject([{ complete: false }]);
  });
});

describe("failing", () => {
  it("gives the engine's own error", async () => {
    const { id } = await bench.create({ steps: 9, fail_at: 4 });
    const { state } = await bench.reaches(id, "failed");
    expect(state).toMatchObject({
      reason: {
        code: "engine-error",
        message: "ValueError: Step 4 went wrong.",
        details: expect.stringContaining("Traceback"),
        exitCode: 1,
      },
    });
    const retry = await bench.runs.act(id, { action: "retry" });
    expect(retry).toMatchObject({ parent: id, name: "Bench run" });
    await bench.reaches(retry.id, "failed");
  });

  it("names the signal, and does not believe exit code 0", async () => {
    const killed = await bench.create({ steps: 9, die_at: 2 });
    expect((await bench.reaches(killed.id, "failed")).state).toMatchObject({
      reason: { code: "killed", signal: "SIGKILL" },
    });
    const left = await bench.create({ steps: 9, leave_at: 2 });
    expect((await bench.reaches(left.id, "failed")).state).toMatchObject({
      reason: { code: "ended-early", message: expect.stringContaining("2 of 9 steps") },
    });
  });

  it("without a bridge reads the log", async () => {
    const { id } = await bench.create({ steps: 4, bridge: "no" });
    expect(await bench.reaches(id, "succeeded")).toMatchObject({ lastLoss: 0.75, progress: { done: 4 } });
    expect(bench.stored(id)).toEqual(bench.truth(id));
  });
});

describe("merging", () => {
  it("makes a run of its own that writes a new folder, and refuses one that is taken", async () => {
    const { id } = await bench.create({ steps: 2 }, { name: "My run" });
    await bench.reaches(id, "succeeded");
    const merge = await bench.runs.merge(id, { key: "merge-1-key" });
    expect(merge).toMatchObject({ kind: "merge", parent: id });
    await bench.reaches(merge.id, "succeeded");
    const { outputDir, artifacts } = await bench.runs.detail(merge.id);
    expect(outputDir).toBe(join(bench.home, "exports", "My-run-merged"));
    expect(artifacts.map(({ kind }) => kind)).toEqual(["modelfile", "model"]);
    expect(await bench.runs.file(merge.id, "Modelfile")).toMatchObject({ bytes: 7 });
    const again = await bench.runs.merge(id, { key: "merge-2-key" });
    expect((await bench.runs.detail(again.id)).outputDir).toBe(
      join(bench.home, "exports", "My-run-merged-2"),
    );
    await bench.reaches(again.id, "succeeded");
    for (const to of [outputDir ?? "", bench.folder(id, "output", "x"), bench.home, "relative"])
      await expect(bench.runs.merge(id, { to, key: `merge-${to}` })).rejects.toMatchObject({
        body: { code: "output.not-empty" },
      });
  });

  it("leaves nothing half-made behind when it is ended by force", async () => {
    const { id } = await bench.create({ steps: 2, hold: "merging" }, { name: "Held" });
    await bench.reaches(id, "succeeded");
    const merge = await bench.runs.merge(id, { key: "merge-held" });
    const partial = join(bench.home, "exports", "Held-merged.partial-1");
    await bench.until(merge.id, ({ state }) => state.status === "running" && state.phase === "merging");
    expect(existsSync(partial)).toBe(true);
    await bench.runs.act(merge.id, { action: "force-stop" });
    await bench.reaches(merge.id, "stopped");
    expect(existsSync(partial)).toBe(false);
    expect(existsSync(join(bench.home, "exports", "Held-merged"))).toBe(false);
  });

  it("needs something to merge", async () => {
    const { id } = await bench.create({ steps: 2, fail_at: 1 });
    await bench.reaches(id, "failed");
    await expect(bench.runs.merge(id, { key: "merge-none" })).rejects.toMatchObject({
      body: { code: "run.nothing-to-merge" },
    });
  });
});

describe("the queue", () => {
  it("runs one at a time, in the order a user gives it, and setup beside", async () => {
    const first = await bench.create({ steps: 2, hold: 1 });
    await bench.until(first.id, ({ progress }) => progress?.done === 1);
    const a = await bench.create({ steps: 1 }, { name: "a" });
    const b = await bench.create({ steps: 1 }, { name: "b" });
    const setup = await bench.create({ steps: 1 }, { kind: "setup" });
    expect([a.queuePosition, b.queuePosition]).toEqual([1, 2]);
    expect((await bench.runs.act(b.id, { action: "move-up" })).queuePosition).toBe(1);
    expect(bench.runs.summary(a.id).queuePosition).toBe(2);
    await bench.reaches(setup.id, "succeeded");
    expect(bench.runs.summary(first.id).state.status).toBe("running");
    bench.go(first.id);
    const [doneA, doneB] = await Promise.all([
      bench.reaches(a.id, "succeeded"),
      bench.reaches(b.id, "succeeded"),
    ]);
    expect(doneB.endedAt ?? 0).toBeLessThanOrEqual(doneA.startedAt ?? 0);
  });

  it("does not start what lost a file while it waited, and says which", async () => {
    const file = join(bench.home, "rows.json");
    writeFileSync(file, "[]");
    const first = await bench.create({ steps: 2, hold: 1 });
    const second = await bench.create({ steps: 2, needs: file });
    rmSync(file);
    bench.go(first.id);
    expect((await bench.reaches(second.id, "failed")).state).toMatchObject({
      reason: { code: "not-started", message: `There is no ${file}.` },
    });
    expect(existsSync(bench.folder(second.id, "attempt-1"))).toBe(false);
  });

  it("lets a waiting run go at once", async () => {
    const first = await bench.create({ steps: 2, hold: 1 });
    const second = await bench.create({ steps: 2 });
    await bench.until(first.id, ({ progress }) => progress?.done === 1);
    expect((await bench.runs.act(second.id, { action: "stop" })).state.status).toBe("stopped");
    await bench.runs.act(first.id, { action: "force-stop" });
    await bench.reaches(first.id, "stopped");
  });
});

describe("keeping house", () => {
  it("renames, archives, restores and removes into the trash", async () => {
    const { id } = await bench.create({ steps: 1 });
    await bench.reaches(id, "succeeded");
    expect((await bench.runs.act(id, { action: "rename", name: "Other" })).name).toBe("Other");
    await expect(bench.runs.remove(id)).rejects.toMatchObject({ body: { code: "run.action-not-allowed" } });
    await Promise.all([1, 2].map(() => bench.runs.act(id, { action: "archive" })));
    expect(bench.runs.list({ archived: false }).some((run) => run.id === id)).toBe(false);
    expect(bench.runs.list({ archived: true }).some((run) => run.id === id)).toBe(true);
    await bench.runs.remove(id);
    expect(() => bench.runs.summary(id)).toThrow(
      expect.objectContaining({ body: expect.objectContaining({ code: "run.not-found" }) }),
    );
    expect(bench.changes.some((change) => change.type === "removed" && change.runId === id)).toBe(true);
    expect(readdirSync(join(bench.home, "trash"))[0]).toContain(id);
    await expect(bench.runs.act(id, { action: "archive" })).rejects.toMatchObject({
      body: { code: "run.not-found" },
    });
  });

  it("serves files of the output only", async () => {
    const { id } = await bench.create({ steps: 1 });
    await bench.reaches(id, "succeeded");
    mkdirSync(bench.folder(id, "output", "sub"));
    for (const name of ["../spec.json", "/etc/passwd", "sub/../../spec.json"])
      await expect(bench.runs.file(id, name)).rejects.toMatchObject({ body: { code: "path.not-allowed" } });
    for (const name of ["sub", "nope"])
      await expect(bench.runs.file(id, name)).rejects.toMatchObject({ body: { code: "file.not-found" } });
  });

  it("reported nothing behind the scenes", () => {
    expect(bench.reports).toEqual([]);
  });
});
