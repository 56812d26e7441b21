// Shows that a training on preferences has curves of what it is judged by, with their places kept from the start.
import { expect, test } from "../fixtures.ts";
import { RunPage } from "../pages/run-page.ts";

const judged = ["Rewards", "Reward margin", "Accuracy", "Log probabilities", "Logits"];

test("rewards, margin and accuracy stand behind the loss, as the engine wrote them", async ({
  runs,
  studio,
}) => {
  const { id } = await studio.api.startPreferences("prefers pirates");
  const run = await RunPage.open(runs.page, studio.origin, id);
  const figures = run.page.getByRole("main").getByRole("figure");
  await expect(figures.nth(1)).toContainText("Rewards");
  const before = await figures.count();
  for (const name of judged) await expect(figures.filter({ hasText: name }).first()).toBeVisible();

  await expect.poll(() => studio.api.status(id)).toBe("succeeded");
  await expect(figures).toHaveCount(before);
  const last = (await studio.api.events(id)).flatMap(({ event }) =>
    event.type === "metrics" && event.kind === "train" ? [event.values] : [],
  );
  const { "rewards/chosen": chosen, "rewards/rejected": rejected } = last.at(-1) ?? {};
  const rewards = figures.filter({ hasText: "Rewards" }).first().getByRole("img");
  await expect(rewards).toHaveAccessibleName(new RegExp(`chosen: .* to ${Number(chosen).toPrecision(4)}`));
  await expect(rewards).toHaveAccessibleName(
    new RegExp(`rejected: .* to ${Number(rejected).toPrecision(4)}`),
  );
  const margin = figures.filter({ hasText: "Reward margin" }).getByRole("img");
  await expect(margin).toHaveAccessibleName(/train: .* eval: /);
});

test("a plain training has none of them", async ({ runs, studio }) => {
  const { id } = await studio.api.startDemo("plain");
  await expect.poll(() => studio.api.status(id)).toBe("succeeded");
  const run = await RunPage.open(runs.page, studio.origin, id);
  const figures = run.page.getByRole("main").getByRole("figure");
  await run.loss.getByRole("img").waitFor();
  await expect(figures).toHaveCount(4);
  await expect(figures.filter({ hasText: "Rewards" })).toHaveCount(0);
});
