// Proves the thinking of the list without a browser: groups, filters in the address, orders, advance, menus.
import { describe, expect, it, test } from "vitest";
import type { RunState, RunSummary } from "@/contract/run.ts";
import { advanceOf } from "./run-advance.ts";
import { filterSearch, matchesFilter, noFilter, readFilter, toggled } from "./run-filter.ts";
import { countRuns } from "./run-groups.ts";
import { menuSections, runsThatCan } from "./run-menu-items.ts";
import { sortRuns } from "./run-order.ts";
import { shortModel, subjectOf } from "./run-subject.ts";

const succeeded: RunState = { status: "succeeded", since: 0 };
const running: RunState = { status: "running", since: 0, phase: "training", message: "" };
const queued: RunState = { status: "queued", since: 0 };

function run(id: string, changes: Partial<RunSummary> = {}): RunSummary {
  return {
    id,
    name: `run-${id}`,
    kind: "train",
    engine: "llamafactory",
    state: succeeded,
    lane: { type: "cpu" },
    queuePosition: null,
    attempt: 1,
    model: "Qwen/Qwen3-8B",
    datasets: ["poems"],
    method: "lora",
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
    ...changes,
  };
}
const ids = (runs: readonly RunSummary[]) => runs.map(({ id }) => id).join("");

describe("counts", () => {
  it("has three numbers; a paused run is in none of them", () => {
    const paused: RunState = { status: "paused", since: 0, step: 1, checkpoint: null };
    const lost: RunState = { status: "lost", since: 0, message: "" };
    const states = [running, queued, queued, paused, succeeded, lost];
    expect(countRuns(states.map((state) => ({ state })))).toEqual({ running: 1, queued: 2, finished: 2 });
  });
});

describe("filter", () => {
  it("goes through the address and back, and leaves out what is as usual", () => {
    expect(filterSearch(noFilter)).toBe("");
    const filter = readFilter(new URLSearchParams("state=failed,active,nonsense&kind=merge&q=a b&sort=loss"));
    expect(filter).toEqual({
      ...noFilter,
      text: "a b",
      groups: ["active", "failed"],
      kinds: ["merge"],
      order: "loss",
    });
    expect(readFilter(new URLSearchParams(filterSearch(filter)))).toEqual(filter);
  });

  test.each([
    ["QWEN poems", true],
    ["run-A lora", true],
    ["poems dpo", false],
    ["", true],
  ])("search %j finds: %s", (text, found) => {
    expect(matchesFilter(run("A"), { ...noFilter, text })).toBe(found);
  });

  it("keeps archived runs apart and combines kinds of filters", () => {
    expect(matchesFilter(run("A", { archived: true }), noFilter)).toBe(false);
    expect(matchesFilter(run("A", { archived: true }), { ...noFilter, archived: true })).toBe(true);
    expect(matchesFilter(run("A"), { ...noFilter, groups: ["succeeded"], kinds: ["merge"] })).toBe(false);
  });

  it("toggles a value", () => {
    expect(toggled(["a"], "b")).toEqual(["a", "b"]);
    expect(toggled(["a", "b"], "a")).toEqual(["b"]);
  });
});

describe("order", () => {
  it("puts what is going on first, then the queue in its order, then the newest", () => {
    const rows = [
      run("A"),
      run("B", { state: queued, queuePosition: 2 }),
      run("C", { state: queued, queuePosition: 1 }),
      run("D", { state: running }),
      run("E"),
    ];
    expect(ids(sortRuns(rows, "queue"))).toBe("DCBEA");
    expect(ids(sortRuns(rows, "newest"))).toBe("EDCBA");
    expect(ids(sortRuns(rows, "oldest"))).toBe("ABCDE");
  });

  it("sorts by loss what is settled; a streaming loss moves no row", () => {
    const rows = [
      run("A", { lastLoss: 2 }),
      run("B", { lastLoss: 0.1, state: running }),
      run("C", { lastLoss: 1 }),
      run("D"),
    ];
    expect(ids(sortRuns(rows, "loss"))).toBe("CADB");
  });

  it("counts in names", () => {
    expect(
      sortRuns([run("A", { name: "x-10" }), run("B", { name: "x-9" })], "name").map((r) => r.name),
    ).toEqual(["x-9", "x-10"]);
  });
});

describe("advance", () => {
  it("tells the phase while nothing is counted, and the reason when it went wrong", () => {
    const loading: RunState = {
      status: "running",
      since: 0,
      phase: "preparing",
      message: "Loading the model",
    };
    expect(advanceOf(run("A", { state: loading }))).toMatchObject({
      type: "moving",
      share: null,
      message: "Loading the model",
    });
    const reason = {
      code: "out-of-memory",
      message: "CUDA out of memory",
      exitCode: 1,
      signal: null,
    } as const;
    const state: RunState = { status: "failed", since: 0, reason };
    expect(advanceOf(run("A", { state }))).toEqual({ type: "wrong", state });
  });
});

describe("subject", () => {
  it("shortens paths and hub ids and counts further datasets", () => {
    expect(shortModel("/srv/models/qwen-base/")).toBe("qwen-base");
    expect(subjectOf(run("A", { datasets: ["a", "b", "c"] }))).toMatchObject({
      model: "Qwen3-8B",
      data: "a",
      moreData: 2,
      full: "Qwen/Qwen3-8B\na, b, c\nlora",
    });
  });
});

describe("menu", () => {
  it("offers what the state allows, the first of the queue cannot go up", () => {
    expect(menuSections(run("A", { state: queued, queuePosition: 1 }))).toEqual([
      ["stop"],
      ["move-down"],
      ["rename", "duplicate"],
    ]);
    expect(menuSections(run("A", { archived: true }))).toEqual([
      ["retry"],
      ["rename", "duplicate", "restore", "remove"],
    ]);
  });

  it("offers to kill only what is already stopping", () => {
    expect(menuSections(run("A", { state: running })).flat()).not.toContain("force-stop");
    const stopping: RunState = { status: "stopping", since: 0, force: false };
    expect(menuSections(run("A", { state: stopping }))[0]).toEqual(["force-stop"]);
  });

  it("knows who of a selection can be stopped", () => {
    expect(ids(runsThatCan([run("A"), run("B", { state: running })], "stop"))).toBe("B");
  });
});
