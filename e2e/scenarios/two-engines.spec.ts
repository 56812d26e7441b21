// One recipe and two engines, played from recordings: from the list to both curves on one chart, from a run to its twin,
// by keyboard, on a phone, in Chinese, and without a finding of axe.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { ComparePage, TwinPage } from "../pages/compare-page.ts";
import type { Studio } from "../studio.ts";

test.use({ engine: "both", seconds: 2 });

async function isAccessible(page: Page, where: string): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe(colorScheme);
    await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    expect
      .soft(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" "))}`),
        where,
      )
      .toEqual([]);
  }
}

/** One training of each engine, both over. */
async function pair(studio: Studio) {
  const first = await studio.api.startDemo("poem");
  const config = await studio.api.presetConfig("axolotl-demo-text");
  const second = await studio.api.startRun({
    kind: "train",
    engine: "axolotl",
    name: "poem-axolotl",
    config,
    device: { type: "cpu" },
    twin: first.id,
  });
  for (const { id } of [first, second])
    await expect.poll(() => studio.api.status(id), { timeout: 40_000 }).toBe("succeeded");
  return [first.id, second.id] as const;
}

test("two ticked runs lie on one chart", async ({ runs, studio, page }) => {
  await pair(studio);
  await runs.select("poem-axolotl").check();
  await page.getByRole("checkbox", { name: "Select poem", exact: true }).check();
  await page.getByRole("link", { name: "Compare 2" }).click();
  const compare = new ComparePage(page);
  await expect(compare.heading).toBeVisible();
  await expect(compare.run("twin of poem")).toContainText("Axolotl");
  await expect(compare.loss).toHaveAccessibleName(/poem-axolotl/);
  await expect(page.getByRole("figure", { name: /^learning_rate/ })).toBeVisible();
  await test.step("how it is looked at stands in the address", async () => {
    await page.getByRole("combobox", { name: "Along" }).click();
    await page.getByRole("option", { name: "Epoch" }).click();
    await expect(page).toHaveURL(/x=epoch/);
    await page.reload();
    await expect(page.getByRole("combobox", { name: "Along" })).toContainText("Epoch");
  });
  await test.step("one is taken off the page", async () => {
    await page.getByRole("link", { name: "Take poem-axolotl off this page" }).click();
    await expect(compare.run("poem-axolotl")).toHaveCount(0);
  });
});

test("a run leads to its twin, and the twin into New run", async ({ runs, studio, page }) => {
  await expect(runs.heading).toBeVisible();
  const [first] = await pair(studio);
  await page.goto(new URL(`/run/?id=${first}`, studio.address).href);
  await expect(page.getByRole("link", { name: "Compare the curves" })).toBeVisible();
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: /Twin on the other engine/ }).click();
  const twin = new TwinPage(page);
  await expect(twin.heading).toHaveText("Twin on Axolotl");
  await expect(twin.setting("lora_alpha")).toContainText("Added");
  await twin.outcomes("Changed").focus();
  await page.keyboard.press("Space");
  await expect(twin.setting("lora_alpha")).toHaveCount(0);
  await expect(twin.setting("val_size")).toContainText("not the same ones");
  await expect(twin.outlook.getByRole("row", { name: /^Warmup steps 60 60$/ })).toBeVisible();
  await expect(twin.outlook.getByRole("row", { name: /^Steps 261 \(differs\) 259$/ })).toBeVisible();
  await twin.use.click();
  await expect(page.getByRole("heading", { level: 1, name: "New run" })).toBeVisible();
  await expect(page).toHaveURL(/taken=/);
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])
  test.describe(`${viewport.width} px`, () => {
    test.use({ viewport });

    test("both pages are for everybody", async ({ runs, studio, page }) => {
      await expect(runs.heading).toBeVisible();
      const ids = await pair(studio);
      await page.goto(new URL(`/compare/?runs=${ids.join(",")}`, studio.address).href);
      await expect(new ComparePage(page).run("poem-axolotl")).toBeVisible();
      await isAccessible(page, "compare");
      await page.goto(new URL(`/twin/?run=${ids[0]}`, studio.address).href);
      const twin = new TwinPage(page);
      await expect(twin.outlook).toBeVisible();
      await isAccessible(page, "twin");
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(viewport.width);
    });
  });

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });
  test("nothing to compare says what to do", async ({ page, studio }) => {
    await page.goto(studio.address);
    await expect(page.getByRole("heading", { level: 1, name: "运行" })).toBeVisible();
    await page.goto(new URL("/compare/", studio.address).href);
    await expect(page.getByText("在列表中勾选两个或更多运行")).toBeVisible();
  });
});
