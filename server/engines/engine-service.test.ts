// Shows that an engine is installed once at a time, and is called installing meanwhile.
import { describe, expect, it } from "vitest";
import type { RunSpec, RunState, RunSummary } from "../../contract/run.ts";
import { createEngineHost } from "./engine-host.ts";
import { createEngineService } from "./engine-service.ts";

const summary = (spec: RunSpec, state: RunState): RunSummary => ({
  id: "01JD0000000000000000000000",
  name: spec.name,
  kind: spec.kind,
  engine: spec.engine,
  state,
  lane: { type: "setup" },
  queuePosition: null,
  attempt: 1,
  model: null,
  datasets: [],
  method: null,
  progress: null,
  epoch: null,
  etaMs: null,
  lastLoss: null,
  lastEvalLoss: null,
  sparkline: [],
  stalled: false,
  createdAt: 0,
  startedAt: null,
  endedAt: null,
  durationMs: null,
  archived: false,
  parent: null,
});

function service() {
  const made: RunSummary[] = [];
  const live = () => made.find((run) => run.state.status === "running");
  const runs = {
    summary: (id: string) => {
      const run = made.find((candidate) => candidate.id === id);
      if (!run) throw new Error(`no run ${id}`);
      return run;
    },
    plan: async () => {
      throw new Error("nothing is planned here");
    },
    create: async (spec: RunSpec) => {
      const run = summary(spec, { status: "running", since: 0, phase: "installing", message: "" });
      made.push(run);
      return run;
    },
  };
  const host = createEngineHost({ home: "/nonexistent-home", setupRun: () => live()?.id ?? null });
  return { made, host, engines: createEngineService({ host, runs }) };
}

describe("installing an engine", () => {
  it("makes a setup run, answers the same one while it lives, and a new one after", async () => {
    const { made, host, engines } = service();
    const [first, second] = await Promise.all([
      engines.install("llamafactory"),
      engines.install("llamafactory"),
    ]);
    expect(first).toMatchObject({ kind: "setup", engine: "llamafactory", name: "Install LLaMA-Factory" });
    expect(second).toBe(first);
    expect(await engines.install("llamafactory")).toBe(first);
    expect((await engines.list())[0]).toMatchObject({ health: { status: "installing", runId: first.id } });
    await expect(host.python("llamafactory", "train")).rejects.toMatchObject({
      body: { code: "engine.not-ready", message: "LLaMA-Factory is still being installed." },
    });

    first.state = { status: "stopped", since: 1, step: null };
    expect(await engines.check("llamafactory")).toMatchObject({ health: { status: "missing" } });
    await engines.install("llamafactory");
    expect(made).toHaveLength(2);
  });

  it("says why there is no catalogue yet", async () => {
    await expect(service().engines.catalog("llamafactory")).rejects.toMatchObject({
      body: { code: "engine.not-ready" },
    });
    await expect(service().engines.install("eagle")).rejects.toMatchObject({
      body: { code: "engine.not-found" },
    });
  });
});
