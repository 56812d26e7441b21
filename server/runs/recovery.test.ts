// Shows that runs survive whatever happens to the studio: kills, restarts, reboots, lost or broken files.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { ulid } from "ulid";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RunSummary } from "../../contract/run.ts";
import { createStudio } from "../studio.ts";
import { BenchStudio } from "./testing/bench-studio.ts";

const program = fileURLToPath(new URL("testing/studio-process.ts", import.meta.url));
let bench: BenchStudio;
beforeEach(() => {
  bench = new BenchStudio();
});
afterEach(() => bench.remove());

/** A studio of its own process on the bench's home; `make` has it make a run and resolves once that is made. */
async function otherStudio() {
  const child = spawn(process.execPath, [program, bench.home], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  await once(lines, "line");
  const make = (config: string) => {
    child.stdin.write(`${JSON.stringify(config)}\n`);
    return once(lines, "line");
  };
  return { child, make };
}
async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
const delay = (ms: number) => vi.waitUntil(after(ms), { interval: 1, timeout: 5000 });
const after = (ms: number) => {
  const end = performance.now() + ms;
  return () => performance.now() >= end;
};
const onlyRun = (): RunSummary | undefined => bench.runs.list({ archived: true })[0];
const killAll = (id: string) => {
  const { pid, childPid } = bench.supervisor(id);
  process.kill(pid, "SIGKILL");
  process.kill(childPid, "SIGKILL");
};

describe("a studio killed again and again", () => {
  it("loses no step of a run and doubles none", async () => {
    let { child, make } = await otherStudio();
    await make("steps: 400\nstep_seconds: 0.008\nsave_steps: 50\n");
    for (let round = 0; round < 5; round += 1) {
      await delay(60 + round * 23);
      await kill(child);
      ({ child, make } = await otherStudio());
    }
    await kill(child);
    await bench.open();
    const id = onlyRun()?.id ?? "";
    expect(await bench.reaches(id, "succeeded")).toMatchObject({ attempt: 1, progress: { done: 400 } });
    expect(bench.stored(id)).toEqual(bench.truth(id));
    expect(new Set(bench.truth(id)).size).toBe(400);
  });

  it("while a run is being made starts it once or not at all", async () => {
    for (const ms of [0, 3, 6, 12, 30]) {
      const { child, make } = await otherStudio();
      void make("steps: 2\n");
      await delay(ms);
      await kill(child);
    }
    await bench.open();
    expect(readdirSync(join(bench.home, "runs")).filter((name) => name.startsWith("."))).toEqual([]);
    for (const { id } of bench.runs.list({ archived: true })) {
      await bench.reaches(id, "succeeded");
      expect(bench.truth(id)).toEqual(["attempt-1 1", "attempt-1 2"]);
      expect(bench.stored(id)).toEqual(bench.truth(id));
    }
    expect(bench.runs.list({ archived: true }).length).toBeLessThanOrEqual(1);
  });
});

describe("a studio that comes back", () => {
  it("finds a run that ended meanwhile judged, with all it wrote, before anybody asks", async () => {
    await bench.open();
    const { id } = await bench.create({ steps: 30, hold: 3 });
    await bench.until(id, ({ progress }) => progress?.done === 3);
    await bench.close();
    bench.go(id);
    await vi.waitFor(() => expect(existsSync(bench.folder(id, "attempt-1", "exit.json"))).toBe(true), 30_000);
    await bench.open();
    expect(bench.runs.summary(id)).toMatchObject({ state: { status: "succeeded" }, progress: { done: 30 } });
    expect(bench.stored(id)).toEqual(bench.truth(id));
  });

  it("hands on a pause that was stored but never delivered", async () => {
    await bench.open();
    const { id } = await bench.create({ steps: 9, hold: 3 });
    await bench.until(id, ({ progress }) => progress?.done === 3);
    await bench.close();
    const path = bench.folder(id, "state.json");
    const request = { id: "wish", action: "pause" };
    const state = { status: "pausing", since: 1 };
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), request, state }));
    await bench.open();
    expect((await bench.reaches(id, "paused")).state).toMatchObject({ step: 3, checkpoint: "checkpoint-3" });
  });

  it("says what is lost and offers the last whole checkpoint after a reboot", async () => {
    await bench.open();
    const { id } = await bench.create({ steps: 20, hold: 12 });
    await bench.until(id, ({ progress }) => progress?.done === 12);
    await bench.close();
    killAll(id);
    const path = bench.folder(id, "attempt-1", "supervisor.json");
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), bootId: "before" }));
    truncateSync(bench.folder(id, "output", "checkpoint-10", "adapter_model.safetensors"), 9);
    await bench.open();
    expect(bench.runs.summary(id).state).toMatchObject({
      status: "lost",
      message: "The machine was restarted while the run was going. Resume it from checkpoint-5.",
    });
    bench.go(id);
    await bench.runs.act(id, { action: "resume" });
    expect(await bench.reaches(id, "succeeded")).toMatchObject({ attempt: 2, progress: { done: 20 } });
    expect(bench.stored(id)).toEqual(bench.truth(id));
    expect(bench.stored(id).filter((line) => line.endsWith(" 12"))).toEqual(["attempt-1 12", "attempt-2 12"]);
  });

  it("is kept out while another one works on the home", async () => {
    await bench.open();
    const again = () =>
      createStudio({
        home: bench.home,
        executor: Object.create(null),
        engines: Object.create(null),
        gpus: async () => [],
        datasets: async () => null,
      });
    expect(again).toThrow(
      expect.objectContaining({ body: expect.objectContaining({ code: "home.in-use" }) }),
    );
  });
});

