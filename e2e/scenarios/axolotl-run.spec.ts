// A run of the second engine, played from its recording: its curves and numbers, what can be made of it, and a studio that
// has no other engine.
import { expect, test } from "../fixtures.ts";
import { RunPage } from "../pages/run-page.ts";

test.use({ engine: "axolotl", seconds: 2 });

test("shows what the engine tells, is evaluated from its page, and the numbers stand there", async ({
  runs,
  studio,
}) => {
  const { page } = runs;
  const config = await studio.api.presetConfig("axolotl-demo-text");
  const spec = { kind: "train", engine: "axolotl", name: "pirate", config, device: { type: "cpu" } } as const;
  const { id } = await studio.api.startRun(spec);
  await page.goto(new URL(`/run/?id=${id}`, studio.address).href);
  const run = await RunPage.shown(page, "pirate");
  await expect(page.getByText("Training is finished")).toBeVisible({ timeout: 60_000 });

  for (const chart of ["Loss", "Learning rate", "Gradient norm", "Throughput", "ppl"])
    await expect(page.getByRole("figure", { name: new RegExp(`^${chart}`) }), chart).toBeVisible();
  await expect(page.getByText("Axolotl 0.19.0")).toBeVisible();

  await test.step("evaluated", async () => {
    await page.getByRole("button", { name: "Evaluate", exact: true }).click();
    await expect(run.dialog).toContainText("Evaluate pirate");
    await run.dialog.getByRole("button", { name: "Start evaluating" }).click();
    await RunPage.shown(page, "pirate evaluated");
    const table = page.getByRole("region", { name: "Result" });
    await expect(table.getByRole("row", { name: /^loss 0\./ })).toBeVisible({ timeout: 30_000 });
    await expect(table.getByRole("row", { name: /^ppl 1\./ })).toBeVisible();
  });
});

test("preferences have their own charts under this engine's own key", async ({ runs, studio }) => {
  const { page } = runs;
  const config = `base_model: models/demo-text
rl: dpo
bf16: false
learning_rate: 4.0e-4
datasets:
  - {path: datasets/demo_preference.json, ds_type: json, split: train, type: chat_template.default}
`;
  const spec = { kind: "train", engine: "axolotl", name: "prefer", config, device: { type: "cpu" } } as const;
  const { id } = await studio.api.startRun(spec);
  await page.goto(new URL(`/run/?id=${id}`, studio.address).href);
  await RunPage.shown(page, "prefer");
  await expect(page.getByText("DPO · Full")).toBeVisible();
  await expect(page.getByRole("figure", { name: /^Rewards/ })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("figure", { name: /^Reward margin/ })).toBeVisible();
});

test.describe("without the other engine", () => {
  test.use({ firstVisit: true });
  test("the studio offers this one's demo and asks for nothing else", async ({ runs }) => {
    const { page } = runs;
    await expect(page.getByText("Axolotl 0.19.0 is ready")).toBeVisible();
    await expect(page.getByText("is not installed")).toHaveCount(0);
    await runs.openDemo();
    await expect(page.getByRole("button", { name: /^Start/ }).first()).toBeEnabled({ timeout: 20_000 });
    await expect(page.getByText("base_model: models/demo-text")).toBeVisible();
  });
});
