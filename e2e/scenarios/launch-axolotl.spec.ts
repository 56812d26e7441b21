// Shows the form of the second engine: the switch, datasets as mappings, a method without a key, presets, imports.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { LaunchPage } from "../pages/launch-page.ts";
import { repository } from "../studio.ts";

test.use({ engine: "both" });

const usage = readFileSync(join(repository, "server/engines/axolotl/testing/multimodal-page.yaml"), "utf8");

const sets = (page: Page) => page.getByRole("list", { name: "Datasets", exact: true }).getByRole("listitem");

test("the engine is switched: a demo to a demo at once, a changed form with a question, and nothing is lost", async ({
  runs,
  studio,
}) => {
  const { page } = runs;
  const launch = await LaunchPage.open(page, studio.origin);
  await launch.choice("Axolotl").click();
  await expect(page).toHaveURL(/preset=axolotl-demo-text/);
  await expect(launch.choice("Axolotl")).toBeChecked();
  await launch.ready();

  await launch.learningRate.fill("9e-4");
  await launch.choice("LLaMA-Factory").click();
  const ask = launch.dialog("Go on with LLaMA-Factory");
  await expect(ask.getByRole("button", { name: /^Translate this config/ })).toBeVisible();
  await ask.getByRole("button", { name: /^Start from/ }).click();
  await expect(page).toHaveURL(/preset=demo-text/);
  await expect(launch.choice("LLaMA-Factory")).toBeChecked();

  await launch.choice("Axolotl").click();
  await expect(launch.learningRate).toHaveValue("9.0e-4");
  await expect(launch.restored).toBeVisible();
});

