// Shows the first minutes of a new user: open the demo, start it, watch the loss fall, merge it, find the result.
import { expect, test } from "../fixtures.ts";
import { ModelsPage } from "../pages/models-page.ts";

test.use({ firstVisit: true, seconds: 8 });

test("a new user runs the demo, watches the loss fall and merges the result", async ({
  runs,
  studio,
  page,
}) => {
  await expect(runs.welcome).toBeVisible();
  const launch = await runs.openDemo();
  const run = await launch.startRun();

  await expect.poll(() => run.pointCount()).toBeGreaterThan(3);
  await run.reaches("Succeeded");
  const curve = await studio.api.curve(run.id);
  await run.showsCurve(curve);
  expect(curve.at(-1)?.loss).toBeLessThan((curve[0]?.loss ?? 0) / 2);

  const merge = await run.startMerge();
  await merge.reaches("Succeeded");
  await merge.openTab("Artefacts");
  await expect(page.getByRole("row").filter({ hasText: "model.safetensors" })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Modelfile" })).toBeVisible();

  const { name } = (await studio.api.run(merge.id)).summary;
  await merge.frame.link("Models").click();
  const models = new ModelsPage(page);
  await expect(models.row(name).first()).toContainText("Made here");

  await models.frame.link("Runs").click();
  await expect(runs.link("demo-01").or(runs.link("demo")).first()).toBeVisible();
  await expect(runs.welcome).toHaveCount(0);
});

test("the first-visit card stays closed once it is closed", async ({ runs, page }) => {
  await page.getByRole("button", { name: "Do not show this again" }).click();
  await expect(runs.welcome).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("No runs yet")).toBeVisible();
  await expect(runs.welcome).toHaveCount(0);
});