describe("an index that is gone", () => {
  it.each([
    ["deleted", (path: string) => rmSync(path)],
    ["spoilt", (path: string) => writeFileSync(path, "nonsense ".repeat(1000))],
    ["damaged within", (path: string) => damage(path)],
  ])("%s is built anew from the folders", async (_, spoil) => {
    await bench.open();
    const paused = await bench.create({ steps: 9, hold: 3 }, { name: "paused" });
    await bench.until(paused.id, ({ progress }) => progress?.done === 3);
    await bench.runs.act(paused.id, { action: "pause" });
    await bench.reaches(paused.id, "paused");
    const live = await bench.create({ steps: 9, hold: 4 }, { name: "live" });
    const waiting = await bench.create({ steps: 1 }, { name: "waiting" });
    await bench.runs.act(paused.id, { action: "rename", name: "renamed" });
    await bench.until(live.id, ({ progress }) => progress?.done === 4);
    const before = bench.runs.list({ archived: true });
    const steps = before.map(({ id }) => bench.stored(id));
    await bench.close();
    for (const tail of ["-wal", "-shm"]) rmSync(join(bench.home, `anneal.db${tail}`), { force: true });
    spoil(join(bench.home, "anneal.db"));
    await bench.open();
    const bare = (runs: RunSummary[]) => runs.map(({ durationMs: _time, etaMs: _eta, ...rest }) => rest);
    await vi.waitFor(() => expect(bare(bench.runs.list({ archived: true }))).toEqual(bare(before)), 30_000);
    expect(before.map(({ id }) => bench.stored(id))).toEqual(steps);
    bench.go(live.id);
    await bench.reaches(waiting.id, "succeeded");
  });

  function damage(path: string): void {
    const bytes = readFileSync(path);
    for (let page = 1; page * 4096 < bytes.length; page += 1) bytes.fill(0xa5, page * 4096, page * 4096 + 64);
    writeFileSync(path, bytes);
  }
});

describe("files that are not as they should be", () => {
  it("a torn line waits for its end, and what is no event is passed over", async () => {
    await bench.open();
    const { id } = await bench.create({ steps: 5, hold: 2 });
    await bench.until(id, ({ progress }) => progress?.done === 2);
    const events = bench.folder(id, "attempt-1", "events.jsonl");
    const line = '{"v":1,"t":1,"type":"phase","phase":"training","message":"by hand ü"}\n';
    appendFileSync(events, `garbage\n{"v":1,"t":1,"type":"from-the-future"}\n${"x".repeat(2_500_000)}\n`);
    appendFileSync(
      events,
      `{"v":1,"t":1,"type":"metrics","kind":"train","step":"3"}\n\n${line.slice(0, 30)}`,
    );
    appendFileSync(events, line.slice(30));
    await bench.until(id, ({ state }) => state.status === "running" && state.message === "by hand ü");
    bench.go(id);
    await bench.reaches(id, "succeeded");
    expect(bench.stored(id)).toEqual(bench.truth(id));
  });

  it("a folder deleted under a run loses that run only", async () => {
    await bench.open();
    const { id } = await bench.create({ steps: 5, hold: 2 });
    await bench.until(id, ({ progress }) => progress?.done === 2);
    const { childPid } = bench.supervisor(id);
    rmSync(bench.folder(id), { recursive: true });
    const lost = await bench.reaches(id, "lost");
    expect(lost.state).toMatchObject({ message: expect.stringContaining("folder was deleted") });
    process.kill(childPid, "SIGKILL");
    await expect(bench.runs.detail(id)).rejects.toMatchObject({ body: { code: "file.not-found" } });
    const next = await bench.create({ steps: 1 });
    await bench.reaches(next.id, "succeeded");
    await bench.runs.act(id, { action: "archive" });
    await bench.runs.remove(id);
  });

  it("a spoilt state.json is made anew from what the attempt left", async () => {
    await bench.open();
    const done = await bench.create({ steps: 3 });
    await bench.reaches(done.id, "succeeded");
    await bench.close();
    writeFileSync(bench.folder(done.id, "state.json"), "{");
    await bench.open();
    expect(bench.runs.summary(done.id)).toMatchObject({
      state: { status: "succeeded" },
      progress: { done: 3 },
    });
  });

  it("a folder copied by hand under another id is a run of its own", async () => {
    await bench.open();
    const { id } = await bench.create({ steps: 3 });
    await bench.reaches(id, "succeeded");
    await bench.close();
    const copy = ulid();
    cpSync(bench.folder(id), bench.folder(copy), { recursive: true });
    const spec = bench.folder(copy, "spec.json");
    writeFileSync(spec, readFileSync(spec, "utf8").replace(id, copy));
    await bench.open();
    expect(bench.runs.list({ archived: true }).map((run) => run.id)).toEqual([copy, id]);
    await bench.close();
    await bench.open();
    expect(bench.runs.summary(copy).state.status).toBe("succeeded");
  });

  it("killed processes of a live run are noticed without any file changing", async () => {
    await bench.open();
    const { id } = await bench.create({ steps: 5, hold: 2 });
    await bench.until(id, ({ progress }) => progress?.done === 2);
    killAll(id);
    expect((await bench.reaches(id, "lost")).state).toMatchObject({
      message: expect.stringContaining("killed"),
    });
  });
});
