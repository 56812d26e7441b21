// Shows that a curve is whole whatever happens to page, network and server while a run goes on: no gap, nothing twice.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { RunPage } from "../pages/run-page.ts";
import type { Studio } from "../studio.ts";
import { Wire } from "../wire.ts";

test.use({ seconds: 10 });

/** A run in its middle, on show. */
async function midRun(page: Page, studio: Studio, origin = studio.origin): Promise<RunPage> {
  const { id } = await studio.api.startDemo("poem");
  const run = await RunPage.open(page, origin, id);
  await expect.poll(() => run.pointCount()).toBeGreaterThan(5);
  return run;
}

async function endsWhole(run: RunPage, studio: Studio): Promise<void> {
  await run.reaches("Succeeded");
  const truth = await studio.api.curve(run.id);
  expect(truth.length).toBeGreaterThan(20);
  await run.showsCurve(truth);
}

test("a reload in mid-run keeps every point", async ({ runs, studio }) => {
  const run = await midRun(runs.page, studio);
  const before = await run.pointCount();
  await run.page.reload();
  await expect(run.loss.getByRole("img")).toBeVisible();
  expect(await run.pointCount()).toBeGreaterThanOrEqual(before);
  await endsWhole(run, studio);
});

test("going to the list and back shows the curve as it is by then", async ({ runs, studio }) => {
  const run = await midRun(runs.page, studio);
  await run.frame.link("Runs").click();
  await expect(runs.row("poem")).toContainText(/Running|Succeeded/);
  await runs.openRun("poem");
  await endsWhole(run, studio);
});

test("a browser that was offline catches up", async ({ runs, studio, context }) => {
  const run = await midRun(runs.page, studio);
  await context.setOffline(true);
  const seen = (await studio.api.curve(run.id)).length;
  await expect.poll(async () => (await studio.api.curve(run.id)).length).toBeGreaterThan(seen + 5);
  await context.setOffline(false);
  await endsWhole(run, studio);
});

test("a connection that breaks is told, and mended without a gap", async ({ page, studio }) => {
  const wire = new Wire(studio.port);
  await wire.mend();
  const origin = `http://127.0.0.1:${wire.port}`;
  await page.goto(studio.address.replace(studio.origin, origin));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Runs");
  const run = await midRun(page, studio, origin);
  await wire.cut();
  await expect(run.frame.lost).toBeVisible();
  const seen = (await studio.api.curve(run.id)).length;
  await expect.poll(async () => (await studio.api.curve(run.id)).length).toBeGreaterThan(seen + 5);
  await wire.mend();
  await expect(run.frame.lost).toHaveCount(0);
  await endsWhole(run, studio);
  await wire.cut();
});

test("a server that is killed and started again finds the run going on", async ({ runs, studio }) => {
  const run = await midRun(runs.page, studio);
  await studio.kill("SIGKILL");
  await expect(run.frame.lost).toBeVisible();
  await studio.start();
  await expect(run.frame.lost).toHaveCount(0);
  await endsWhole(run, studio);
  expect((await studio.api.run(run.id)).attempts).toHaveLength(1);
});

test.describe("unhurried", () => {
  test.use({ seconds: 40 });

  test("two tabs show the same run, and what one asks the other sees", async ({ runs, studio, context }) => {
    const run = await midRun(runs.page, studio);
    const other = await RunPage.open(await context.newPage(), studio.origin, run.id);
    await run.pause.click();
    await expect(other.state("Paused")).toBeVisible();
    await expect(run.state("Paused")).toBeVisible();
    await other.chooseStop("End this run");
    await expect(run.state("Stopped")).toBeVisible();
    const truth = await studio.api.curve(run.id);
    await run.showsCurve(truth);
    await other.showsCurve(truth);
  });
});
