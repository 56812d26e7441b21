// Shows that the question about modules is made of a planned config, and that an engine that cannot be asked is an answer.
import { describe, expect, it } from "vitest";
import type { RunSpec } from "../../contract/run.ts";
import type { LaunchPlan } from "../engine-interface/plan.ts";
import { StudioError } from "../studio-error.ts";
import { axolotl } from "./axolotl/index.ts";
import { createEngineHost } from "./engine-host.ts";
import { createModuleAsker } from "./engine-modules.ts";
import { llamafactory } from "./llamafactory/index.ts";

const plan = async (spec: RunSpec): Promise<LaunchPlan> => ({
  kind: spec.kind,
  files: [{ name: "train.yaml", text: spec.config }],
  argv: [],
  env: {},
  command: [],
  outputDir: null,
});
const spec = (config: string): RunSpec => ({
  kind: "train",
  engine: "axolotl",
  name: "t",
  config,
  device: { type: "auto" },
});

function asker(answer: () => Promise<unknown>) {
  const asked: unknown[] = [];
  const host = {
    ...createEngineHost({ home: "/nowhere" }),
    ask: async (...question: unknown[]) => {
      asked.push(question);
      return answer();
    },
  };
  return { asked, ask: createModuleAsker({ host, runs: { plan } }) };
}

describe("the question about modules", () => {
  it("is put to the engine's helper with what the config says", async () => {
    const { asked, ask } = asker(async () => ({ status: "endless", seconds: 3 }));
    const config = "base_model: Qwen/Qwen2-VL-7B-Instruct\nadapter: lora\nlora_target_modules: '(a+)+$'\n";
    expect(await ask("axolotl", spec(config))).toEqual({ status: "endless", seconds: 3 });
    const question = { family: "qwen2_vl", target: "(a+)+$", patterns: true, skip: [] };
    expect(asked).toEqual([["axolotl", "modules", { model: "Qwen/Qwen2-VL-7B-Instruct", ...question }]]);
  });

  it("is not put where there is nothing to match, and an engine that cannot be asked is an answer", async () => {
    const { asked, ask } = asker(async () => {
      throw new StudioError({ code: "engine.not-ready", message: "It sleeps.", hint: "Wake it." });
    });
    expect(await ask("axolotl", spec("base_model: o/m\n"))).toEqual({ status: "nothing-to-match" });
    expect(asked).toEqual([]);
    expect(await ask("axolotl", spec("base_model: o/m\nadapter: lora\nlora_target_linear: true\n"))).toEqual({
      status: "unavailable",
      message: "It sleeps. Wake it.",
      code: "engine.not-ready",
    });
  });

  it("knows what each engine matches, and what it leaves as it is", () => {
    expect(
      axolotl.moduleQuestion?.("base_model: /m\nadapter: qlora\nlora_target_modules: [q_proj]\n"),
    ).toEqual({
      model: "/m",
      family: null,
      target: ["q_proj"],
      patterns: true,
      skip: [],
    });
    const config = "model_name_or_path: google/gemma-3-4b-it\nlora_target: q_proj, v_proj\n";
    expect(llamafactory.moduleQuestion?.(config)).toEqual({
      model: "google/gemma-3-4b-it",
      family: "gemma3",
      target: ["q_proj", "v_proj"],
      patterns: false,
      skip: ["vision", "audio", "projector"],
    });
    expect(llamafactory.moduleQuestion?.(`${config}finetuning_type: full\n`)).toBeNull();
  });
});
