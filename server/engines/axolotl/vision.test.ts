// Shows that the eight families of the engine's multimodal page start as presets, that the page's own YAML is taken word for
// word or answered with what has changed, and that the engine itself agrees.
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../../contract/config-document.ts";
import { EngineModules } from "../../../contract/engine-modules.ts";
import type { RunSpec } from "../../../contract/run.ts";
import type { CheckContext } from "../../engine-interface/check-context.ts";
import type { LaunchPlan } from "../../engine-interface/plan.ts";
import { check } from "./check.ts";
import { moduleQuestion } from "./module-question.ts";
import { askEngine, enginePython } from "./testing/engine-answers.ts";
import { pageConfig, pairs, usage } from "./testing/multimodal-page.ts";
import { verdict } from "./verdict.ts";
import { visionFamilies, visionFamilyOf, visionPresets } from "./vision-families.ts";

const context: CheckContext = {
  home: tmpdir(),
  datasets: async () => null,
  catalog: null,
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
const found = async (config: string) =>
  (await check(spec(config), context)).problems.map(({ code, severity }) => `${severity} ${code}`);

/** What is said of a family beside what is said of all. */
const moved: Readonly<Record<string, string>> = {
  pixtral: "error axolotl.model-mistral-format",
  llava: "info axolotl.template-unmarked",
  "mistral-small": "info axolotl.template-moved",
};

describe("the page's YAML", () => {
  it.each(pairs)("of $id is taken word for word, or answered", async ({ id, text }) => {
    expect(await found(pageConfig(text))).toEqual(moved[id] === undefined ? [] : [moved[id]]);
    expect(visionFamilyOf(String(readConfig(text).get("base_model")))?.id).toBe(id);
    expect(visionFamilyOf("/data/mine", "qwen2_vl")?.id).toBe("qwen2-vl");
  });

  it("without a template, a rank and a rate says what is missing", async () => {
    expect(await found(`base_model: google/gemma-3-4b-it\n${usage}`)).toEqual([
      "error axolotl.no-learning-rate",
      "error axolotl.no-rank",
      "error axolotl.no-rank",
      "warning axolotl.template-wanted",
    ]);
  });
});

describe("presets of families", () => {
  it("are the eight, with nothing left but the dataset", async () => {
    const presets = visionPresets();
    expect(presets.map(({ id }) => id)).toEqual(pairs.map(({ id }) => `axolotl-${id}`));
    for (const { id, config, title, description } of presets) {
      for (const words of [title, description]) expect(words.zh, id).toMatch(/\p{Script=Han}/u);
      const own = moved[id.replace("axolotl-", "")];
      const codes = await found(config);
      expect(codes, id).toEqual(
        expect.arrayContaining(["error axolotl.no-data", "info axolotl.media-length"]),
      );
      expect(
        codes.filter((code) => !code.startsWith("info")),
        id,
      ).toEqual(["error axolotl.no-data"]);
      if (own?.startsWith("info")) expect(codes, id).toContain(own);
    }
  });
});

describe.skipIf(enginePython === null)("the engine itself", () => {
  let engine: ReturnType<typeof askEngine>;
  beforeAll(() => {
    engine = askEngine(enginePython ?? "");
  });
  afterAll(() => engine.close());
  const plan = (config: string): LaunchPlan => ({
    kind: "train",
    files: [{ name: "train.yaml", text: config }],
    argv: [],
    env: {},
    command: [],
    outputDir: null,
  });
  const judged = (config: string) =>
    verdict(spec(config), plan(config), { ask: engine.ask, known: null, gpu: null });
  const modulesOf = async (config: string) =>
    EngineModules.parse(await engine.ask("modules", moduleQuestion(config)));

  it.each(pairs)(
    "takes the page's YAML of $id, and its layers are found or corrected",
    { timeout: 120_000 },
    async (pair) => {
      const config = pageConfig(pair.text);
      const said = await judged(config);
      if (pair.matches) {
        expect(said).toEqual([]);
        return;
      }
      expect(said).toMatchObject([
        { severity: "error", code: "axolotl.targets-none", path: "lora_target_modules" },
      ]);
      const value = said[0]?.fix?.value;
      expect(value).toBe(
        "model.language_model.layers.[\\d]+.(mlp|cross_attn|self_attn).(up|down|gate|q|k|v|o)_proj",
      );
      expect(await judged(readConfig(config).with({ lora_target_modules: String(value) }).text)).toEqual([]);
    },
  );

  it.each(visionFamilies)(
    "puts the adapter of the preset $name on the language model only",
    { timeout: 120_000 },
    async ({ id }) => {
      const preset = visionPresets().find((each) => each.id === `axolotl-${id}`);
      const config = readConfig(preset?.config ?? "").with({
        datasets: [{ path: "o/s", type: "chat_template" }],
      }).text;
      expect(await judged(config)).toEqual([]);
      const answer = await modulesOf(config);
      expect(answer).toMatchObject({ status: "matched", usual: true, unfit: null, proposal: null });
      if (answer.status !== "matched") return;
      const parts = Object.fromEntries(answer.parts.map(({ part, matched }) => [part, matched]));
      expect(parts).toMatchObject({ language: answer.matched, vision: 0 });
      expect(answer.matched).toBeGreaterThan(100);
    },
  );
});