test("datasets are mappings: one of the studio's, one by its path, each edited where it stands", async ({
  runs,
  studio,
}) => {
  const { page } = runs;
  const launch = await LaunchPage.open(page, studio.origin, "?engine=axolotl");
  const add = page.getByRole("combobox", { name: "Add a dataset of yours" }).first();
  await add.fill("demo_pirate");
  await page.getByRole("option", { name: /^demo_pirate/ }).click();
  await expect(sets(page)).toHaveCount(1);
  await expect(sets(page).first()).toContainText("766 rows");

  await page.getByRole("textbox", { name: "Add by path" }).first().fill("data/poems.jsonl");
  await page.getByRole("button", { name: "Add", exact: true }).first().click();
  await expect(sets(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Edit poems" }).click();
  const second = sets(page).nth(1);
  await second.getByRole("textbox", { name: "Split" }).fill("train[:1%]");
  await second
    .getByRole("textbox", { name: "Role and text in a message" })
    .fill("{role: from, content: value}");
  await second.getByText("More", { exact: true }).click();
  await second.getByRole("switch", { name: "Leave out system texts" }).click();
  const text = await launch.text();
  expect(text).toContain(
    '  - path: data/poems.jsonl\n    ds_type: json\n    type: chat_template\n    split: "train[:1%]"\n' +
      "    message_property_mappings: {role: from, content: value}\n    drop_system_message: true\n",
  );
  await page.getByRole("button", { name: "Remove demo_pirate" }).click();
  await expect(sets(page)).toHaveCount(1);
  expect(await launch.text()).toContain("datasets:\n  - path: data/poems.jsonl\n");
});

test("keys that no field knows, and a prompt of one's own, are kept and can be edited", async ({
  runs,
  studio,
}) => {
  const { page } = runs;
  const launch = await LaunchPage.open(page, studio.origin, "?preset=axolotl-demo-text");
  await expect(page.getByText("[object Object]")).toHaveCount(0);
  await page.getByRole("button", { name: "Edit demo_pirate" }).click();
  await launch.field("Key of the answer").fill("reply");
  await expect(launch.field("Prompt without an input")).toHaveValue(/<\|im_start\|>user\n\{instruction\}/);
  await launch.paste(
    "base_model: models/demo-text\ndatasets:\n  - path: a.json # mine\n    odd_key: [1, 2]\n",
  );
  await expect(page.getByRole("button", { name: "Edit a", exact: true })).toHaveAttribute(
    "aria-expanded",
    "true",
  );
  await expect(launch.field("odd_key")).toHaveValue("[1, 2]");
  await launch.field("odd_key").fill("{x: 1}");
  expect(await launch.text()).toContain("  - path: a.json # mine\n    odd_key: {x: 1}\n");
});

test("a method or a kind of training without a key takes the key out", async ({ runs, studio }) => {
  const launch = await LaunchPage.open(runs.page, studio.origin, "?engine=axolotl");
  await launch.choice("Full").click();
  await expect(launch.choice("Full")).toBeChecked();
  await launch.choice("DPO").click();
  expect(await launch.text()).toContain("rl: dpo\n");
  await launch.choice("SFT").click();
  const text = await launch.text();
  expect(text).not.toMatch(/^(?:adapter|rl):/m);
  await expect(launch.name).toHaveValue("full-01");
});

test("all its settings are there, and presets and templates of its own", async ({ runs, studio }) => {
  const { page } = runs;
  const launch = await LaunchPage.open(page, studio.origin, "?engine=axolotl");
  await expect(launch.settingsSearch).toHaveAttribute("placeholder", /\b3\d\d settings$/);
  await launch.settingsSearch.fill("jagged_restart_steps");
  await expect(launch.field("jagged_restart_steps")).toBeVisible();
  await launch.settingsSearch.fill("");

  await launch.model.fill("Qwen2.5-VL-7B-Instruct");
  await page
    .getByRole("option", { name: /^Qwen2.5-VL-7B-Instruct/ })
    .first()
    .click();
  await expect(launch.template).toHaveValue("qwen2_vl");

  await launch.startFrom.click();
  const start = launch.dialog("Start from");
  await expect(start.getByRole("button", { name: /Quick LoRA/ })).toHaveCount(0);
  await start.getByRole("button", { name: /^QLoRA on Axolotl/ }).click();
  await expect(page).toHaveURL(/preset=axolotl-qlora/);
});

test("blocks of Axolotl's own page are taken word for word, put into a config or alone", async ({
  runs,
  studio,
}) => {
  const { page } = runs;
  const launch = await LaunchPage.open(page, studio.origin);
  let dialog = await launch.importText(usage);
  await expect(dialog.getByText(/^It is for Axolotl/)).toBeVisible();
  await dialog.getByRole("button", { name: "Use it alone" }).click();
  await expect(launch.choice("Axolotl")).toBeChecked();
  await expect(launch.startFrom).toContainText("An imported config");
  expect(await launch.text()).toBe(usage);
  await expect(sets(page).first()).toContainText("llava-instruct-mix-vsft");

  dialog = await launch.importText(
    "base_model: Qwen/Qwen2.5-VL-7B-Instruct\n\nchat_template: qwen2_vl # same as qwen2-vl\n",
  );
  await dialog.getByRole("button", { name: "Put it into this config" }).click();
  const text = await launch.text();
  expect(text).toContain("chat_template: qwen2_vl # see in next section\n");
  expect(text).toContain("base_model: Qwen/Qwen2.5-VL-7B-Instruct\n");

  dialog = await launch.importText("$ axolotl train cfg.yml --learning-rate 1e-4");
  await expect(dialog.getByRole("list", { name: "What to know about it" })).toContainText("cfg.yml");
  await dialog.getByRole("button", { name: "Put it into this config" }).click();
  await expect(launch.learningRate).toHaveValue("1.0e-4");
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])
  test(`the form keeps the rules of WCAG 2.2 AA at ${viewport.width} px`, async ({ runs, studio }) => {
    const { page } = runs;
    await page.setViewportSize(viewport);
    const launch = await LaunchPage.open(page, studio.origin, "?preset=axolotl-demo-text");
    await page.getByRole("button", { name: "Edit demo_pirate" }).click();
    await launch.ready();
    const found = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .analyze();
    expect(found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target}`))).toEqual(
      [],
    );
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
