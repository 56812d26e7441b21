// Shows when an engine is asked for its arguments, and what is answered meanwhile.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import type { EngineArgument, EngineHealth } from "../../contract/engine.ts";
import { createEngineArguments } from "./engine-arguments.ts";

const root = mkdtempSync(join(tmpdir(), "anneal-arguments-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const rank: EngineArgument = {
  name: "rank",
  of: "finetuning",
  section: "lora",
  kind: "integer",
  nullable: false,
  choices: null,
  default: 8,
  help: "How wide.",
};
const ready = (version: string, packages = {}): Extract<EngineHealth, { status: "ready" }> => ({
  status: "ready",
  python: "/owl/python",
  version,
  packages,
});

function keeper(home: string, answers: unknown[]) {
  let asked = 0;
  const kept = createEngineArguments({
    folder: (id) => join(root, home, id),
    async ask() {
      const answer = answers[Math.min(asked++, answers.length - 1)];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { ...kept, asked: () => asked };
}

describe("the arguments of an engine", () => {
  it("are asked once, and kept for the next start", async () => {
    const first = keeper("a", [[rank]]);
    expect(first.known("owl", ready("1"))).toBeNull();
    expect(await Promise.all([1, 2].map(() => first.told("owl", ready("1"))))).toEqual([[rank], [rank]]);
    expect(first.known("owl", ready("1"))).toEqual([rank]);
    expect(first.asked()).toBe(1);

    const next = keeper("a", [new Error("not asked")]);
    expect(next.known("owl", ready("1"))).toEqual([rank]);
    expect(next.asked()).toBe(0);
  });

  it("are asked anew when any version changes", async () => {
    const newer = { ...rank, default: 16 };
    const kept = keeper("b", [[rank], [newer], [rank]]);
    await kept.told("owl", ready("1", { torch: "2" }));
    expect(kept.known("owl", ready("1", { torch: "3" }))).toBeNull();
    expect(await kept.told("owl", ready("1", { torch: "3" }))).toEqual([newer]);
    expect(await kept.told("owl", ready("2", { torch: "3" }))).toEqual([rank]);
  });

  it("are not asked again in passing when the engine gave none, but when somebody waits", async () => {
    const kept = keeper("c", [new Error("asleep"), [rank]]);
    await expect(kept.told("owl", ready("1"))).rejects.toThrow("asleep");
    await vi.waitFor(() => expect(kept.known("owl", ready("1"))).toBeNull());
    expect(kept.asked()).toBe(1);
    expect(await kept.told("owl", ready("1"))).toEqual([rank]);
  });

  it("are refused in another shape", async () => {
    const kept = keeper("d", [[{ ...rank, kind: "owl" }]]);
    await expect(kept.told("owl", ready("1"))).rejects.toThrow();
  });
});
