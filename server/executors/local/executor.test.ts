// Shows, on real supervisors and processes: one start, true states, signals that reach only what is ours.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { engineEnvironment } from "../../engine-environment.ts";
import type { LaunchPlan } from "../../engine-interface/plan.ts";
import { createLocalExecutor } from "./executor.ts";
import { startTime } from "./process-table.ts";
import { findPython } from "./system-python.ts";
import { watchFolder } from "./watch.ts";

const pythonDir = fileURLToPath(new URL("../../../python", import.meta.url));
const python = await findPython();
const executor = createLocalExecutor({
  pythonDir,
  graceSeconds: 5,
  environment: { ...process.env, SECRET: "x" },
});
const WAITS = "import signal, time\nprint('up', flush=True)\nsignal.pause()";

let runDir = "";
let attemptDir = "";
beforeEach(() => {
  runDir = mkdtempSync(join(tmpdir(), "anneal local ü "));
  attemptDir = join(runDir, "attempt-1");
});
afterEach(async () => {
  await executor.signal(attemptDir, "kill");
  rmSync(runDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

const plan = (code: string): LaunchPlan => ({
  kind: "train",
  files: [{ name: "train.yaml", text: "a: 1\n" }],
  argv: [python, "-c", code],
  env: { FROM_PLAN: "1" },
  command: ["true"],
  outputDir: null,
});
const start = (code: string) => executor.start(plan(code), { runDir, attemptDir, key: "k" });
const state = async () => (await executor.probe(attemptDir)).state;
const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 20 });
const ended = () =>
  vi.waitFor(
    async () => {
      const found = await executor.probe(attemptDir);
      if (found.state !== "exited") throw new Error(found.state);
      return found.exit;
    },
    { timeout: 30_000, interval: 20 },
  );
const supervisor = (): { pid: number; childPid: number } =>
  JSON.parse(readFileSync(join(attemptDir, "supervisor.json"), "utf8"));
const log = async () => (await executor.read(attemptDir, "output.log", 0, 1e6)).bytes.toString();

describe("local executor", () => {
  it("runs a plan in the run's folder with the allowed variables and reads what came out", async () => {
    expect(await state()).toBe("absent");
    await start("import os; print(os.getcwd(), sorted(os.environ))");
    expect(await ended()).toMatchObject({ code: 0, signal: null, terminated: "no" });
    const text = await log();
    expect(text.startsWith(runDir)).toBe(true);
    for (const name of ["FROM_PLAN", "ANNEAL_EVENTS", "ANNEAL_CONTROL", "PATH", "PYTHONPATH", "DO_NOT_TRACK"])
      expect(text).toContain(`'${name}'`);
    expect(text).not.toContain("SECRET");
    expect(readFileSync(join(runDir, "train.yaml"), "utf8")).toBe("a: 1\n");
    expect(statSync(attemptDir).mode & 0o777).toBe(0o700);
    expect(existsSync(join(attemptDir, "launch.json"))).toBe(false);
    const part = await executor.read(attemptDir, "output.log", 2, 3);
    expect([part.bytes.toString(), part.size]).toEqual([text.slice(2, 5), Buffer.byteLength(text)]);
  });

  it("starts an attempt once, also when asked by many at a time, while it runs and after it ended", async () => {
    await Promise.all([start(WAITS), start(WAITS), start(WAITS)]);
    expect(await state()).toBe("alive");
    await start(WAITS);
    await until(async () => expect(await log()).toBe("up\n"));
    await executor.signal(attemptDir, "ask");
    expect(await ended()).toMatchObject({ code: null, signal: "SIGTERM", terminated: "asked" });
    await start(WAITS);
    expect(await log()).toBe("up\n");
  });

  it("kills the whole group at once", async () => {
    await start("import signal; signal.signal(15, signal.SIG_IGN); signal.pause()");
    await executor.signal(attemptDir, "kill");
    expect(await ended()).toMatchObject({ signal: "SIGKILL", terminated: "killed" });
  });

  it("goes on watching the engine when its supervisor is killed, and can still end it", async () => {
    await start(WAITS);
    const { pid, childPid } = supervisor();
    process.kill(pid, "SIGKILL");
    await until(async () => expect(startTime(pid)).toBeNull());
    expect(await executor.probe(attemptDir)).toMatchObject({ state: "alive", pid: childPid });
    await executor.signal(attemptDir, "kill");
    await until(async () => expect(await state()).toBe("gone"));
  });

  it("ends what an engine forked, once the engine and its supervisor were killed", async () => {
    await start(
      `import os, signal, time\nif os.fork() == 0:\n    os.setsid()\n    print(os.getpid(), flush=True)\nsignal.pause()`,
    );
    await until(async () => expect(await log()).toMatch(/^\d+\n$/));
    const worker = Number(await log());
    const { pid, childPid } = supervisor();
    process.kill(pid, "SIGKILL");
    process.kill(childPid, "SIGKILL");
    await until(async () => expect(await state()).toBe("gone"));
    expect(startTime(worker)).not.toBeNull();
    await executor.signal(attemptDir, "ask");
    expect(startTime(worker)).not.toBeNull();
    await executor.signal(attemptDir, "kill");
    await until(async () => expect(startTime(worker)).toBeNull());
  });

  it("takes nobody for its own on a pid alone, nor after a reboot", async () => {
    await start("print('over', flush=True)");
    await ended();
    const stranger = spawn(python, ["-c", WAITS]);
    const pid = stranger.pid ?? 0;
    rmSync(join(attemptDir, "exit.json"));
    const path = join(attemptDir, "supervisor.json");
    const note = JSON.parse(readFileSync(path, "utf8"));
    const ids = { pid, startTime: "1", childPid: pid, childStartTime: "1" };
    writeFileSync(path, JSON.stringify({ ...note, ...ids }));
    expect(await state()).toBe("gone");
    await executor.signal(attemptDir, "kill");
    const times = { startTime: startTime(pid), childStartTime: startTime(pid) };
    writeFileSync(path, JSON.stringify({ ...note, ...ids, ...times, bootId: "another" }));
    expect(await executor.probe(attemptDir)).toMatchObject({ state: "gone", reason: /restarted/ });
    await executor.signal(attemptDir, "kill");
    expect(startTime(pid)).not.toBeNull();
    stranger.kill();
  });

  it("keeps every request for the bridge, once", async () => {
    await start(WAITS);
    await executor.control(attemptDir, { id: "1", action: "save" });
    await executor.control(attemptDir, { id: "2", action: "pause" });
    await executor.control(attemptDir, { id: "1", action: "save" });
    expect(JSON.parse(readFileSync(join(attemptDir, "control.json"), "utf8"))).toEqual({
      requests: [
        { id: "1", action: "save" },
        { id: "2", action: "pause" },
      ],
    });
  });

  it("says why a supervisor did not come up and leaves no secrets behind", async () => {
    const broken = createLocalExecutor({ pythonDir: runDir, python: async () => python });
    await expect(broken.start(plan("1"), { runDir, attemptDir, key: "k" })).rejects.toMatchObject({
      body: { message: "The run could not be started.", details: expect.stringContaining("supervisor.py") },
    });
    expect(existsSync(join(attemptDir, "launch.json"))).toBe(false);
  });

  it("reports a program that cannot be started as an exit", async () => {
    await executor.start({ ...plan(""), argv: ["/nowhere/python"] }, { runDir, attemptDir, key: "k" });
    expect(await ended()).toMatchObject({ code: 127 });
  });
});

describe("watchFolder", () => {
  it("notices a folder that comes later, and files in it", async () => {
    const seen = vi.fn();
    const stop = watchFolder(join(runDir, "later"), ["a"], seen);
    const { mkdirSync } = await import("node:fs");
    mkdirSync(join(runDir, "later"));
    writeFileSync(join(runDir, "later", "a"), "1");
    await vi.waitFor(() => expect(seen).toHaveBeenCalled(), { timeout: 30_000 });
    const before = seen.mock.calls.length;
    writeFileSync(join(runDir, "later", "a"), "22");
    await vi.waitFor(() => expect(seen.mock.calls.length).toBeGreaterThan(before), { timeout: 30_000 });
    stop();
  });
});

describe("engineEnvironment", () => {
  it("keeps what engines need and nothing else", () => {
    const kept = engineEnvironment({
      PATH: "/bin",
      HF_TOKEN: "t",
      CUDA_HOME: "/c",
      AWS_SECRET: "s",
      ANNEAL_TOKEN: "a",
    });
    expect(kept).toEqual({
      PATH: "/bin",
      HF_TOKEN: "t",
      CUDA_HOME: "/c",
      DO_NOT_TRACK: "1",
      HF_HUB_DISABLE_TELEMETRY: "1",
      PYTHONUNBUFFERED: "1",
    });
  });
});
