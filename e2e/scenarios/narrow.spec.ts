// Shows that on a phone every screen fits its width and every action can be reached.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { LaunchPage } from "../pages/launch-page.ts";
import { ModelsPage } from "../pages/models-page.ts";
import { RunPage } from "../pages/run-page.ts";
import { SettingsPage } from "../pages/settings-page.ts";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, seconds: 40 });

/** Nothing pushes the page wider than the window. */
async function fits(page: Page): Promise<void> {
  // Not the window's own width: a phone widens that to what the page asks for.
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
}

test("a demo is launched, watched, paused and stopped on a phone", async ({ runs, studio, page }) => {
  await runs.frame.link("New run").click();
  await LaunchPage.shown(page);
  const launch = await LaunchPage.open(page, studio.origin);
  await launch.ready();
  await fits(page);
  await page.getByRole("button", { name: /^Config/ }).click();
  await expect(launch.editor).toBeVisible();
  await fits(page);
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  const run = await launch.startRun();
  await expect.poll(() => run.pointCount()).toBeGreaterThan(0);
  await fits(page);
  for (const tab of ["Log", "Config", "Checkpoints", "Artefacts", "Environment", "Overview"] as const) {
    await run.openTab(tab);
    await fits(page);
  }
  await run.pause.click();
  await expect(run.state("Paused")).toBeVisible();
  await expect(run.resume.first()).toBeVisible();
  await run.chooseStop("End this run");
  await expect(run.state("Stopped")).toBeVisible();
  await run.more.click();
  await page.getByRole("menuitem", { name: "Archive" }).click();

  await run.frame.link("Runs").click();
  await fits(page);
});

test("runs are cards with the same actions", async ({ runs, studio, page }) => {
  const first = await studio.api.startDemo("first");
  await studio.api.startDemo("second");
  await expect(runs.row("first")).toBeVisible();
  await expect(runs.row("second")).toContainText("Next in the queue");
  await fits(page);
  await runs.act("second", "Stop…");
  await runs.question.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(runs.row("second")).toContainText("Stopped");
  await runs.toggleFilter("Stopped");
  await expect(runs.row("first")).toHaveCount(0);
  await page.goto(studio.origin);
  const run = await runs.openRun("first");
  expect(run.id).toBe(first.id);
});

test("models and settings fit, and their actions are there", async ({ runs, studio, page }) => {
  await expect(runs.heading).toBeVisible();
  const models = await ModelsPage.open(page, studio.origin);
  await expect(models.row("demo-text").first()).toBeVisible();
  await expect(models.add.first()).toBeVisible();
  await fits(page);
  const settings = await SettingsPage.open(page, studio.origin);
  for (const engine of ["LLaMA-Factory", "Axolotl"]) {
    const card = settings.section("Engines").getByRole("group", { name: engine });
    await expect(card.getByRole("button", { name: "Check" })).toBeVisible();
  }
  await fits(page);
});

test("a failed run is read on a phone without scrolling sideways", async ({ runs, studio, page }) => {
  await expect(runs.heading).toBeVisible();
  const { id } = await studio.api.startDemo("demo-fail");
  const run = await RunPage.open(page, studio.origin, id);
  await run.reaches("Failed");
  await run.showDetails();
  await fits(page);
});
