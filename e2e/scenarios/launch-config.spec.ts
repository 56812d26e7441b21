// Shows that form and YAML are two views of one text: each follows the other, and nothing a person wrote is lost.
import { expect, test } from "../fixtures.ts";
import { LaunchPage } from "../pages/launch-page.ts";

const config = `# by hand
model_name_or_path: models/demo-text # the tiny one
template: qwen
stage: sft
finetuning_type: lora
dataset: demo_pirate
dataset_dir: datasets
learning_rate: 5.0e-4 # keep
my_own_key: [1, 2] # nobody knows this
use_cpu: true
num_train_epochs: 2.0
`;

test("the form writes one value into the text and leaves comments and unknown keys alone", async ({
  runs,
  studio,
}) => {
  const launch = await LaunchPage.open(runs.page, studio.origin);
  await launch.paste(config);
  await expect(launch.learningRate).toHaveValue("5.0e-4");
  await launch.learningRate.fill("2e-4");
  await launch.epochs.fill("4");
  const expected = config
    .replace("learning_rate: 5.0e-4", "learning_rate: 2.0e-4")
    .replace(/num_train_epochs: 2\.0/, "num_train_epochs: 4.0");
  await expect
    .poll(async () => (await launch.text()).replace("num_train_epochs: 4\n", "num_train_epochs: 4.0\n"))
    .toBe(expected);
});

test("the text moves the form", async ({ runs, studio }) => {
  const launch = await LaunchPage.open(runs.page, studio.origin);
  await launch.typeValue("learning_rate", "3.0e-4");
  await expect(launch.learningRate).toHaveValue("3.0e-4");
  await launch.typeValue("finetuning_type", "freeze");
  await expect(launch.form.getByRole("radio", { name: "Freeze" })).toBeChecked();
});

test("a YAML that is pasted fills the form and can be started", async ({ runs, studio }) => {
  const launch = await LaunchPage.open(runs.page, studio.origin, "");
  await expect(launch.start).toBeDisabled();
  await launch.paste(config.replace("my_own_key: [1, 2] # nobody knows this\n", ""));
  await expect(launch.learningRate).toHaveValue("5.0e-4");
  await expect(launch.form.getByLabel("demo_pirate").first()).toBeVisible();
  await expect(launch.estimate.first()).toContainText("epochs");
  const run = await launch.startRun();
  const { spec } = await studio.api.run(run.id);
  expect(spec.config).toContain("# the tiny one");
});

test("a syntax error is shown at its line, and the form rests until it is corrected", async ({
  runs,
  studio,
}) => {
  const launch = await LaunchPage.open(runs.page, studio.origin);
  await launch.paste("model_name_or_path: models/demo-text\ndataset: [demo_pirate\nstage: sft\n");
  await expect(runs.page.getByText(/^Line [234] of the config cannot be read$/)).toBeVisible();
  await expect(launch.start).toBeDisabled();
  await expect(runs.page.getByText("The config cannot be read.")).toBeVisible();
  await launch.paste(config.replace("my_own_key: [1, 2] # nobody knows this\n", ""));
  await launch.ready();
});

test("a problem is shown at its field and its line, and one click corrects it", async ({ runs, studio }) => {
  const launch = await LaunchPage.open(runs.page, studio.origin);
  await launch.typeValue("learning_rate", '"1.0e-4"');
  const problem = launch.problem("learning_rate");
  await expect(problem).toContainText(/line \d+/);
  await problem.getByRole("button", { name: /^Set to/ }).click();
  await expect(problem).toHaveCount(0);
  expect(await launch.text()).toContain("learning_rate: 1.0e-4");
});

test("Start says why it waits, and leads to the reason", async ({ runs, studio }) => {
  const launch = await LaunchPage.open(runs.page, studio.origin);
  await launch.learningRate.fill("fast");
  await expect(launch.start).toBeDisabled();
  await expect(runs.page.getByText(/^One thing /)).toBeVisible();
  await expect(launch.form.getByText("This is not a number.")).toBeVisible();
  await launch.name.focus();
  await runs.page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(launch.learningRate).toBeFocused();
  await launch.learningRate.fill("1e-3");
  await launch.ready();
});
