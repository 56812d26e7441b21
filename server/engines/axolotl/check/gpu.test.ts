// Shows that a config is judged for the GPU that was named, whatever is in this machine, and its targets by their modules.
import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../../../contract/config-document.ts";
import type { EngineModules } from "../../../../contract/engine-modules.ts";
import { type GpuModelId, gpuModel } from "../../../../contract/gpu-model.ts";
import { check } from "../check.ts";
import { goodConfig } from "../testing/refusals.ts";
import { targetFindings } from "./target-findings.ts";

const found = async (lines: string, id: GpuModelId) => {
  const spec = { kind: "train", engine: "axolotl", name: "t", device: { type: "auto" } } as const;
  const context = { home: tmpdir(), datasets: async () => null, catalog: null, deviceCount: 1, hasGpu: true };
  const { problems } = await check(
    { ...spec, config: goodConfig + lines },
    { ...context, gpu: gpuModel(id) },
  );
  return problems.map(({ path, code, fix }) => [path, code, fix?.value]);
};

describe("a config on another GPU", () => {
  it("is told what that GPU is too old for", async () => {
    const lines = "bf16: true\ntf32: true\nattn_implementation: flash_attention_2\n";
    const old = [
      ["bf16", "axolotl.gpu-precision", "auto"],
      ["tf32", "axolotl.gpu-precision", false],
      ["attn_implementation", "axolotl.gpu-attention", "sdpa"],
    ];
    expect(await found(lines, "t4")).toEqual(old);
    expect(await found(lines, "v100")).toEqual(old);
    for (const id of ["a100", "rtx4090", "h100", "h200", "b200"] as const)
      expect(await found(lines, id)).toEqual([]);
  });
});

describe("what an adapter is put on", () => {
  const doc = readConfig("base_model: o/m\nadapter: lora\nlora_target_modules: '.*q_proj'\n");
  const said = async (answer: EngineModules) =>
    (await targetFindings(doc, doc.text, async () => answer)).map(({ code, severity, path, line, fix }) => ({
      is: `${severity} ${code.replace("axolotl.targets-", "")}`,
      at: `${path} ${line}`,
      fix: fix?.value,
    }));
  const matched = {
    status: "matched",
    model: "qwen2_vl",
    usual: true,
    linear: 9,
    matched: 3,
    groups: [],
    parts: [{ part: "vision", linear: 4, matched: 1 }],
    unfit: null,
    idle: [],
    proposal: { value: "x", matched: 2 },
  } satisfies EngineModules;
  const at = "lora_target_modules 3";

  it("is an error, a warning, or nothing", async () => {
    expect(await said(matched)).toEqual([{ is: "warning vision", at, fix: "x" }]);
    expect(await said({ ...matched, matched: 0 })).toEqual([{ is: "error none", at, fix: "x" }]);
    expect(await said({ ...matched, unfit: { count: 1, first: "norm" } })).toEqual([
      { is: "error unfit", at },
    ]);
    expect(await said({ ...matched, parts: [] })).toEqual([]);
    expect(await said({ status: "endless", seconds: 3 })).toEqual([{ is: "error endless", at }]);
    expect(await said({ status: "bad-pattern", message: "m", at: 2 })).toEqual([
      { is: "error bad-pattern", at },
    ]);
    expect(await said({ status: "unknown-model", message: "m" })).toEqual([]);
  });
});
