// Shows what is read from the machine: GPUs as nvidia-smi writes them, load and memory as numbers, sizes as du counts.
import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { homePaths } from "../home.ts";
import { createDiskSizes } from "./disk-sizes.ts";
import { parseGpus } from "./gpus.ts";
import { changeSettings, readSettings } from "./settings.ts";
import { createSystemService } from "./system-service.ts";

const home = mkdtempSync(join(tmpdir(), "anneal-system-"));
const paths = homePaths(home);
const system = createSystemService({ paths, version: "1.2.3", address: () => "http://here/#token=t" });
afterAll(() => rmSync(home, { recursive: true }));

describe("GPUs", () => {
  it("reads cards with and without every number", () => {
    const csv = "0, NVIDIA H100 80GB HBM3, 1024, 81559, 37\n3, Tesla K80, [N/A], 11441, [N/A]\n\n";
    expect(parseGpus(csv)).toEqual([
      {
        id: 0,
        name: "NVIDIA H100 80GB HBM3",
        memoryUsedBytes: 2 ** 30,
        memoryTotalBytes: 81559 * 2 ** 20,
        utilization: 0.37,
      },
      { id: 3, name: "Tesla K80", memoryUsedBytes: 0, memoryTotalBytes: 11441 * 2 ** 20, utilization: null },
    ]);
  });
});

describe("SystemService", () => {
  it("tells load, memory and disk", async () => {
    const sample = await system.hardware();
    expect(sample.cpu).toBeGreaterThanOrEqual(0);
    expect(sample.cpu).toBeLessThanOrEqual(1);
    expect(sample.memoryUsedBytes).toBeLessThan(sample.memoryTotalBytes);
    expect(sample.diskFreeBytes).toBeLessThanOrEqual(sample.diskTotalBytes);
  });

  it("sends a sample to who listens, at once", async () => {
    const stop = { now: () => {} };
    const sample = await new Promise((resolve) => {
      stop.now = system.subscribe(resolve);
    });
    stop.now();
    expect(sample).toHaveProperty("cores");
  });

  it("counts disk space as du does: links once, symbolic links not followed", async () => {
    for (const folder of [paths.runs, paths.engines, paths.models, paths.datasets]) mkdirSync(folder);
    writeFileSync(join(paths.models, "weights"), Buffer.alloc(1_000_000, 1));
    linkSync(join(paths.models, "weights"), join(paths.models, "again"));
    symlinkSync("/usr", join(paths.models, "far"));
    const du = Number(
      execFileSync("du", ["-s", "--block-size=1", paths.models], { encoding: "utf8" }).split("\t")[0],
    );
    const { modelsBytes, runsBytes } = await createDiskSizes(paths)();
    expect(modelsBytes).toBe(du);
    expect(runsBytes).toBeLessThan(1_000_000);
  });
});

describe("The trash", () => {
  it("is emptied for good, and tells what that freed", async () => {
    mkdirSync(join(paths.trash, "run"), { recursive: true });
    writeFileSync(join(paths.trash, "run", "adapter"), Buffer.alloc(100_000, 1));
    symlinkSync(paths.models, join(paths.trash, "far"));
    const before = await system.info({ disk: true });
    const { freedBytes } = await system.emptyTrash();
    expect(before.disk?.trashBytes).toBe(freedBytes);
    expect(freedBytes).toBeGreaterThan(100_000);
    expect(readdirSync(paths.trash)).toEqual([]);
    expect(readdirSync(paths.models)).toContain("weights");
    expect((await system.info({ disk: true })).disk?.trashBytes).toBe(0);
    expect(await system.emptyTrash()).toEqual({ freedBytes: 0 });
  });
});

describe("Settings", () => {
  it("keeps what is not changed, and a spoilt file beside", () => {
    expect(readSettings(paths.settings).language).toBe("auto");
    changeSettings(paths.settings, { language: "zh" });
    changeSettings(paths.settings, { theme: "dark" });
    expect(readSettings(paths.settings)).toMatchObject({ language: "zh", theme: "dark" });
    writeFileSync(paths.settings, "{");
    expect(readSettings(paths.settings).language).toBe("auto");
    changeSettings(paths.settings, { theme: "light" });
    expect(readdirSync(home).some((name) => name.startsWith("settings.json.broken-"))).toBe(true);
  });
});
