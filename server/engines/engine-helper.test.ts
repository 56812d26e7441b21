// Shows how a helper starts, answers, is ended and comes back, with a real process that speaks its protocol.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createEngineHelper, type EngineHelper, type HelperLimits } from "./engine-helper.ts";
import { findSystemPython } from "./system-python.ts";

const SCRIPT = `
import json, os, subprocess, sys, time
if os.environ.get("OWL") == "broken":
    print(json.dumps({"failed": {"message": "ImportError: no feathers"}}), flush=True)
    sys.exit(1)
if os.environ.get("OWL") == "asleep":
    time.sleep(600)
print(json.dumps({"ready": {}}), flush=True)
for line in sys.stdin:
    ask = json.loads(line)
    method, params = ask["method"], ask["params"]
    if method == "crash":
        sys.stderr.write("owl.HungryError: no mice\\n")
        sys.stderr.flush()
        os._exit(3)
    if method == "hang":
        subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        time.sleep(600)
    if method == "refuse":
        answer = {"error": {"message": "Not at daytime", "kind": "ValueError"}}
    else:
        answer = {"result": {"pid": os.getpid(), "params": params}}
    print(json.dumps({"id": ask["id"]} | answer), flush=True)
`;

const folder = mkdtempSync(join(tmpdir(), "anneal-helper-"));
const script = join(folder, "owl.py");
writeFileSync(script, SCRIPT);
let python = "";
beforeAll(async () => {
  python = await findSystemPython("tests");
});
const made: EngineHelper[] = [];
afterEach(async () => {
  await Promise.all(made.splice(0).map((helper) => helper.close()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function owl(limits: HelperLimits = {}, env: Record<string, string> = {}): EngineHelper {
  const path = process.env.PATH ?? "";
  const program = { name: "Owl", command: python, args: [script], env: { PATH: path, ...env }, cwd: folder };
  const helper = createEngineHelper(program, limits);
  made.push(helper);
  return helper;
}
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const failure = { body: { code: "engine.failed" } };

describe("a helper", () => {
  it("starts on first need and answers in turn with one process", async () => {
    const helper = owl();
    expect(helper.pid()).toBeUndefined();
    const answers = await Promise.all([1, "zwei", { 三: [3] }].map((params) => helper.ask("echo", params)));
    expect(answers).toEqual([1, "zwei", { 三: [3] }].map((params) => ({ pid: helper.pid(), params })));
  });

  it("gives a refusal in the engine's words, and goes on", async () => {
    const helper = owl();
    await expect(helper.ask("refuse", null)).rejects.toMatchObject({
      body: { code: "engine.refused", message: "Not at daytime", details: "ValueError" },
    });
    expect(await helper.ask("echo", 1)).toMatchObject({ params: 1 });
  });

  it("says why it crashed, and is started anew for the next question", async () => {
    const helper = owl();
    await helper.ask("echo", 1);
    const first = helper.pid();
    await expect(helper.ask("crash", null)).rejects.toMatchObject({
      body: { code: "engine.failed", reason: "owl.HungryError: no mice" },
    });
    expect(await helper.ask("echo", 2)).toMatchObject({ params: 2 });
    expect(helper.pid()).not.toBe(first);
  });

  it("is ended with its children when it takes too long", async () => {
    const helper = owl({ answerMs: 500 });
    await helper.ask("echo", 1);
    const pid = Number(helper.pid());
    await expect(helper.ask("hang", null)).rejects.toMatchObject(failure);
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false));
    // A child holds the helper's output open: only without any of them is the helper over.
    await vi.waitFor(() => expect(helper.pid()).toBeUndefined());
    expect(await helper.ask("echo", 2)).toMatchObject({ params: 2 });
  });

  it("says why it does not start", async () => {
    await expect(owl({}, { OWL: "broken" }).ask("echo", 1)).rejects.toMatchObject({
      body: { code: "engine.failed", reason: "ImportError: no feathers" },
    });
    await expect(owl({ startMs: 300 }, { OWL: "asleep" }).ask("echo", 1)).rejects.toMatchObject(failure);
    const nowhere = { name: "Owl", command: join(folder, "none"), args: [], env: {}, cwd: folder };
    await expect(createEngineHelper(nowhere).ask("echo", 1)).rejects.toMatchObject(failure);
  });

  it("is ended when nobody asks, and comes back", async () => {
    const helper = owl({ idleMs: 50 });
    await helper.ask("echo", 1);
    await vi.waitFor(() => expect(helper.pid()).toBeUndefined());
    expect(await helper.ask("echo", 2)).toMatchObject({ params: 2 });
  });

  it("leaves no process behind when the studio closes", async () => {
    const helper = owl();
    await helper.ask("echo", 1);
    const pid = Number(helper.pid());
    await helper.close();
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false));
    await expect(helper.ask("echo", 1)).rejects.toMatchObject(failure);
  });
});
