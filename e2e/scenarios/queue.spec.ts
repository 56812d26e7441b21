// Shows that runs of one lane wait for each other in an order a person can change, and that one press starts one run.
import { expect, test } from "../fixtures.ts";
import { LaunchPage } from "../pages/launch-page.ts";

test.use({ seconds: 40 });

test("runs of one lane start in the order of the queue, which can be changed", async ({ runs, studio }) => {
  const first = await studio.api.startDemo("first");
  await studio.api.startDemo("second");
  const third = await studio.api.startDemo("third");
  await expect(runs.row("second")).toContainText("Next in the queue");
  await expect(runs.row("third")).toContainText("2nd in the queue");
  await expect.poll(() => runs.names()).toEqual(["first", "second", "third"]);

  await runs.act("third", "Move up in the queue");
  await expect(runs.row("third")).toContainText("Next in the queue");
  await expect.poll(() => runs.names()).toEqual(["first", "third", "second"]);

  await runs.act("first", "Stop…");
  await expect(runs.question).toContainText("What it has learned so far is saved");
  await runs.question.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(runs.row("first")).toContainText("Stopped");
  await expect.poll(() => studio.api.status(third.id)).toMatch(/starting|running/);
  await expect(runs.row("second")).toContainText("Next in the queue");
  expect(await studio.api.status(first.id)).toBe("stopped");
});

test("a queued run is cancelled before it costs anything", async ({ runs, studio }) => {
  await studio.api.startDemo("first");
  const second = await studio.api.startDemo("second");
  await runs.act("second", "Stop…");
  await expect(runs.question).toContainText("It has not started, so nothing is lost.");
  await runs.question.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(runs.row("second")).toContainText("Stopped");
  expect((await studio.api.run(second.id)).attempts).toHaveLength(0);
});

test("a double click on Start starts one run", async ({ runs, studio }) => {
  const launch = await LaunchPage.open(runs.page, studio.origin);
  await launch.ready();
  await launch.start.dblclick();
  await expect(runs.page).toHaveURL(/\/run\/\?id=/);
  expect(await studio.api.runs()).toHaveLength(1);
});
