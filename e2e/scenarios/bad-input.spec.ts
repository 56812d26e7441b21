// Shows that each bad input gives one clear message before anything is started, and that nothing is left behind.
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../fixtures.ts";
import { LaunchPage } from "../pages/launch-page.ts";

const config = (changes: string) => `stage: sft
do_train: true
finetuning_type: lora
use_cpu: true
dataset_dir: datasets
${changes}`;
const good = { model: "models/demo-text", template: "qwen", dataset: "demo_pirate" };
const withParts = (changes: Partial<typeof good>, more = "") => {
  const { model, template, dataset } = { ...good, ...changes };
  return config(`model_name_or_path: ${model}\ntemplate: ${template}\ndataset: ${dataset}\n${more}`);
};

const cases = [
  {
    what: "an unknown dataset",
    text: withParts({ dataset: "demo_pirat" }),
    says: /There is no dataset `?demo_pirat`?/,
  },
  { what: "an unknown template", text: withParts({ template: "qwne" }), says: /no template `?qwne`?/ },
  {
    what: "a missing model folder",
    text: withParts({ model: "/nowhere/at/all" }),
    says: /no model folder \/nowhere\/at\/all/,
  },
  {
    what: "a missing dataset folder",
    text: withParts({}).replace("datasets", "/nowhere/data"),
    says: /no dataset_info\.json in \/nowhere\/data/,
  },
];

for (const { what, text, says } of cases) {
  test(`${what} is named with what to do, and Start stays shut`, async ({ runs, studio }) => {
    const launch = await LaunchPage.open(runs.page, studio.origin);
    await launch.paste(text);
    await expect(launch.problem(says)).toBeVisible();
    await expect(launch.start).toBeDisabled();
    await runs.page.keyboard.press("ControlOrMeta+Enter");
    expect(await studio.api.runs()).toEqual([]);
    expect(await readdir(join(studio.home, "runs"))).toEqual([]);
  });
}

test("an output folder that is not empty is never written over", async ({ runs, studio }) => {
  const taken = join(studio.home, "taken");
  await mkdir(taken);
  await writeFile(join(taken, "adapter_model.safetensors"), "precious");
  const launch = await LaunchPage.open(runs.page, studio.origin);
  await launch.paste(withParts({}, `output_dir: ${taken}\n`));
  await expect(launch.problem("output_dir")).toBeVisible();
  await expect(launch.start).toBeDisabled();
  expect(await readdir(taken)).toEqual(["adapter_model.safetensors"]);
});

test("a text that is no YAML leaves nothing behind", async ({ runs, studio }) => {
  const launch = await LaunchPage.open(runs.page, studio.origin);
  await launch.paste("model: {\n  : : :\n");
  await expect(runs.page.getByText("The config cannot be read.")).toBeVisible();
  await runs.page.keyboard.press("ControlOrMeta+Enter");
  expect(await studio.api.runs()).toEqual([]);
});

test("a merge target that is not empty is refused in the dialog", async ({ runs, studio }) => {
  const taken = join(studio.home, "taken");
  await mkdir(taken);
  await writeFile(join(taken, "notes.txt"), "precious");
  const { id } = await studio.api.startDemo("poem");
  const run = await runs.openRun("poem");
  await run.reaches("Succeeded");
  await run.merge.first().click();
  await run.dialog.getByRole("textbox", { name: "Target folder" }).fill(taken);
  await run.dialog.getByRole("button", { name: "Start merging" }).click();
  await expect(run.dialog.getByRole("alert")).toContainText("is not empty");
  expect((await studio.api.runs()).map((each) => each.id)).toEqual([id]);
});
