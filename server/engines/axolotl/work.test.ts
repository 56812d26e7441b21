// Shows the work around a training: what is offered for a run, what is started for it, and what is found wrong before.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FollowValues } from "../../../contract/follow.ts";
import type { RunSpec } from "../../../contract/run.ts";
import type { CheckContext } from "../../engine-interface/check-context.ts";
import type { PlanInput } from "../../engine-interface/plan.ts";
import { followSpec, forms } from "./follow.ts";
import { axolotl } from "./index.ts";
import { plan } from "./plan.ts";

const ID = "01M7Z4N0RMSTYXG9BNSJH17N8E";
const spec = (kind: RunSpec["kind"], config: string): RunSpec => ({
  kind,
  engine: "axolotl",
  name: "poems",
  config,
  device: { type: "cpu" },
});
const LORA = "base_model: m\nadapter: lora\nlora_r: 8\nval_set_size: 0.1\noutput_dir: /o\n";
const FULL = "base_model: m\n";
const kinds = (asked: RunSpec) => forms(asked).map(({ kind, fields }) => `${kind} ${fields.length}`);

function following(kind: "evaluate" | "quantize", asked: RunSpec, values: FollowValues = {}): RunSpec {
  return followSpec(kind, { spec: asked, runId: ID, weights: "/w", to: "/exports/small" }, values);
}
function started(asked: RunSpec, ...there: string[]) {
  const input: PlanInput = {
    spec: asked,
    runDir: "/home/runs/R",
    home: "/home",
    python: "/py",
    lane: { type: "cpu" },
    attempt: 1,
    resumeFrom: null,
  };
  const { command, outputDir, files, argv } = plan(input, (path) => there.includes(path));
  const words = command.slice(command.indexOf("axolotl"));
  return { words: words.join(" "), outputDir, yaml: files[0]?.text ?? "", argv };
}

describe("what is offered", () => {
  it("asks for a share only where nothing was held out, and quantizes no adapter", () => {
    expect(kinds(spec("train", LORA))).toEqual(["evaluate 0", "preprocess 0"]);
    expect(kinds(spec("train", FULL))).toEqual(["evaluate 1", "quantize 3", "preprocess 0"]);
    expect(kinds(spec("merge", LORA))).toEqual(["evaluate 0", "quantize 3"]);
    expect(kinds(spec("train", `${LORA}skip_prepare_dataset: true\n`))).toEqual(["evaluate 0"]);
    expect(kinds(spec("quantize", FULL))).toEqual([]);
  });
});

describe("what is started", () => {
  it("evaluates an adapter on its base, and a merged model by itself", () => {
    expect(following("evaluate", spec("train", LORA)).config).toContain("lora_model_dir: /w\n");
    const merged = following("evaluate", spec("merge", LORA));
    expect(merged).toMatchObject({ kind: "evaluate", name: "poems evaluated", parent: ID });
    expect(merged.config).toBe("base_model: /w\nval_set_size: 0.1\n");
    const { words, outputDir } = started(merged);
    expect(words).toBe("axolotl evaluate /home/runs/R/evaluate.yaml --launcher python");
    expect(outputDir).toBe("/home/runs/R/output");
  });

  it("holds out what was asked for", () => {
    expect(following("evaluate", spec("train", FULL), { share: 0.25 }).config).toContain(
      "val_set_size: 0.25",
    );
  });

  it("quantizes beside the model, with the group that a format fixes", () => {
    const small = following("quantize", spec("merge", LORA), { format: "nvfp4", group: 8, embedding: true });
    expect(small.device).toEqual({ type: "auto" });
    expect(small.config).toContain(
      "quantization: {weight_dtype: nvfp4, group_size: 16, quantize_embedding: true}",
    );
    expect(small.config).not.toContain("adapter");
    const { words, outputDir } = started(small);
    expect(words).toBe("axolotl quantize /home/runs/R/quantize.yaml --base-model /w");
    expect(outputDir).toBe("/exports/small");
  });

  it("quantizes what lies in the output folder of a file, as the plain command does", () => {
    const { words, outputDir } = started(spec("quantize", `${FULL}output_dir: /mine\n`), "/mine/config.json");
    expect(words).toBe("axolotl quantize /home/runs/R/quantize.yaml");
    expect(outputDir).toBe("/mine/quantized");
  });

  it("prepares data where the config says, else beside the run", () => {
    expect(started(spec("preprocess", FULL))).toMatchObject({
      words: "axolotl preprocess /home/runs/R/preprocess.yaml",
      outputDir: "/home/runs/R/prepared",
    });
    expect(started(spec("preprocess", `${FULL}dataset_prepared_path: /p\n`)).outputDir).toBe("/p");
  });

  it("exports a model that was trained whole by a copy", () => {
    const source = {
      spec: spec("train", FULL),
      runId: ID,
      outputDir: "/o",
      checkpoint: null,
      to: "/exports/x",
    };
    const asked = axolotl.mergeSpec(source);
    expect(asked).toMatchObject({ kind: "export", name: "poems exported" });
    expect(started(asked)).toMatchObject({ outputDir: "/exports/x", yaml: expect.stringContaining("/o\n") });
  });
});

