// The work around a training with Axolotl, on the CPU: evaluated while it runs and after, prepared, exported, quantized;
// and how it ends when it is killed, fails, or is asked to end from outside.
import { cp, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { readConfig } from "../../contract/config-document.ts";
import type { RunDetail, RunState, RunStatus } from "../../contract/run.ts";
import type { RunEvent } from "../../contract/run-event.ts";
import { engineOf, held } from "../engine-process.ts";
import { RunPage } from "../pages/run-page.ts";
import { Studio } from "../studio.ts";

const python = process.env.ANNEAL_TEST_AXOLOTL_PYTHON ?? "";

let studio: Studio;
test.beforeAll(async () => {
  expect(python, "ANNEAL_TEST_AXOLOTL_PYTHON names a Python with Axolotl; npm test sets it").not.toBe("");
  studio = await Studio.create({ executor: "local", enginePython: `axolotl=${python}` });
});
test.afterAll(() => studio?.remove());

/** The demo, trained whole and short: its result is a model that can be evaluated, exported and quantized. */
async function whole(name: string, changes: Record<string, string | number | undefined>): Promise<string> {
  const demo = readConfig(await studio.api.presetConfig("axolotl-demo-text"));
  const adapterKeys = demo.keys.filter((key) => key === "adapter" || key.startsWith("lora_"));
  const gone = Object.fromEntries(adapterKeys.map((key) => [key, undefined]));
  const config = demo.with({ ...gone, logging_steps: 1, save_steps: 1000, ...changes }).text;
  const spec = { kind: "train", engine: "axolotl", name, config, device: { type: "cpu" } } as const;
  return (await studio.api.startRun(spec)).id;
}

async function ends(id: string): Promise<RunDetail> {
  const over: RunStatus[] = ["succeeded", "failed", "stopped", "lost"];
  await expect
    .poll(async () => over.includes((await studio.api.run(id)).summary.state.status), { timeout: 240_000 })
    .toBe(true);
  return studio.api.run(id);
}
async function succeeds(id: string): Promise<RunDetail> {
  const run = await ends(id);
  expect(run.summary.state).toMatchObject({ status: "succeeded" });
  return run;
}
const reasonOf = (state: RunState) => (state.status === "failed" ? state.reason : null);

async function metrics(id: string, kind: "train" | "eval" | "summary") {
  const events: RunEvent[] = (await studio.api.events(id)).map(({ event }) => event);
  return events.flatMap((event) => (event.type === "metrics" && event.kind === kind ? [event] : []));
}
const reachesStep = (id: string, step: number) =>
  expect
    .poll(async () => (await metrics(id, "train")).at(-1)?.step ?? 0, { timeout: 240_000 })
    .toBeGreaterThan(step);

test("evaluated now and later, prepared, exported and quantized", async ({ page }) => {
  const id = await whole("whole", { max_steps: 60, eval_steps: 1000 });

  await test.step("evaluate now measures the held-out data at the next step", async () => {
    await reachesStep(id, 2);
    await held(studio, id, () => studio.api.act(id, { action: "evaluate" }));
    await expect.poll(async () => (await metrics(id, "eval")).length, { timeout: 60_000 }).toBeGreaterThan(0);
    const { summary } = await succeeds(id);
    const told = (await metrics(id, "eval")).filter(({ step }) => step > 0 && step < 60);
    expect(told).toHaveLength(1);
    for (const name of ["eval_loss", "eval_ppl"]) expect(typeof told[0]?.values[name], name).toBe("number");
    expect(summary.lastEvalLoss).not.toBeNull();
  });

  await test.step("from the run's page: its result is evaluated, and the numbers stand in a table", async () => {
    await page.goto(studio.address);
    await page.getByRole("heading", { level: 1, name: "Runs" }).waitFor();
    await page.goto(new URL(`/run/?id=${id}`, studio.address).href);
    await RunPage.shown(page, "whole");
    await page.getByRole("button", { name: "Evaluate", exact: true }).click();
    await page.getByRole("button", { name: "Start evaluating" }).click();
    await RunPage.shown(page, "whole evaluated");
    const table = page.getByRole("region", { name: "Result" });
    await expect(table.getByRole("row", { name: /^loss/ })).toBeVisible({ timeout: 240_000 });
    await expect(table.getByRole("row", { name: /^ppl/ })).toBeVisible();
  });

  await test.step("its data is prepared", async () => {
    const prepared = await succeeds((await studio.api.follow(id, "preprocess")).id);
    expect(prepared.artifacts.some(({ kind, bytes }) => kind === "data" && bytes > 0)).toBe(true);
    const [counted] = await metrics(prepared.summary.id, "summary");
    expect(counted?.values).toMatchObject({ train_examples: expect.any(Number), bytes: expect.any(Number) });
  });

  await test.step("it is exported by a copy, and quantized in groups that fit its layers", async () => {
    const copy = await succeeds((await studio.api.merge(id)).id);
    expect(copy.summary.kind).toBe("export");
    expect(copy.artifacts.map(({ name }) => name)).toContain("model.safetensors");
    await expect(studio.api.follow(copy.summary.id, "quantize", { group: 32 })).rejects.toThrow(/344/);
    const small = await succeeds((await studio.api.follow(copy.summary.id, "quantize", { group: 8 })).id);
    expect(small.artifacts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["model.safetensors", "config.json", "tokenizer.json"]),
    );
    const [counted] = await metrics(small.summary.id, "summary");
    expect(counted?.values.weight_bytes).toBeLessThan(Number(counted?.values.weight_bytes_before));
  });
});

test("ends that were not wished for are told as what they are", async () => {
  await test.step("killed", async () => {
    const id = await whole("killed", { max_steps: 500 });
    await reachesStep(id, 1);
    process.kill(await engineOf(studio, id), "SIGKILL");
    const { summary } = await ends(id);
    expect(reasonOf(summary.state)).toMatchObject({ code: "killed", signal: "SIGKILL" });
  });

  await test.step("asked to end from outside: it exits with 0 after an interrupt, which is no success", async () => {
    const id = await whole("interrupted", { max_steps: 500 });
    await reachesStep(id, 1);
    process.kill(await engineOf(studio, id), "SIGINT");
    const { summary, attempts } = await ends(id);
    expect(summary.state.status, JSON.stringify([summary.state, attempts])).not.toBe("succeeded");
  });

  await test.step("fails in the engine: its own words, not its banner", async () => {
    // Half of it is refused before the start; a shape that its own weights do not have only the engine finds.
    const torn = join(studio.home, "models", "torn");
    await cp(join(studio.home, "models", "demo-text"), torn, { recursive: true });
    await truncate(join(torn, "model.safetensors"), 5000);
    await expect(whole("torn", { base_model: torn })).rejects.toThrow(/model\.safetensors/);
    const other = join(studio.home, "models", "other");
    await cp(join(studio.home, "models", "demo-text"), other, { recursive: true });
    const shape = await readFile(join(other, "config.json"), "utf8");
    await writeFile(
      join(other, "config.json"),
      shape.replace(/"intermediate_size": \d+/, '"intermediate_size": 64'),
    );
    const reason = reasonOf((await ends(await whole("other", { base_model: other }))).summary.state);
    expect(reason?.code).toBe("engine-error");
    expect(reason?.message).toMatch(/^RuntimeError: You set `ignore_mismatched_sizes`/);
  });
});
