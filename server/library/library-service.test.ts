// Shows the library on a home made ready with what really ships: presets, demo data, and a full path or none.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { DatasetList, Preset } from "../../contract/library.ts";
import { createDatasetFiles } from "../datasets/dataset-service.ts";
import { createEngineHost } from "../engines/engine-host.ts";
import { createLibrary } from "./library-service.ts";
import { prepareHome } from "./prepare-home.ts";

const home = mkdtempSync(join(tmpdir(), "anneal-library-"));
afterAll(async () => {
  await files.copies.close();
  await files.reading.close();
  rmSync(home, { recursive: true, force: true });
});
const engines = createEngineHost({ home });
const files = createDatasetFiles({ home });
const library = createLibrary({ home, engines, datasets: files.registry.list });

describe("the library of a fresh home", () => {
  it("offers the demo runs and a blank one, in both languages", async () => {
    const presets = await library.presets();
    for (const preset of presets) expect(Preset.parse(preset)).toEqual(preset);
    expect(presets.slice(0, 3).map(({ id, demo }) => [id, demo])).toEqual([
      ["demo-text", true],
      ["demo-vision", true],
      ["lora-sft", false],
    ]);
  });

  it("has demo configs without an error, on data and models that are there", async () => {
    await prepareHome(home);
    const list = await library.datasets();
    expect(DatasetList.parse(list)).toEqual(list);
    expect(list.problem).toBeNull();
    const context = {
      home,
      catalog: null,
      deviceCount: 0,
      hasGpu: false,
      datasets: async (dir: string) => (await library.datasets(dir)).datasets,
      mapped: files.mapped,
    };
    for (const { engine, name, config, demo } of await library.presets()) {
      const spec = { kind: "train", engine, name, config, device: { type: "auto" } } as const;
      const { problems, estimate } = await engines.get(engine).check(spec, context);
      const errors = problems.filter(({ severity }) => severity === "error");
      if (!demo) continue;
      expect(errors, name).toEqual([]);
      expect(estimate?.totalSteps).toBeGreaterThan(0);
    }
  });

  it("wants a full path of a dataset folder", async () => {
    await expect(library.datasets("data")).rejects.toMatchObject({ body: { code: "path.not-found" } });
  });
});
