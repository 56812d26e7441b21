// One recipe on two real engines, on the CPU: the demo trained by both with the translated config starts from losses that
// agree, and both curves lie on one chart.
//
// Why they agree, and how closely. A new LoRA adapter changes nothing until it has learned (its second factor is zero), so
// the random numbers of its first factor do not matter at first. Both engines seed the sampler alike and the translation
// turns off the mixing that only Axolotl does, so each step holds the same rows. Two things differ, and are accounted for:
// - LLaMA-Factory's template puts a line end into the answer, which is learned too and costs next to nothing: the mean is
//   taken over one token more per row. Axolotl tells how many tokens it learned from, so the means are made comparable.
// - The demo model is saved in bf16. LLaMA-Factory computes in that, Axolotl in 32 bits: a few parts in a thousand.
// Hence half a percent for the two steps before anything was learned (the first has a learning rate of zero). Afterwards
// the adapters drift apart, as they began from other random numbers, and 16 bits round small steps away: three percent for
// the mean of the run.
import { expect, test } from "@playwright/test";
import { readConfig } from "../../contract/config-document.ts";
import { ComparePage, TwinPage } from "../pages/compare-page.ts";
import type { Studio } from "../studio.ts";
import { learnedIn, numberIn, studioOfBoth, succeeds, trained } from "./twin-fixtures.ts";

const ROWS_PER_STEP = 8;
const BEFORE_LEARNING = 0.005;
const WHOLE_RUN = 0.03;

let studio: Studio;
test.beforeAll(async () => {
  studio = await studioOfBoth();
});
test.afterAll(() => studio?.remove());

test("the demo, its twin, and both on one chart", async ({ page }, info) => {
  const demo = readConfig(await studio.api.presetConfig("demo-text")).with({
    val_size: undefined,
    eval_strategy: undefined,
    eval_steps: undefined,
    warmup_steps: 4,
    max_steps: 24,
    logging_steps: 1,
  });
  const first = await studio.api.startRun({
    kind: "train",
    engine: "llamafactory",
    name: "recipe",
    config: demo.text,
    device: { type: "cpu" },
  });
  await succeeds(studio.api, first.id);
  await page.goto(studio.address);
  await page.getByRole("heading", { level: 1, name: "Runs" }).waitFor();
  await page.goto(new URL(`/twin/?run=${first.id}`, studio.address).href);
  const twin = new TwinPage(page);

  await test.step("what becomes of it, and what will really happen", async () => {
    await expect(twin.heading).toHaveText("Twin on Axolotl");
    await expect(twin.setting("lora_alpha")).toContainText("Added");
    await expect(twin.setting("shuffle_merged_datasets: false")).toContainText("same order");
    await twin.outcomes("Lost").click();
    await expect(twin.page.getByText("No setting of this kind.")).toBeVisible();
    await twin.outcomes("All").click();
    await expect(twin.outlook.getByRole("row", { name: /^Steps 24 24$/ })).toBeVisible({ timeout: 60_000 });
    await expect(twin.outlook.getByRole("row", { name: /^Warmup steps 4 4$/ })).toBeVisible();
  });

  await test.step("both engines write the same row alike; one learns the line end too", async () => {
    const written = "You are Qwen, created by Alibaba Cloud";
    await expect(twin.sample("LLaMA-Factory")).toContainText(written, { timeout: 60_000 });
    await expect(twin.sample("Axolotl")).toContainText(written, { timeout: 60_000 });
    await expect(page.getByText("they do not learn the same tokens")).toBeVisible();
  });

  await test.step("the twin starts and leads to both curves", async () => {
    await twin.start.click();
    const compare = new ComparePage(page);
    await expect(compare.heading).toBeVisible();
    const [second] = (await studio.api.runs()).filter(({ engine }) => engine === "axolotl");
    expect(second?.twin).toBe(first.id);
    expect(second?.parent).toBeNull();
    await succeeds(studio.api, second?.id ?? "");
    await expect(compare.run("recipe-axolotl")).toContainText("Succeeded");
    await expect(compare.run("recipe-axolotl")).toContainText("twin of recipe");
    await expect(compare.loss).toBeVisible();
    await info.attach("both curves", { body: await page.screenshot(), contentType: "image/png" });

    const mine = await trained(studio.api, first.id);
    const theirs = await trained(studio.api, second?.id ?? "");
    expect(mine).toHaveLength(24);
    expect(theirs).toHaveLength(24);
    const learned = learnedIn(theirs);
    const alike = theirs.map((values, at) => {
      const seen = learned[at] ?? Number.NaN;
      return (numberIn(values, "loss") * seen) / (seen + ROWS_PER_STEP);
    });
    for (const at of [0, 1]) {
      const loss = numberIn(mine[at], "loss");
      expect(Math.abs((alike[at] ?? 0) - loss) / loss, `step ${at + 1}`).toBeLessThan(BEFORE_LEARNING);
    }
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const whole = mean(mine.map((values) => numberIn(values, "loss")));
    expect(Math.abs(mean(alike) - whole) / whole).toBeLessThan(WHOLE_RUN);
    for (const [id, losses] of [
      [first.id, mine],
      [second?.id ?? "", theirs],
    ] as const) {
      const { curve } = await studio.api.outlook((await studio.api.run(id)).spec);
      expect(curve?.rates, "what was told before is what came").toEqual(
        losses.map((values) => expect.closeTo(numberIn(values, "learning_rate"), 12)),
      );
    }
  });
});
