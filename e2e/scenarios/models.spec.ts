// Shows the models on this machine: the demos, folders of one's own, what runs have made; and starting from one.
import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../fixtures.ts";
import { ModelsPage } from "../pages/models-page.ts";

test("a folder is added, used for a run, and forgotten; its files stay", async ({ runs, studio }) => {
  const folder = join(studio.home, "elsewhere", "my-model");
  await cp(join(studio.home, "models", "demo-text"), folder, { recursive: true });
  const models = await ModelsPage.open(runs.page, studio.origin);
  await expect(models.row("demo-text").first()).toContainText("Demo");
  await models.addFolder(folder);
  await expect(models.row("my-model").first()).toContainText("Folder");

  const launch = await models.newRunWith("my-model");
  expect(await launch.text()).toContain(folder);
  await ModelsPage.open(runs.page, studio.origin);
  await models.act("my-model", "Forget this folder…");
  await expect(models.question).toContainText("Its files stay where they are.");
  await models.question.getByRole("button", { name: "Forget" }).click();
  await expect(models.row("my-model")).toHaveCount(0);
});

test("a folder that is no model, or not there, is refused with the reason", async ({ runs, studio }) => {
  const folder = join(studio.home, "empty");
  await mkdir(folder);
  const models = await ModelsPage.open(runs.page, studio.origin);
  await models.addFolder(folder);
  await expect(models.dialog.getByRole("alert")).toContainText("is not a model folder");
  await models.dialog.getByRole("textbox", { name: "Path of the folder" }).fill("/nowhere/at/all");
  await models.dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(models.dialog.getByRole("alert")).toContainText(/no (such )?folder/);
});

test("an adapter made by a run is listed with its base", async ({ runs, studio }) => {
  const { id } = await studio.api.startDemo("poem");
  await expect.poll(() => studio.api.status(id)).toBe("succeeded");
  const models = await ModelsPage.open(runs.page, studio.origin);
  await expect(models.row("poem").first()).toContainText("Adapter");
  await models.search.fill("nothing like this");
  await expect(runs.page.getByText("No model matches")).toBeVisible();
});
