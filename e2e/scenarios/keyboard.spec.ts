// Shows that the product can be used without a mouse: palette, keys, focus.
import { expect, test } from "../fixtures.ts";
import { LaunchPage } from "../pages/launch-page.ts";
import { RunPage } from "../pages/run-page.ts";

test("the palette finds a run and goes there, and to every screen", async ({ runs, studio }) => {
  await studio.api.startDemo("needle-in-the-list");
  await expect(runs.link("needle-in-the-list")).toBeVisible();
  await runs.frame.palette.run("needle", /needle-in-the-list/);
  const run = await RunPage.shown(runs.page, "needle-in-the-list");
  await run.frame.palette.run("Models", /Models/);
  await expect(runs.heading).toHaveText("Models");
  await run.frame.palette.run("Settings", /Settings/);
  await expect(runs.heading).toHaveText("Settings");
});

test("a run is started, watched and opened again with keys alone", async ({ runs, studio }) => {
  const { keyboard } = runs.page;
  await runs.page.getByRole("main").focus();
  await keyboard.press("n");
  const launch = await LaunchPage.shown(runs.page);
  await expect(async () => {
    await keyboard.press("Tab");
    await expect(launch.startFrom).toBeFocused({ timeout: 50 });
  }).toPass();
  await keyboard.press("Enter");
  await expect(runs.page.getByRole("searchbox", { name: /^Search presets/ })).toBeFocused();
  await keyboard.type("tiny model a new style");
  await keyboard.press("Enter");
  await expect(runs.page).toHaveURL(/preset=demo-text/);
  await launch.ready();
  await keyboard.press("ControlOrMeta+Enter");
  await expect(runs.page).toHaveURL(/\/run\/\?id=/);
  // A key pressed while the form still stands would be typed into it.
  const run = new RunPage(runs.page);
  await expect(run.heading).toHaveText(/^demo-\d+$/);
  const { id } = run;

  await keyboard.press("g");
  await keyboard.press("r");
  await expect(runs.heading).toHaveText("Runs");
  const second = await studio.api.startDemo("another");
  await expect(runs.link("another")).toBeVisible();
  await keyboard.press("j");
  await keyboard.press("j");
  await keyboard.press("k");
  const names = await runs.names();
  await expect(runs.link(names[0] ?? "")).toBeFocused();
  await keyboard.press("Enter");
  await expect(runs.page).toHaveURL(new RegExp(`id=(${id}|${second.id})`));
});

test("the slash key searches, the question mark lists the keys, Escape closes", async ({ runs, studio }) => {
  await studio.api.startDemo("poem");
  await expect(runs.search).toBeVisible();
  await runs.page.keyboard.press("/");
  await expect(runs.search).toBeFocused();
  await runs.page.keyboard.press("Escape");
  await runs.page.keyboard.press("?");
  await expect(runs.frame.keys).toBeVisible();
  await runs.page.keyboard.press("Escape");
  await expect(runs.frame.keys).toHaveCount(0);
});

test("the first Tab offers to skip to the content", async ({ runs }) => {
  await runs.page.reload();
  await runs.heading.waitFor();
  await runs.page.keyboard.press("Tab");
  await expect(runs.page.getByRole("link", { name: "Skip to content" })).toBeFocused();
});
