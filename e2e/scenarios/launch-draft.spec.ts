// Shows that an unfinished launch form survives, that a run can be used as a start, and that a missing engine is said.
import { expect, test } from "../fixtures.ts";
import { LaunchPage } from "../pages/launch-page.ts";
import { RunPage } from "../pages/run-page.ts";

test("an unfinished form survives a reload and can be started over", async ({ runs, studio }) => {
  const launch = await LaunchPage.open(runs.page, studio.origin);
  const original = await launch.learningRate.inputValue();
  await launch.learningRate.fill("7e-4");
  await launch.name.fill("half-done");
  await runs.page.reload();
  await expect(launch.restored).toBeVisible();
  await expect(launch.learningRate).toHaveValue("7.0e-4");
  await expect(launch.name).toHaveValue("half-done");
  await runs.page.getByRole("button", { name: "Start over" }).click();
  await expect(launch.learningRate).toHaveValue(original);
});

test("a run is duplicated with its config and a name of its own", async ({ runs, studio }) => {
  const { id } = await studio.api.startDemo("poem-01", { lora_rank: 32 });
  const run = await RunPage.open(runs.page, studio.origin, id);
  await run.reaches("Succeeded");
  await run.chooseMore("New run from this config");
  const launch = await LaunchPage.shown(runs.page);
  expect(await launch.text()).toContain("lora_rank: 32");
  await expect(launch.name).not.toHaveValue("poem-01");
  const second = await launch.startRun();
  expect((await studio.api.run(second.id)).spec.config).toBe((await studio.api.run(id)).spec.config);
});

test("the demo trains on pictures too, and its log shows the image tokens", async ({ runs, studio }) => {
  const launch = await LaunchPage.open(runs.page, studio.origin, "?preset=demo-vision");
  const run = await launch.startRun();
  await run.reaches("Succeeded");
  expect(await studio.api.log(run.id)).toContain("<|image_pad|>");
});

test.describe("without an engine", () => {
  test.use({ engine: "missing" });

  test("the form can be filled in, Start says what is missing, and the installation can be watched", async ({
    runs,
    studio,
  }) => {
    const launch = await LaunchPage.open(runs.page, studio.origin);
    await expect(launch.start).toBeDisabled();
    await expect(runs.page.getByText("LLaMA-Factory is not installed.")).toBeVisible();
    await launch.form.waitFor();
    await runs.page.getByRole("button", { name: "Install LLaMA-Factory" }).click();
    await runs.page.getByRole("link", { name: "Watch the installation" }).click();
    const setup = new RunPage(runs.page);
    await expect(setup.heading).toContainText("LLaMA-Factory");
    await expect(setup.progress.first()).toBeVisible();
  });
});
