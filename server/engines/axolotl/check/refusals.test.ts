// Shows that everything the engine refuses, drops or fails at later is refused by us at its key and line; the engine's own
// validators are the reference where there is an engine.
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { readConfig } from "../../../../contract/config-document.ts";
import type { RunSpec } from "../../../../contract/run.ts";
import type { CheckContext } from "../../../engine-interface/check-context.ts";
import { check } from "../check.ts";
import { askEngine, enginePython } from "../testing/engine-answers.ts";
import { configOf, goodConfig, refusals } from "../testing/refusals.ts";

const names = ["chatml", "llama3", "jinja", "pixtral", "mistral_v7_tekken"];
const context: CheckContext = {
  home: tmpdir(),
  datasets: async () => null,
  catalog: {
    engine: "axolotl",
    version: "0",
    groups: [],
    templates: names.map((name) => ({ name, multimodal: false, plugin: null, reasoning: false })),
  },
  deviceCount: 1,
  hasGpu: true,
};
const spec = (config: string): RunSpec => ({
  kind: "train",
  engine: "axolotl",
  name: "t",
  config,
  device: { type: "gpu", ids: [0] },
});
const titled = refusals.map((refusal) => ({ ...refusal, title: refusal.lines.join(", ") }));

describe("our check", () => {
  it("has nothing against the good config", async () => {
    expect((await check(spec(goodConfig), context)).problems).toEqual([]);
  });

  it.each(titled)("refuses $title", async (refusal) => {
    const config = configOf(refusal.lines);
    const { problems } = await check(spec(config), context);
    expect(problems.map(({ code, path, severity }) => [code, path, severity])).toContainEqual([
      refusal.code,
      refusal.path,
      "error",
    ]);
    const found = problems.find(({ code, path }) => code === refusal.code && path === refusal.path);
    expect(found?.line).toBe(readConfig(config).lineOf(refusal.path));
    expect(found?.hint ?? found?.fix).toBeDefined();
  });
});

const Answer = z.object({
  accepted: z.boolean(),
  problems: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

describe.skipIf(enginePython === null)("the engine's own validators", () => {
  let engine: ReturnType<typeof askEngine>;
  beforeAll(() => {
    engine = askEngine(enginePython ?? "");
  });
  afterAll(() => engine.close());
  /** A GPU of an age that can do everything but fp8. */
  const gpu = { bf16: true, tf32: true, fp8: false, compute_capability: "sm_80" };
  const said = async (config: string) => {
    const answer = Answer.parse(await engine.ask("check", { config, env: {}, processes: 1, gpu }));
    return answer.accepted ? null : (answer.problems ?? []).map((each) => each.message).join(" ");
  };

  it("refuse what we say they refuse, and accept what we say fails later", { timeout: 240_000 }, async () => {
    expect(await said(goodConfig)).toBeNull();
    const wrong = [];
    for (const { lines, engine: saying } of refusals) {
      const answer = await said(configOf(lines));
      const asWeSay =
        typeof saying === "object" ? new RegExp(saying.says, "i").test(answer ?? "") : answer === null;
      if (!asWeSay) wrong.push({ lines, saying, answer });
    }
    expect(wrong).toEqual([]);
  });
});
