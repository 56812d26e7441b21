// Shows what is said of a config when the engine accepts it, refuses it, or cannot be asked; and the real engine's word.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { RunSpec } from "../../contract/run.ts";
import type { Engine } from "../engine-interface/engine.ts";
import type { LaunchPlan } from "../engine-interface/plan.ts";
import { StudioError } from "../studio-error.ts";
import { createEngineHost } from "./engine-host.ts";
import { createJudge } from "./engine-verdict.ts";
import { llamafactory } from "./llamafactory/index.ts";

const home = mkdtempSync(join(tmpdir(), "anneal-verdict-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const spec = (config: string): RunSpec => ({
  kind: "train",
  engine: "llamafactory",
  name: "x",
  config,
  device: { type: "cpu" },
});
const problem = {
  path: "a",
  line: 1,
  severity: "error",
  code: "engine.refused",
  message: "Not at daytime",
} as const;

function judge(verdict: Engine["verdict"], enginePython?: string) {
  const engine: Engine = verdict ? { ...llamafactory, verdict } : llamafactory;
  const host = createEngineHost({ home, engines: [engine], enginePython });
  const plan = async (asked: RunSpec): Promise<LaunchPlan> => {
    const python = enginePython ?? "python";
    const place = { runDir: join(home, "runs/new"), home, python, lane: { type: "cpu" } as const };
    return engine.plan({ spec: asked, ...place, attempt: 1, resumeFrom: null });
  };
  return { host, ask: createJudge({ host, runs: { plan } }) };
}

describe("a verdict", () => {
  it("is the engine's yes or its no", async () => {
    const yes = judge(async () => []);
    expect(await yes.ask("llamafactory", spec("a: 1\n"))).toMatchObject({ status: "accepted" });
    const no = judge(async (asked, plan) => {
      expect(plan.files[0]?.text).toContain(asked.config.trim());
      return [problem];
    });
    expect(await no.ask("llamafactory", spec("a: 1\n"))).toMatchObject({ status: "refused", problem });
  });

  it("on a text that is no YAML is ours, without asking", async () => {
    const never = judge(async () => {
      throw new Error("was asked");
    });
    expect(await never.ask("llamafactory", spec("a: [\n"))).toMatchObject({
      status: "refused",
      problem: { code: "yaml.syntax" },
    });
  });

  it("says why the engine cannot be asked", async () => {
    const { ask } = judge(undefined);
    expect(await ask("llamafactory", spec("a: 1\n"))).toMatchObject({
      status: "unavailable",
      message: expect.stringContaining("LLaMA-Factory is not installed yet."),
    });
    expect(await ask("llamafactory", { ...spec(""), kind: "setup" })).toMatchObject({
      status: "unavailable",
    });
    const crashed = judge(async () => {
      throw new StudioError({ code: "engine.failed", message: "It ended.", reason: "No mice." });
    });
    expect(await crashed.ask("llamafactory", spec("a: 1\n"))).toEqual({
      status: "unavailable",
      message: "It ended. No mice.",
      code: "engine.failed",
    });
  });
});

describe.skipIf(!process.env.ANNEAL_TEST_ENGINE_PYTHON)("the real engine's verdict", () => {
  it("names the key and the line of the user's text", { timeout: 120_000 }, async () => {
    const { host, ask } = judge(undefined, process.env.ANNEAL_TEST_ENGINE_PYTHON);
    const config = "# mine\nmodel_name_or_path: nest/owl\nstage: sft\ndataset: owls\ntemplate: default\n";
    try {
      expect(await ask("llamafactory", spec(config))).toMatchObject({ status: "accepted" });
      expect(await ask("llamafactory", spec(`${config}max_samples: 3\nstreaming: true\n`))).toMatchObject({
        status: "refused",
        problem: { path: "max_samples", line: 6, message: "`max_samples` is incompatible with `streaming`." },
      });
      expect(await host.arguments("llamafactory")).toEqual(llamafactory.pinnedArguments?.());
    } finally {
      await host.close();
    }
  });
});
