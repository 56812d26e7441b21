// Shows where a config can come from and go to: import, recipes, presets, a command, and what it changes.
import { expect, test } from "../fixtures.ts";
import { LaunchPage } from "../pages/launch-page.ts";

const command = `llamafactory-cli train --stage sft --model_name_or_path models/demo-text --template qwen \\
  --dataset demo_pirate --finetuning_type lora --lora_rank 16 --learning_rate 2e-4 --enable_high_fps true`;

test("a pasted command becomes a config, and says what it cannot take over", async ({ runs, studio }) => {
  const launch = await LaunchPage.open(runs.page, studio.origin, "?preset=lora-sft");
  const dialog = await launch.importText(command);
  await expect(dialog.getByText("This is a command; here are its flags as a config.")).toBeVisible();
  await expect(dialog.getByRole("list", { name: "What to know about it" })).toContainText("enable_high_fps");
  await expect(dialog.getByRole("region", { name: "The config it becomes" })).toContainText("lora_rank: 16");
  await dialog.getByRole("button", { name: "Use this config" }).click();
  await expect(launch.learningRate).toHaveValue("2.0e-4");
  expect(await launch.text()).toContain("lora_rank: 16\n");
});

test("a recipe is saved, started from, replaced only when asked, and removed", async ({ runs, studio }) => {
  const launch = await LaunchPage.open(runs.page, studio.origin);
  await launch.learningRate.fill("3e-4");
  await launch.more("Save as a recipe");
  const save = launch.dialog("Save this config as a recipe");
  await save.getByRole("textbox", { name: "Name of the recipe" }).fill("pirates, slow");
  await save.getByRole("button", { name: "Save" }).click();
  await expect(runs.page.getByText("“pirates, slow” is among your recipes.")).toBeVisible();

  await launch.more("Save as a recipe");
  await save.getByRole("textbox", { name: "Name of the recipe" }).fill("pirates, slow");
  await save.getByRole("button", { name: "Save" }).click();
  await expect(save.getByText(/^There is a recipe /)).toBeVisible();
  await save.getByRole("button", { name: "Replace it" }).click();
  await expect(save).toHaveCount(0);

  await launch.startFrom.click();
  const start = launch.dialog("Start from");
  await start.getByRole("button", { name: /^pirates, slow/ }).click();
  await expect(runs.page).toHaveURL(/recipe=pirates/);
  await expect(launch.learningRate).toHaveValue("3.0e-4");
  await launch.ready();

  await launch.startFrom.click();
  await start.getByRole("button", { name: "Remove pirates, slow" }).click();
  await runs.page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(start.getByRole("button", { name: /^pirates, slow/ })).toHaveCount(0);
});

test("what the config changes is shown against its start, the defaults and another run", async ({
  runs,
  studio,
}) => {
  await studio.api.startDemo("the-other-one");
  const launch = await LaunchPage.open(runs.page, studio.origin);
  await launch.learningRate.fill("9e-4");
  await launch.choice(/^Changes/).click();
  const row = (key: string) => runs.page.getByRole("row").filter({ hasText: key });
  await expect(row("learning_rate")).toContainText("9.0e-4");
  await expect(runs.page.getByText("1 changed", { exact: true })).toBeVisible();
  const other = runs.page.getByRole("combobox", { name: "Compare with" });
  await other.click();
  await runs.page.getByRole("option", { name: "The engine’s defaults" }).click();
  await expect(row("learning_rate")).toContainText("5.0e-5");
  await other.click();
  await runs.page.getByRole("option", { name: "Run the-other-one" }).click();
  await expect(row("learning_rate")).toContainText("9.0e-4");
  await row("learning_rate").getByRole("button").click();
  await expect(launch.learningRate).toBeFocused();
});

test("the config can be copied as a command of the engine's own", async ({ runs, studio }) => {
  const launch = await LaunchPage.open(runs.page, studio.origin);
  await runs.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await launch.more("Copy as a command");
  await expect(runs.page.getByText("The command is in the clipboard.")).toBeVisible();
  const copied = await runs.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^llamafactory-cli train \\\n {4}--model_name_or_path models\/demo-text \\\n/);
});