describe("what is found before", () => {
  let home = "";
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), "anneal-work-"));
    mkdirSync(join(home, "models", "m"), { recursive: true });
    const config = { model_type: "qwen2", hidden_size: 128, intermediate_size: 344, num_attention_heads: 4 };
    writeFileSync(join(home, "models", "m", "config.json"), JSON.stringify(config));
  });
  afterAll(() => rmSync(home, { recursive: true }));

  async function found(kind: RunSpec["kind"], config: string, more: Partial<CheckContext> = {}, model = "m") {
    const asked = spec(kind, `base_model: models/${model}\nlearning_rate: 1.0e-4\n${config}`);
    const context = {
      home,
      datasets: async () => [],
      catalog: null,
      deviceCount: 1,
      hasGpu: false,
      ...more,
    };
    return (await axolotl.check(asked, context)).problems
      .filter(({ severity }) => severity !== "info")
      .map(({ code }) => code.replace("axolotl.", ""));
  }

  it("says of a model with one embedding for both ends that it cannot be loaded back", async () => {
    mkdirSync(join(home, "models", "tied"));
    writeFileSync(join(home, "models", "tied", "config.json"), '{"tie_word_embeddings": true}');
    const asked = "quantization: {weight_dtype: int4, activation_dtype: int8, group_size: 8}";
    expect(await found("quantize", asked, {}, "tied")).toEqual(["quantization-tied"]);
  });

  it.each([
    ["", ["no-quantization"]],
    ["quantization: {weight_dtype: int8}", ["quantization-unknown"]],
    ["quantization: {weight_dtype: int4}", ["quantization-gpu", "quantization-group"]],
    ["quantization: {weight_dtype: int4, activation_dtype: int8}", ["quantization-group"]],
    ["quantization: {weight_dtype: int4, activation_dtype: int8, group_size: 8}", []],
    ["quantization: {weight_dtype: nvfp4}", ["quantization-gpu", "quantization-group-fixed"]],
    [
      "adapter: lora\nquantization: {weight_dtype: int4, activation_dtype: int8, group_size: 8}",
      ["quantize-adapter"],
    ],
    [
      "qat: {weight_dtype: int8}\nquantization: {weight_dtype: int4, activation_dtype: int8, group_size: 8}",
      ["quantization-and-qat"],
    ],
  ])("of a quantization: %s", async (config, codes) => {
    expect(await found("quantize", config)).toEqual(codes);
  });

  it("of an environment without torchao", async () => {
    const fits = "quantization: {weight_dtype: int4, activation_dtype: int8, group_size: 8}";
    expect(await found("quantize", fits, { packages: { torch: "2" } })).toEqual(["no-torchao"]);
  });

  it("of an evaluation with nothing to measure on, and of data that is never prepared", async () => {
    const data = "datasets: [{path: owner/set, type: alpaca}]\nbf16: false\n";
    expect(await found("evaluate", data)).toEqual(["nothing-held-out"]);
    expect(await found("evaluate", `${data}val_set_size: 0.1\n`)).toEqual([]);
    expect(await found("preprocess", `${data}streaming: true\n`)).toEqual(["nothing-to-prepare"]);
    expect(await found("preprocess", data)).toEqual([]);
  });
});
