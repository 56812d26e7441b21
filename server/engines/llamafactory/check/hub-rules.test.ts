// Shows that a run that downloads from another hub is told what that needs, and a model folder nothing.
import { expect, it } from "vitest";
import type { RunSpec } from "../../../../contract/run.ts";
import { hubRules } from "./hub-rules.ts";
import { subjectOf } from "./subject.ts";

async function codes(hub: RunSpec["hub"], model: string, packages: Record<string, string>) {
  const spec: RunSpec = {
    kind: "train",
    engine: "llamafactory",
    name: "t",
    config: `model_name_or_path: ${model}\n`,
    device: { type: "cpu" },
    ...(hub ? { hub } : {}),
  };
  const context = {
    home: "/nowhere",
    datasets: async () => null,
    catalog: null,
    deviceCount: 0,
    hasGpu: false,
    packages,
  };
  const found = await Promise.all(hubRules.map((rule) => rule(subjectOf(spec, context))));
  return found.flat().map(({ code, packages: offered }) => [code, offered]);
}

it("asks for the hub's own library, and offers the one that can be installed", async () => {
  expect(await codes("modelscope", "Qwen/Qwen3-8B", {})).toEqual([["package.missing", ["modelscope"]]]);
  expect(await codes("modelers", "Qwen/Qwen3-8B", {})).toEqual([["package.not-offered", undefined]]);
});

it("has nothing to say with the library, for a folder, or for Hugging Face", async () => {
  expect(await codes("modelscope", "Qwen/Qwen3-8B", { modelscope: "1.40.2" })).toEqual([]);
  expect(await codes("modelscope", "/models/mine", {})).toEqual([]);
  expect(await codes(undefined, "Qwen/Qwen3-8B", {})).toEqual([]);
});
