// Shows that no screen breaks a rule of WCAG 2.2 AA that a machine can check: light and dark, wide and narrow.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { LaunchPage } from "../pages/launch-page.ts";
import { ModelsPage } from "../pages/models-page.ts";
import { RunPage } from "../pages/run-page.ts";
import { RunsPage } from "../pages/runs-page.ts";
import { SettingsPage } from "../pages/settings-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { TemplatesPage } from "../pages/templates-page.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

async function violations(axe: AxeBuilder): Promise<string[]> {
  const found = await axe.analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
  );
}

/** All rules in the light theme; in the dark one what may differ there. */
async function check(page: Page, where: string): Promise<void> {
  expect.soft(await violations(new AxeBuilder({ page }).withTags(rules)), where).toEqual([]);
  await turn(page, "dark");
  const colours = new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]);
  expect.soft(await violations(colours), `${where}, dark`).toEqual([]);
  await turn(page, "light");
}

async function turn(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe(colorScheme);
  // A transition, however short, ends with a frame, and may begin another in what inherits the colour.
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
}

for (const viewport of sizes)
  test.describe(`${viewport.width} px`, () => {
    // Without motion, so that colours are judged where they come to rest.
    test.use({ viewport, contextOptions: { reducedMotion: "reduce" } });

    test("the list of runs, empty, filled and asking", async ({ runs, studio, page }) => {
      await expect(page.getByText("No runs yet")).toBeVisible();
      await check(page, "no runs");
      const failed = await studio.api.startDemo("demo-fail");
      await expect.poll(() => studio.api.status(failed.id)).toBe("failed");
      await studio.api.startDemo("poem");
      await studio.api.startDemo("waiting");
      await expect(runs.row("waiting")).toBeVisible();
      await check(page, "runs");
      await runs.openMenu("demo-fail");
      await check(page, "menu of a run");
      await page.keyboard.press("Escape");
      await runs.select("demo-fail").check();
      await page.getByRole("button", { name: "Archive 1" }).click();
      await expect(runs.question).toBeVisible();
      await check(page, "question");
      await page.keyboard.press("Escape");
      await expect(runs.question).toHaveCount(0);
      await page.keyboard.press("ControlOrMeta+k");
      await expect(runs.frame.palette.input).toBeVisible();
      await check(page, "palette");
    });

    test("new run, ready and with problems", async ({ runs, studio, page }) => {
      await expect(runs.heading).toBeVisible();
      const launch = await LaunchPage.open(page, studio.origin);
      await launch.ready();
      await check(page, "new run");
      await launch.learningRate.fill("fast");
      await expect(launch.start).toBeDisabled();
      await check(page, "new run with a problem");
    });

    test("a run, succeeded and failed, in all its tabs", async ({ runs, studio, page }) => {
      await expect(runs.heading).toBeVisible();
      const { id } = await studio.api.startDemo("poem");
      const run = await RunPage.open(page, studio.origin, id);
      await run.reaches("Succeeded");
      for (const tab of ["Config", "Log", "Checkpoints", "Artefacts", "Environment", "Overview"] as const) {
        await run.openTab(tab);
        await check(page, `run, ${tab}`);
      }
      await run.merge.first().click();
      await expect(run.dialog).toBeVisible();
      await check(page, "merge dialog");
      const failed = await studio.api.startDemo("demo-fail");
      await RunPage.open(page, studio.origin, failed.id);
      await run.reaches("Failed");
      await run.showDetails();
      await check(page, "failed run");
    });

    test("models, settings, gate, missing page", async ({ runs, studio, page, browser }) => {
      await expect(runs.heading).toBeVisible();
      const models = await ModelsPage.open(page, studio.origin);
      await expect(models.row("demo-text").first()).toBeVisible();
      await check(page, "models");
      const settings = await SettingsPage.open(page, studio.origin);
      await expect(settings.section("Engines")).toContainText("Ready");
      await check(page, "settings");
      await page.goto(`${studio.origin}/nowhere/`);
      await expect(page.getByText("There is no page at this address").first()).toBeVisible();
      await check(page, "missing page");

      const context = await browser.newContext({ viewport });
      const stranger = await context.newPage();
      await stranger.goto(studio.origin);
      await expect(new SignInPage(stranger).heading).toBeVisible();
      await check(stranger, "gate");
      await context.close();
    });

    test("templates, groups and plugins, listed and edited", async ({ runs, studio, page }) => {
      await expect(runs.heading).toBeVisible();
      const templates = await TemplatesPage.open(page, studio.origin, "templates");
      await expect(templates.row("dialog_plain")).toBeVisible();
      await check(page, "templates");
      for (const [tab, add] of [
        ["templates", "Add a template"],
        ["groups", "Add a model group"],
        ["plugins", "Add a plugin"],
      ] as const) {
        await TemplatesPage.open(page, studio.origin, tab);
        await page.getByRole("link", { name: add }).click();
        await expect(templates.heading).toHaveText(/^New /);
        await check(page, `${tab}, a new one`);
      }
      await page.goto(`${studio.origin}/models/?tab=groups&name=Llama-4-Guide`);
      await expect(templates.heading).toHaveText("Llama-4-Guide");
      await check(page, "a model group");
    });

    test.describe("first visit", () => {
      test.use({ firstVisit: true, engine: "missing" });
      test("the first-visit card", async ({ page, runs }) => {
        await expect(new RunsPage(page).welcome).toBeVisible();
        await expect(runs.heading).toBeVisible();
        await check(page, "first visit");
      });
    });
  });
