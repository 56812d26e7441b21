// The layers that a pattern matches, asked of the real engine in the browser: an old pattern is corrected with one click,
// one that never ends is ended, and a config is judged for a GPU that is not here.
import { expect, test } from "@playwright/test";
import { LaunchPage } from "../pages/launch-page.ts";
import { Studio } from "../studio.ts";

const python = process.env.ANNEAL_TEST_AXOLOTL_PYTHON ?? "";
/** The helper is started, and the model built, on a machine that may be busy. */
const SLOW = { timeout: 120_000 };

let studio: Studio;
test.beforeAll(async () => {
  expect(python, "ANNEAL_TEST_AXOLOTL_PYTHON names a Python with Axolotl; npm test sets it").not.toBe("");
  studio = await Studio.create({ executor: "local", enginePython: `axolotl=${python}` });
});
test.afterAll(() => studio?.remove());

test("shows what the adapter is put on, and corrects a pattern of last year", async ({ page }) => {
  await page.goto(studio.address);
  await page.getByRole("heading", { name: "Runs", level: 1 }).waitFor();
  const launch = await LaunchPage.open(page, studio.origin, "?preset=axolotl-qwen2-vl");
  await launch.form
    .getByRole("tab", { name: /^Advanced/ })
    .or(launch.form.getByText(/^Advanced/))
    .first()
    .click();
  await launch.form.getByPlaceholder(/^Search \d+ settings/).fill("lora_target_modules");
  const field = launch.form.getByRole("textbox", { name: "Layers" });
  await expect(launch.form.getByText("560 modules learn, of 691 linear layers in the model.")).toBeVisible(
    SLOW,
  );

  await field.fill("'language_model.model.layers.[\\d]+.self_attn.(q|k|v)_proj'");
  await expect(launch.form.getByText("This matches none of the 691 linear layers of the model.")).toBeVisible(
    SLOW,
  );
  await launch.form.getByRole("button", { name: "Use", exact: true }).click();
  await expect(launch.form.getByText("240 modules learn, of 691 linear layers in the model.")).toBeVisible(
    SLOW,
  );
  expect(await launch.text()).toContain("model.language_model.layers.");

  await field.fill("'(\\w+\\.?)+!'");
  await expect(launch.form.getByText(/Matching did not end within 3 seconds/)).toBeVisible(SLOW);
  await field.fill("'model.(q|k'");
  await expect(launch.form.getByText(/Python cannot read this pattern, at character 7/)).toBeVisible(SLOW);
});

test("judges a config for a GPU that is not in this machine", async ({ page }) => {
  await page.goto(studio.address);
  await page.getByRole("heading", { name: "Runs", level: 1 }).waitFor();
  const launch = await LaunchPage.open(page, studio.origin, "?preset=axolotl-lora");
  await launch.paste(
    "base_model: nest/owl\ndatasets: [{path: nest/owls, type: chat_template}]\nlearning_rate: 1.0e-4\nmicro_batch_size: 1\nbf16: true\nattn_implementation: fp8\n",
  );
  const choice = launch.checks.getByRole("combobox", { name: "Judge for" });
  await choice.click();
  await page.getByRole("option", { name: "T4" }).click();
  await expect(launch.checks.getByText("T4 is too old for bf16; training fails on it.")).toBeVisible(SLOW);
  await choice.click();
  await page.getByRole("option", { name: "H100" }).click();
  await expect(launch.checks.getByText("On H100: Axolotl accepts this config.")).toBeVisible(SLOW);
});
