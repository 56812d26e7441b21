// Shows rows and whole sets in tokens, asked of the real engine through the service: figures, progress, cancelling, and other
// questions meanwhile. Needs the engine's Python.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import type { EncodeSettings, Scan } from "../../../contract/dataset-scan.ts";
import { createEngineHost } from "../../engines/engine-host.ts";
import { createDatasetFiles, createDatasets } from "../dataset-service.ts";

const python = process.env.ANNEAL_TEST_ENGINE_PYTHON;
const demo = join(import.meta.dirname, "../../../configs/demo");
const home = mkdtempSync(join(tmpdir(), "anneal-tokens-"));
const dir = join(home, "datasets");
cpSync(join(demo, "data"), dir, { recursive: true });
const files = createDatasetFiles({ home });
const engines = createEngineHost({ home, ...(python && { enginePython: python }) });
const datasets = createDatasets({ home, files, engines });
afterAll(async () => {
  await datasets.close();
  await engines.close();
  rmSync(home, { recursive: true });
});

const base = {
  engine: "llamafactory",
  cutoffLen: 2048,
  stage: "sft",
  trainOnPrompt: false,
  maskHistory: false,
  options: {},
} as const;
const text: EncodeSettings = { ...base, model: join(demo, "models/demo-text"), template: "qwen" };
const vision: EncodeSettings = { ...base, model: join(demo, "models/demo-vision"), template: "qwen2_vl" };

async function counted(name: string, settings: EncodeSettings, sample: number | null = null): Promise<Scan> {
  const { id } = await datasets.startScan(name, dir, { kind: "tokens", settings, sample });
  await vi.waitFor(async () => expect((await datasets.scan(id)).state.status).not.toBe("running"), {
    timeout: 60_000,
    interval: 100,
  });
  return datasets.scan(id);
}

function write(name: string, rows: readonly string[]): void {
  writeFileSync(join(dir, `${name}.jsonl`), `${rows.join("\n")}\n`);
  const info = { [name]: { file_name: `${name}.jsonl` } };
  writeFileSync(join(dir, "dataset_info.json"), JSON.stringify(info));
}

describe.skipIf(!python)("a dataset in tokens", { timeout: 120_000 }, () => {
  it("shows a row with its picture, and says of a cut that falls into it", async () => {
    const row = await datasets.encode("demo_shapes", dir, { row: 7, settings: vision });
    if (row.status !== "encoded") throw new Error(row.reason);
    expect(row).toMatchObject({ cutsMedia: false, media: [{ kind: "image", count: 9 }] });
    expect(row.tokens.filter(({ media }) => media === 0)).toHaveLength(9);
    expect(row.tokens.some(({ learned }) => learned)).toBe(true);
    const cut = await datasets.encode("demo_shapes", dir, { row: 7, settings: { ...vision, cutoffLen: 16 } });
    expect(cut).toMatchObject({ cutsMedia: true, length: row.length, cutoffLen: 16 });
  });

  it("without a template shows the one that the engine reads out of the model", async () => {
    const row = await datasets.encode("demo_pirate", dir, { row: 0, settings: { ...text, template: "" } });
    const named = await datasets.encode("demo_pirate", dir, { row: 0, settings: text });
    if (row.status !== "encoded" || named.status !== "encoded") throw new Error("not encoded");
    expect(row.tokens.map((token) => token.text)).toEqual(named.tokens.map((token) => token.text));
  });

  it("refuses what the engine refuses, in clear words", async () => {
    const gone = { ...text, model: join(home, "gone") };
    await expect(datasets.encode("demo_pirate", dir, { row: 0, settings: gone })).rejects.toMatchObject({
      body: { code: "engine.refused", message: expect.stringContaining("no model folder") },
    });
    await expect(datasets.encode("demo_pirate", dir, { row: 99_999, settings: text })).rejects.toMatchObject({
      body: { message: "demo_pirate has no row 100000." },
    });
    expect(await datasets.encode("demo_shapes", dir, { row: 0, settings: text })).toMatchObject({
      status: "dropped",
      reason: expect.stringContaining("does not support image input"),
    });
    expect((await counted("demo_pirate", gone)).state).toMatchObject({ status: "failed" });
  });

  it("counts every row, pictures by arithmetic, with what is cut, cut in a picture and dropped", async () => {
    const whole = await counted("demo_shapes", vision);
    expect(whole).toMatchObject({
      state: { status: "done" },
      done: 360,
      total: 360,
      result: { kind: "tokens", rows: 360, of: 360, cut: 0, cutMedia: 0, dropped: 0, examples: [] },
    });
    const cut = await counted("demo_shapes", { ...vision, cutoffLen: 30 });
    expect(cut.result).toMatchObject({ rows: 360, cut: 360, cutMedia: 360, lengths: { min: 48, max: 51 } });
    // The same where the pictures are decoded: an option that arithmetic does not cover.
    const options = { image_do_pan_and_scan: true };
    const decoded = await counted("demo_shapes", { ...vision, cutoffLen: 30, options });
    expect(decoded.result).toEqual(cut.result);
    const dropped = await counted("demo_shapes", text);
    expect(dropped.result).toMatchObject({ dropped: 360, examples: { length: 30 } });
  });

  it("takes a sample evenly, and leaves the engine free for other questions meanwhile", async () => {
    const rows = Array.from({ length: 4000 }, (_, at) =>
      JSON.stringify({ instruction: `Number ${at}`, output: "word ".repeat(at % 97) }),
    );
    write("many", [...rows, "{broken"]);
    const sampled = await counted("many", text, 400);
    expect(sampled.result).toMatchObject({ rows: 400, of: 4001, dropped: 0 });
    const { id } = await datasets.startScan("many", dir, { kind: "tokens", settings: text, sample: null });
    await vi.waitFor(async () => expect((await datasets.scan(id)).done).toBeGreaterThan(50), {
      timeout: 30_000,
    });
    await engines.ask("llamafactory", "python_mistake", { code: "a = 1" });
    const running = await datasets.scan(id);
    expect(running).toMatchObject({ state: { status: "running" }, total: 4001, result: { kind: "tokens" } });
    const ended = await datasets.cancelScan(id);
    expect(ended).toMatchObject({ state: { status: "cancelled" }, result: { kind: "tokens", of: 4001 } });
    expect((await counted("many", text)).result).toMatchObject({ rows: 4001, dropped: 1 });
  });
});
