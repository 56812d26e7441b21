// Shows that every key of the engine is within reach: by level, by search, with its default and the way back to it.
import { expect, test } from "../fixtures.ts";
import { LaunchPage } from "../pages/launch-page.ts";

test("a key that the form does not have is found, set and reset", async ({ runs, studio }) => {
  const launch = await LaunchPage.open(runs.page, studio.origin);
  await expect(launch.settingsSearch).toHaveAttribute("placeholder", /Search 3\d\d settings/);
  await launch.settingsSearch.fill("adam beta1");
  await expect(runs.page.getByText("One setting")).toBeVisible();
  const field = launch.form.getByRole("textbox", { name: "adam_beta1" });
  await expect(launch.form.getByText("Default: 0.9", { exact: true })).toBeVisible();
  await field.fill("0.95");
  expect(await launch.text()).toContain("adam_beta1: 0.95\n");
  await launch.settingsSearch.fill("");
  await expect(launch.choice(/^All/)).toHaveAccessibleName(/^All 3 set here$/);
  await launch.settingsSearch.fill("adam_beta1");
  await launch.form.getByRole("button", { name: "Back to the default" }).click();
  await expect(field).toHaveValue("");
  expect(await launch.text()).not.toContain("adam_beta1");
});

test("all settings stand under the engine's own headings, with our words where there are some", async ({
  runs,
  studio,
}) => {
  const launch = await LaunchPage.open(runs.page, studio.origin);
  await launch.choice(/^All/).click();
  const finetuning = launch.form.getByRole("group", { name: "Fine-tuning" });
  await finetuning.getByText("LoRA", { exact: true }).click();
  await expect(launch.form.getByRole("textbox", { name: "Rank", exact: true })).toHaveValue("8");
  await expect(launch.form.getByText("lora_rank", { exact: true })).toBeVisible();
});

test("the form scrolls, and never the page behind it", async ({ runs, studio }) => {
  const launch = await LaunchPage.open(runs.page, studio.origin);
  await launch.ready();
  const beyond = () =>
    runs.page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);
  expect(await beyond()).toBe(0);
  await launch.choice(/^All/).click();
  expect(await beyond()).toBe(0);
});

test("the level is remembered, and says what is set beyond it", async ({ runs, studio }) => {
  const launch = await LaunchPage.open(runs.page, studio.origin, "?preset=lora-sft");
  await launch.settingsSearch.fill("use_rslora");
  await launch.form.getByRole("switch", { name: "Rank-stabilised scaling" }).click();
  await launch.settingsSearch.fill("");
  await expect(launch.choice(/^Advanced/)).toContainText("set here");
  await expect(launch.form.getByRole("switch", { name: "Rank-stabilised scaling" })).toHaveCount(0);
  await launch.choice(/^Advanced/).click();
  await expect(launch.form.getByRole("switch", { name: "Rank-stabilised scaling" })).toBeChecked();
  await runs.page.reload();
  await expect(launch.choice(/^Advanced/)).toBeChecked();
});

test("fields follow stage and method; what the engine cannot run is not offered", async ({
  runs,
  studio,
}) => {
  const launch = await LaunchPage.open(runs.page, studio.origin);
  await expect(launch.choice("PPO")).toBeDisabled();
  await expect(launch.form.getByText(/^PPO: This engine version cannot run it/)).toBeVisible();
  await launch.choice("DPO").click();
  await expect(launch.field("Beta")).toBeVisible();
  await launch.choice("OFT").click();
  await expect(launch.field("Block size")).toBeVisible();
  await expect(launch.field("Alpha")).toHaveCount(0);
  const text = await launch.text();
  expect(text).toContain("stage: dpo\n");
  expect(text).toContain("finetuning_type: oft\n");
});

test("the engine's own word stands among the checks", async ({ runs, studio }) => {
  const launch = await LaunchPage.open(runs.page, studio.origin);
  await expect(launch.checks.getByText("LLaMA-Factory accepts this config.")).toBeVisible();
  await launch.learningRate.fill("fast");
  await expect(launch.checks.getByText("LLaMA-Factory accepts this config.")).toHaveCount(0);
});

test("one press applies every certain fix", async ({ runs, studio }) => {
  const launch = await LaunchPage.open(runs.page, studio.origin);
  await launch.typeValue("learning_rate", '"1.0e-4"');
  await launch.typeValue("cutoff_len", '"256"');
  await launch.checks.getByRole("button", { name: /^Apply all \d fixes$/ }).click();
  await launch.ready();
  const text = await launch.text();
  expect(text).toContain("learning_rate: 1.0e-4\n");
  expect(text).toContain("cutoff_len: 256\n");
});
