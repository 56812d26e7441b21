// Shows that the list of runs is found one's way in: search, filters, order and archive, all kept in the address.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../fixtures.ts";
import { RunsPage } from "../pages/runs-page.ts";
import { SettingsPage } from "../pages/settings-page.ts";

test("search and filters narrow the list, and the address shows a colleague the same", async ({
  runs,
  studio,
  context,
}) => {
  const done = await studio.api.startDemo("poem-a");
  await expect.poll(() => studio.api.status(done.id)).toBe("succeeded");
  const failed = await studio.api.startDemo("poem-fail");
  await expect.poll(() => studio.api.status(failed.id)).toBe("failed");
  await studio.api.startDemo("haiku");
  await expect(runs.row("haiku")).toBeVisible();

  await runs.search.fill("poem");
  await expect(runs.row("haiku")).toHaveCount(0);
  await runs.toggleFilter("Failed or lost");
  await expect(runs.row("poem-a")).toHaveCount(0);
  await expect(runs.row("poem-fail")).toBeVisible();
  await expect(runs.page).toHaveURL(/q=poem/);

  const colleague = new RunsPage(await context.newPage());
  await colleague.page.goto(runs.page.url());
  await expect(colleague.row("poem-fail")).toBeVisible();
  expect(await colleague.names()).toEqual(["poem-fail"]);
  await expect(colleague.search).toHaveValue("poem");

  await runs.search.fill("nothing like this");
  await expect(runs.empty).toBeVisible();
  await runs.page.getByRole("button", { name: "Clear filters" }).first().click();
  await expect(runs.row("haiku")).toBeVisible();
  await expect(runs.page).toHaveURL(`${studio.origin}/`);
});

test("archive takes a run out of the list and restore brings it back", async ({ runs, studio }) => {
  const { id } = await studio.api.startDemo("poem");
  await expect(runs.row("poem")).toContainText("Succeeded");
  await runs.act("poem", "Archive");
  await expect(runs.row("poem")).toHaveCount(0);
  await runs.page.getByRole("button", { name: "Undo" }).click();
  await expect(runs.row("poem")).toBeVisible();

  await runs.act("poem", "Archive");
  await expect(runs.row("poem")).toHaveCount(0);
  await runs.page.goto(`${studio.origin}/?archived=1`);
  await expect(runs.heading).toHaveText("Archived runs");
  await runs.act("poem", "Restore from the archive");
  await expect(runs.row("poem")).toHaveCount(0);
  expect((await studio.api.run(id)).summary.archived).toBe(false);
});

test("an archived run can be deleted, after a question, and the trash emptied after another", async ({
  runs,
  studio,
}) => {
  const { id } = await studio.api.startDemo("poem");
  await expect.poll(() => studio.api.status(id)).toBe("succeeded");
  await studio.api.act(id, { action: "archive" });
  await runs.page.goto(`${studio.origin}/?archived=1`);
  await runs.act("poem", "Delete…");
  await expect(runs.question).toContainText("trash");
  await runs.question.getByRole("button", { name: "Delete" }).click();
  await expect(runs.row("poem")).toHaveCount(0);
  expect(await studio.api.runs(true)).toEqual([]);

  const settings = await SettingsPage.open(runs.page, studio.origin);
  await settings.section("Disk").getByRole("button", { name: "Empty the trash…" }).click();
  await expect(runs.question).toContainText(/for good: \d[\d.]* [KM]iB/);
  await runs.question.getByRole("button", { name: "Delete for good" }).click();
  await expect(runs.page.getByText(/^The trash is empty: /)).toBeVisible();
  await expect(settings.section("Disk").getByRole("button", { name: "Empty the trash…" })).toHaveCount(0);
  expect(await readdir(join(studio.home, "trash"))).toEqual([]);
});

test("several runs are archived together, and a run is renamed", async ({ runs, studio }) => {
  for (const name of ["one", "two"]) await studio.api.startDemo(name);
  await expect(runs.row("one")).toContainText("Succeeded");
  await expect(runs.row("two")).toContainText("Succeeded");
  await runs.act("two", "Rename…");
  const dialog = runs.page.getByRole("dialog", { name: "Rename the run" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("second");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(runs.row("second")).toBeVisible();

  await runs.select("one").check();
  await runs.select("second").check();
  await runs.page.getByRole("button", { name: "Archive 2" }).click();
  await runs.question.getByRole("button", { name: "Archive" }).click();
  await expect(runs.page.getByText("No runs yet")).toBeVisible();
});

test("the order of the list is in the address", async ({ runs, studio }) => {
  for (const name of ["beta", "alpha"]) {
    const { id } = await studio.api.startDemo(name);
    await expect.poll(() => studio.api.status(id)).toBe("succeeded");
  }
  await expect(runs.row("alpha")).toContainText("Succeeded");
  await runs.page.getByRole("button", { name: "Sort by Name" }).click();
  await expect(runs.page).toHaveURL(/sort=name/);
  expect(await runs.names()).toEqual(["alpha", "beta"]);
  await runs.page.reload();
  await expect(runs.row("beta")).toBeVisible();
  expect(await runs.names()).toEqual(["alpha", "beta"]);
});
