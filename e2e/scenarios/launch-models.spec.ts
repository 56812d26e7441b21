// Shows choosing among all the models the engine knows: search, filters, the hub, what was chosen last.
import { expect, test } from "../fixtures.ts";
import { LaunchPage } from "../pages/launch-page.ts";

test("a model is found by search and filters, and its template follows", async ({ runs, studio }) => {
  const launch = await LaunchPage.open(runs.page, studio.origin, "?preset=lora-sft");
  await launch.form.getByRole("button", { name: "Browse all" }).click();
  const dialog = launch.dialog("Choose a model");
  await expect(dialog.getByText(/^\d{3} of \d{3} models$/)).toBeVisible();
  await dialog.getByRole("combobox", { name: "Search by name, group or hub id" }).fill("qwen3");
  await dialog.getByRole("button", { name: "4–10 B" }).click();
  await dialog.getByRole("button", { name: "Thinks first" }).click();
  const first = dialog.getByRole("option").first();
  await expect(first).toContainText("Qwen3-");
  await expect(first).toContainText("thinks first");
  await dialog.getByRole("combobox", { name: "Search by name, group or hub id" }).press("ArrowDown");
  await dialog.getByRole("combobox", { name: "Search by name, group or hub id" }).press("ArrowUp");
  await dialog.getByRole("combobox", { name: "Search by name, group or hub id" }).press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(launch.model).toHaveValue(/^Qwen3-/);
  await expect(launch.template).toHaveValue("qwen3");
  await expect(launch.form.getByText(/The model thinks before it answers/)).toBeVisible();
  await launch.form.getByRole("button", { name: "Use qwen3_nothink" }).click();
  await expect(launch.template).toHaveValue("qwen3_nothink");
  await expect(launch.form.getByText(/Answers without thoughts/)).toBeVisible();
});

test("what is typed over a chosen model stays when the models of this machine come late", async ({
  runs,
  studio,
}) => {
  const { page } = runs;
  const { promise: late, resolve: come } = Promise.withResolvers<void>();
  await page.route("**/api/models", async (route) => {
    await late;
    await route.continue();
  });
  const launch = await LaunchPage.open(page, studio.origin, "?preset=demo-text");
  await expect(launch.model).not.toHaveValue("");
  await launch.model.fill("demo-vi");
  come();
  await page.getByRole("option", { name: "demo-vision" }).click();
  await expect(launch.model).toHaveValue("demo-vision");
});

test("the hub decides which id is written, and what was chosen stands under recent", async ({
  runs,
  studio,
}) => {
  const launch = await LaunchPage.open(runs.page, studio.origin, "?preset=lora-sft");
  const browse = launch.form.getByRole("button", { name: "Browse all" });
  const dialog = launch.dialog("Choose a model");
  await browse.click();
  await dialog.getByRole("combobox", { name: "Download from" }).click();
  await runs.page.getByRole("option", { name: "ModelScope" }).click();
  await dialog.getByRole("combobox", { name: "Search by name, group or hub id" }).fill("llama-3-8b-chinese");
  await dialog.getByRole("option").first().click();
  await expect(launch.form.getByText(/^LLM-Research\//)).toBeVisible();
  await browse.click();
  await dialog.getByRole("radio", { name: /^Recent/ }).click();
  await expect(dialog.getByRole("option")).toHaveCount(1);
});
