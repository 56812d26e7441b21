// Shows that language and theme are kept by the studio, so that every browser of it follows.
import { expect, test } from "../fixtures.ts";
import { RunsPage } from "../pages/runs-page.ts";
import { SettingsPage } from "../pages/settings-page.ts";

const scheme = () => document.documentElement.dataset.theme;

test("language and theme persist, here and in another browser", async ({ runs, studio, browser }) => {
  await runs.frame.chooseTheme("Dark");
  await expect.poll(() => runs.page.evaluate(scheme)).toBe("dark");
  await runs.frame.palette.run("中文", /中文/);
  await expect(runs.heading).toHaveText("运行");
  await runs.page.reload();
  await expect(runs.heading).toHaveText("运行");
  expect(await runs.page.evaluate(scheme)).toBe("dark");

  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(studio.address);
  await expect(new RunsPage(page).heading).toHaveText("运行");
  await expect.poll(() => page.evaluate(scheme)).toBe("dark");
  await context.close();
});

test("settings show the engine's health, the disk and the address, and check the engine anew", async ({
  runs,
  studio,
}) => {
  const settings = await SettingsPage.open(runs.page, studio.origin);
  const engines = settings.section("Engines");
  const engine = engines.getByRole("group", { name: "LLaMA-Factory" });
  await expect(engine).toContainText("Ready");
  await expect(engine).toContainText("0.9.5");
  await expect(
    engines.getByRole("group", { name: "Axolotl" }).getByRole("button", { name: "Install" }),
  ).toBeEnabled();
  await engine.getByRole("button", { name: "Check" }).click();
  await expect(runs.page.getByText("LLaMA-Factory was checked: Ready")).toBeVisible();
  await expect(settings.section("Disk")).toContainText(studio.home);
  await expect(settings.section("Access")).not.toContainText(await studio.token());
});

test("a new token signs other browsers out", async ({ runs, studio, browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(studio.address);
  await expect(new RunsPage(page).heading).toHaveText("Runs");

  const settings = await SettingsPage.open(runs.page, studio.origin);
  await settings.section("Access").getByRole("button", { name: "Replace…" }).click();
  await runs.page.getByRole("alertdialog").getByRole("button", { name: "Replace the token" }).click();
  await expect(runs.page.getByText(/^The token is replaced/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Sign in to this studio" })).toBeVisible();
  await runs.page.reload();
  await expect(settings.heading).toHaveText("Settings");
  await context.close();
});
