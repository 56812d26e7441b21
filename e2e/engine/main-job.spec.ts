// The main job on the real engine: a run is started in the browser, survives everything, is merged, and equals the plain CLI.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { held } from "../engine-process.ts";
import { LaunchPage } from "../pages/launch-page.ts";
import { asShown, RunPage } from "../pages/run-page.ts";
import { answers, demoScript, plainTrain, test } from "./engine-fixtures.ts";

const QUESTION = "What is the capital of France?";

test("the demo run falls live, survives a reload and a killed server, pauses, resumes, merges, and equals the plain CLI", async ({
  page,
  studio,
}) => {
  await page.goto(studio.address);
  await page.getByRole("link", { name: "Open the demo" }).click();
  const launch = await LaunchPage.shown(page);
  const run = await launch.startRun();
  const { id } = run;

  await test.step("the loss falls while it is looked at", async () => {
    await run.loss.getByRole("img").waitFor({ timeout: 120_000 });
    await expect.poll(() => run.pointCount(), { timeout: 120_000 }).toBeGreaterThan(40);
  });

  await held(studio, id, () =>
    test.step("a reload in mid-run loses nothing", async () => {
      const before = await run.curve();
      expect(mean(before.slice(-5))).toBeLessThan(mean(before.slice(0, 5)));
      await page.reload();
      await RunPage.shown(page, await nameOf(studio, id));
      await expect.poll(() => run.pointCount()).toBeGreaterThanOrEqual(before.length);
      expect((await run.curve()).slice(0, before.length)).toEqual(before);
      await studio.kill("SIGKILL");
    }),
  );

  await test.step("a killed server stops nothing", async () => {
    const events = join(studio.home, "runs", id, "attempt-1", "events.jsonl");
    const { length } = await readFile(events);
    await expect
      .poll(async () => (await readFile(events)).length, { timeout: 60_000, intervals: [100] })
      .toBeGreaterThan(length + 2000);
  });

  await held(studio, id, () =>
    test.step("the next server takes it up, and the page asks for a pause", async () => {
      await studio.start();
      await expect.poll(() => studio.api.status(id)).toBe("running");
      await run.pause.click();
      await expect.poll(() => studio.api.status(id)).toBe("pausing");
    }),
  );

  let pausedAt = 0;
  await test.step("pause writes a checkpoint, resume goes on from it", async () => {
    await expect.poll(() => studio.api.status(id), { timeout: 60_000 }).toBe("paused");
    const { step = 0 } = (await studio.api.curve(id)).at(-1) ?? {};
    expect(step).toBeGreaterThan(0);
    await run.resumeFromNewest();
    await expect.poll(() => studio.api.status(id), { timeout: 300_000 }).toBe("succeeded");
    const begins = (await studio.api.events(id)).flatMap(({ event }) =>
      event.type === "begin" ? [event] : [],
    );
    expect(begins).toHaveLength(2);
    pausedAt = begins[1]?.step ?? 0;
    expect(begins[1]?.resumedFrom).toBe(pausedAt);
    expect(pausedAt).toBeGreaterThanOrEqual(step);
  });

  const written = await studio.api.curve(id);
  await test.step("every point the engine wrote is in the chart once", async () => {
    await page.reload();
    await run.loss.getByRole("img").waitFor();
    await expect.poll(() => run.pointCount()).toBe(written.length);
    // The table holds the newest rows; each of them once and as the engine wrote it.
    const shown = await run.curve();
    expect(shown.length).toBeGreaterThan(100);
    expect(shown).toEqual(asShown(written.slice(-shown.length)));
    expect(written.at(-1)?.loss).toBeLessThan((written[0]?.loss ?? 0) / 4);
  });

  const { outputDir } = await studio.api.run(id);
  await test.step("the merge equals PEFT's own, and the answer has changed its style and stays right", async () => {
    const merge = await run.startMerge();
    await expect.poll(() => studio.api.status(merge.id), { timeout: 180_000 }).toBe("succeeded");
    const { outputDir: merged, artifacts } = await studio.api.run(merge.id);
    const names = artifacts.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["Modelfile", "model.safetensors", "tokenizer.json", "chat_template.jinja"]),
    );
    const base = join(studio.home, "models/demo-text");
    const compared = JSON.parse(await demoScript("compare_merge.py", base, outputDir ?? "", merged ?? ""));
    expect(compared).toMatchObject({ equal: true });
    const [plain = ""] = await answers(base, [QUESTION]);
    const [changed = ""] = await answers(merged ?? "", [QUESTION]);
    expect(plain).toBe("The capital of France is Paris.");
    expect(changed).toContain("Paris");
    expect(changed).not.toBe(plain);
  });

  await test.step("the same file gives the plain command line the same losses", async () => {
    const plainOutput = join(studio.home, "plain");
    await plainTrain(join(studio.home, "runs", id, "train.yaml"), plainOutput);
    const lines = (await readFile(join(plainOutput, "trainer_log.jsonl"), "utf8")).trim().split("\n");
    const rows: { current_steps: number; loss?: number }[] = lines.map((line) => JSON.parse(line));
    const plain = rows.flatMap(({ current_steps, loss }) =>
      loss === undefined ? [] : [{ step: current_steps, loss }],
    );
    const ours = new Map(written.map(({ step, loss }) => [step, loss]));
    // A pause tells the loss of its own step, so the next mean is over fewer steps than without a pause.
    const apart = plain.filter(({ step }) => step < pausedAt || step > pausedAt + 2);
    expect(apart.length).toBeGreaterThan(plain.length - 3);
    for (const { step, loss } of apart) expect(ours.get(step), `step ${step}`).toBeCloseTo(loss, 3);
  });
});

test("the vision demo trains, and its log shows the expanded image tokens", async ({ page, studio }) => {
  await page.goto(studio.address);
  await page.getByRole("heading", { name: "Runs", level: 1 }).waitFor();
  const launch = await LaunchPage.open(page, studio.origin, "?preset=demo-vision");
  const run = await launch.startRun();
  await expect.poll(() => studio.api.status(run.id), { timeout: 300_000 }).toBe("succeeded");
  const curve = await studio.api.curve(run.id);
  expect(curve.at(-1)?.loss).toBeLessThan((curve[0]?.loss ?? 0) / 2);
  expect(await studio.api.log(run.id)).toMatch(/<\|vision_start\|>(<\|image_pad\|>){4,}<\|vision_end\|>/);
});

function mean(points: { loss: number }[]): number {
  return points.reduce((sum, { loss }) => sum + loss, 0) / points.length;
}

async function nameOf(
  studio: { api: { run(id: string): Promise<{ summary: { name: string } }> } },
  id: string,
): Promise<string> {
  return (await studio.api.run(id)).summary.name;
}
