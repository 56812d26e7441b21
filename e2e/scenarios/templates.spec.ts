// Shows that a template and a model group that the engine does not know are added by paste, and then chosen for a run.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../fixtures.ts";
import { LaunchPage } from "../pages/launch-page.ts";
import { TemplatesPage } from "../pages/templates-page.ts";

const template = `name: qwen
format_user:
  - "<ask>{{content}}</ask>\\n"
format_assistant:
  - "{{content}}"
  - {eos_token}
format_system:
  - "<rules>"
`;
const group = `name: Acme
template: qwen-own
models:
  Acme-1B-Chat:
    huggingface: acme/one
`;

test("a pasted template is refused with reasons, corrected, saved, and used by a group of one's own", async ({
  runs,
  studio,
  page,
}) => {
  await expect(runs.heading).toBeVisible();
  const templates = await TemplatesPage.open(page, studio.origin, "templates");
  await templates.paste("Add a template", template);
  await expect(templates.problems).toContainText("The name qwen is taken by the engine.");
  await expect(templates.problems).toContainText("System has no {{content}}");
  await expect(templates.save).toBeDisabled();
  await page.getByRole("button", { name: "Call it qwen-own" }).click();
  await page.getByRole("radio", { name: "Form" }).click();
  await templates.field("Piece 1 of “System”").fill("<rules>{{content}}</rules>\\n");
  await templates.save.click();
  await expect(templates.heading).toHaveText("qwen-own");
  expect(await readFile(join(studio.home, "templates", "qwen-own.yaml"), "utf8")).toContain(
    'format_system:\n  - "<rules>{{content}}</rules>\\n"\n',
  );

  const groups = await TemplatesPage.open(page, studio.origin, "groups");
  await groups.paste("Add a model group", group);
  await groups.save.click();
  await expect(groups.heading).toHaveText("Acme");

  const launch = await LaunchPage.open(page, studio.origin);
  await launch.ready();
  await launch.model.fill("Acme-1B");
  await page.getByRole("option", { name: /Acme-1B-Chat/ }).click();
  await expect.poll(() => launch.text()).toContain("model_name_or_path: acme/one");
  // The template follows the model, as with the engine's own groups.
  await expect.poll(() => launch.text()).toContain("template: qwen-own");
});

test("a plugin counts only after its very text was agreed to", async ({ runs, studio, page }) => {
  await expect(runs.heading).toBeVisible();
  const plugins = await TemplatesPage.open(page, studio.origin, "plugins");
  await page.getByRole("link", { name: "Add a plugin" }).click();
  const consent = page.getByRole("checkbox", { name: "I have read this code" });
  await plugins.field("Python code").fill('register_mm_plugin("eyes", Eyes)\n');
  await consent.click();
  await expect(page.getByRole("button", { name: "Save and agree" })).toBeVisible();
  await plugins.field("Python code").fill('register_mm_plugin("eyes", Ears)\n');
  await expect(consent).not.toBeChecked();
  await expect(page.getByRole("button", { name: "Save without agreeing" })).toBeVisible();
});
