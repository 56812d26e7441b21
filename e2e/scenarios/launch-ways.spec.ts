// Shows the ways into and out of New run besides Start: data prepared alone, the engine used last, a run gone on from
// another's checkpoint; and the way to be rid of a run whose folder is gone.
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../fixtures.ts";
import { DatasetsPage } from "../pages/datasets-page.ts";
import { LaunchPage } from "../pages/launch-page.ts";
import { ModelsPage } from "../pages/models-page.ts";
import { RunPage } from "../pages/run-page.ts";

test.use({ engine: "both", seconds: 1 });

test("data is prepared from the form, and its training finds it there", async ({ runs, studio }) => {
  const { page } = runs;
  const launch = await LaunchPage.open(page, studio.origin, "?preset=axolotl-demo-text");
  await launch.ready();
  await page.getByRole("button", { name: "More ways to start" }).click();
  await page.getByRole("menuitem", { name: "Prepare the data only" }).click();
  await RunPage.shown(page, "axolotl-demo-01 prepared");
  const train = page.getByRole("link", { name: "Train with it" });
  await expect(train).toBeVisible({ timeout: 30_000 });
  const [prepared] = await studio.api.runs();
  const { outputDir, spec } = await studio.api.run(prepared?.id ?? "");
  expect(spec).toMatchObject({ kind: "preprocess", device: { type: "cpu" } });

  await train.click();
  const line = `dataset_prepared_path: ${outputDir}\n`;
  expect(await (await LaunchPage.shown(page)).text()).toContain(line);
  await test.step("the form it was started from says so too", async () => {
    const again = await LaunchPage.open(page, studio.origin, "?preset=axolotl-demo-text");
    await expect(again.restored).toBeVisible();
    expect(await again.text()).toContain(line);
  });
  await test.step("an engine without such runs does not offer it", async () => {
    await (await LaunchPage.open(page, studio.origin)).ready();
    await expect(page.getByRole("button", { name: "More ways to start" })).toHaveCount(0);
  });
});

test("a new run begins with the engine used last, wherever it is begun", async ({ runs, studio }) => {
  const { page } = runs;
  const launch = await LaunchPage.open(page, studio.origin, "");
  await expect(launch.choice("LLaMA-Factory")).toBeChecked();
  await launch.choice("Axolotl").click();
  await expect(launch.choice("Axolotl")).toBeChecked();

  await page.goto(`${studio.origin}/`);
  await page.getByRole("link", { name: "New run" }).first().click();
  await expect(launch.choice("Axolotl")).toBeChecked();

  const withModel = await (await ModelsPage.open(page, studio.origin)).newRunWith("demo-text");
  await expect(withModel.choice("Axolotl")).toBeChecked();
  expect(await withModel.text()).toContain("models/demo-text\n");
  await test.step("the other engine gets the same model", async () => {
    await withModel.choice("LLaMA-Factory").click();
    await expect(withModel.choice("LLaMA-Factory")).toBeChecked();
    expect(await withModel.text()).toMatch(/model_name_or_path: .*models\/demo-text\n/);
    await withModel.choice("Axolotl").click();
    await expect(withModel.choice("Axolotl")).toBeChecked();
  });

  await (await DatasetsPage.open(page, studio.origin)).act("demo_preference", "Use in a new run");
  await expect(launch.choice("Axolotl")).toBeChecked();
  await expect(page.getByRole("list", { name: "Datasets", exact: true })).toContainText("demo_preference");
  const text = await launch.text();
  expect(text).toContain("rl: dpo\n");
  expect(text.match(/^ {2}- path:/gm)).toHaveLength(1);

  await page.goto(`${studio.origin}/new/?engine=llamafactory`);
  await expect(launch.choice("LLaMA-Factory")).toBeChecked();
});

test("a run goes on from a checkpoint of the list, or from a path; half of one is refused", async ({
  runs,
  studio,
}) => {
  const { page } = runs;
  const { id } = await studio.api.startDemo("poem");
  await expect.poll(() => studio.api.status(id), { timeout: 30_000 }).toBe("succeeded");
  const [checkpoint] = (await studio.api.run(id)).checkpoints;
  const launch = await LaunchPage.open(page, studio.origin);
  await launch.settingsSearch.fill("resume_from_checkpoint");
  const from = launch.form.getByRole("combobox", { name: "Resume from" });
  await from.fill("poem");
  await page.getByRole("option", { name: `poem / ${checkpoint?.name}` }).click();
  expect(await launch.text()).toContain(`resume_from_checkpoint: ${checkpoint?.path}\n`);
  await launch.ready();

  await from.fill(join(studio.home, "models"));
  await from.press("Enter");
  await expect(launch.problem("is no complete checkpoint")).toBeVisible();
  await expect(launch.start).toBeDisabled();
});

test("a run whose folder is gone is archived and deleted from its own page", async ({ runs, studio }) => {
  const { page } = runs;
  const { id } = await studio.api.startDemo("poem");
  await expect.poll(() => studio.api.status(id), { timeout: 30_000 }).toBe("succeeded");
  await rename(join(studio.home, "runs", id), join(studio.home, "elsewhere"));
  await page.goto(`${studio.origin}/run/?id=${id}`);
  const run = await RunPage.shown(page, "poem");
  await expect(run.failure).toContainText("The folder of this run cannot be read.");
  await page.getByRole("button", { name: "Archive", exact: true }).click();
  await page.getByRole("button", { name: "Delete…" }).click();
  await expect(run.question).toContainText("already gone");
  await run.question.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(runs.heading).toHaveText("Runs");
  expect(await studio.api.runs(true)).toEqual([]);
});
