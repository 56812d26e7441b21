// Shows what a person can ask of a run in progress, what is kept by it, and what a failed run says.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { RunPage } from "../pages/run-page.ts";
import type { Studio } from "../studio.ts";

async function training(page: Page, studio: Studio): Promise<RunPage> {
  const { id } = await studio.api.startDemo("poem");
  const run = await RunPage.open(page, studio.origin, id);
  await expect.poll(() => run.pointCount()).toBeGreaterThan(3);
  return run;
}

test.describe("as long as it takes", () => {
  test.use({ seconds: 20 });
  test("pause writes a checkpoint; resume goes on with step count and curve", async ({ runs, studio }) => {
    const run = await training(runs.page, studio);
    await run.pause.click();
    await expect(run.state("Paused")).toBeVisible();
    const { state } = (await studio.api.run(run.id)).summary;
    const step = state.status === "paused" ? (state.step ?? 0) : 0;
    expect(step).toBeGreaterThan(0);
    await expect(runs.page.getByText(`Paused at step ${step}`)).toBeVisible();
    const before = await studio.api.curve(run.id);
    await run.showsCurve(before);

    await run.resumeFromNewest();
    await run.reaches("Succeeded");
    const after = await studio.api.curve(run.id);
    expect(after.slice(0, before.length)).toEqual(before);
    const steps = after.map((point) => point.step);
    expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
    await run.showsCurve(after);
    await expect(runs.page.getByText("attempt 2")).toBeVisible();
  });
});

test.describe("in progress", () => {
  test.use({ seconds: 40 });

  test("stop ends the run and keeps the adapter", async ({ runs, studio }) => {
    const run = await training(runs.page, studio);
    await run.chooseStop("Stop and keep the adapter");
    await expect(run.state("Stopped")).toBeVisible();
    await expect(run.page.getByText(/^Stopped at step \d+$/)).toBeVisible();
    await run.openTab("Artefacts");
    await expect(run.page.getByRole("row").filter({ hasText: "adapter_model.safetensors" })).toBeVisible();
    await expect(run.merge.first()).toBeEnabled();
  });

  test("save now writes a checkpoint and training goes on", async ({ runs, studio }) => {
    const run = await training(runs.page, studio);
    await run.chooseMore("Save now");
    await expect.poll(async () => (await studio.api.run(run.id)).checkpoints.length).toBeGreaterThan(0);
    await run.openTab("Checkpoints");
    await expect(
      run.page
        .getByRole("row")
        .filter({ hasText: /checkpoint-\d+/ })
        .first(),
    ).toBeVisible();
    await expect(run.state("Running")).toBeVisible();
  });

  test("force stop asks first, and says what is lost", async ({ runs, studio }) => {
    const run = await training(runs.page, studio);
    await run.chooseStop("Force stop…");
    await expect(run.question).toContainText("It ends at once, without saving.");
    await run.question.getByRole("button", { name: "Cancel" }).click();
    await expect(run.question).toHaveCount(0);
    await expect(run.state("Running")).toBeVisible();

    await run.chooseStop("Force stop…");
    await run.question.getByRole("button", { name: "Kill the process" }).click();
    await expect(run.state("Stopped")).toBeVisible();
    expect(await studio.api.status(run.id)).toBe("stopped");
  });
});

test("a failed run shows the reason, the traceback and the last log lines", async ({ runs, studio }) => {
  const { id } = await studio.api.startDemo("demo-fail");
  const run = await RunPage.open(runs.page, studio.origin, id);
  await run.reaches("Failed");
  const { state } = (await studio.api.run(id)).summary;
  if (state.status !== "failed") throw new Error(`It is ${state.status}`);
  await expect(run.failure.first()).toContainText(state.reason.message);
  await run.showDetails();
  await expect(run.failure.first()).toContainText("Traceback (most recent call last)");
  const last = (await studio.api.log(id)).trimEnd().split("\n").at(-1) ?? "";
  await expect(run.page.getByRole("main")).toContainText(last.slice(0, 60));
  await runs.page.goto(studio.origin);
  await expect(runs.row("demo-fail")).toContainText(state.reason.message.slice(0, 30));
});

test("a run that does not exist says so and leads back", async ({ runs, studio }) => {
  await runs.page.goto(`${studio.origin}/run/?id=01ARZ3NDEKTSV4RRFFQ69G5FAV`);
  await expect(runs.page.getByText("There is no such run")).toBeVisible();
  await runs.page
    .getByRole("link", { name: "All runs" })
    .or(runs.page.getByRole("button", { name: "All runs" }))
    .click();
  await expect(runs.heading).toHaveText("Runs");
});
