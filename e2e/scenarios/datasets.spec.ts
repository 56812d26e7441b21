// Shows a dataset's way: sent from the browser, confirmed, looked at, checked, put right as a new one, used in a run.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../fixtures.ts";
import { DatasetsPage } from "../pages/datasets-page.ts";
import { LaunchPage } from "../pages/launch-page.ts";

const turn = (role: string, content: string) => ({ role, content });
const poem = (at: number) => ({
  messages: [
    turn("system", "You are a poet."),
    turn("user", `A line about ship ${at}.`),
    turn("assistant", `<think>Waves.</think>Ship ${at} sails.`),
  ],
});
const rows = Array.from({ length: 40 }, (_, at) => poem(at));
rows[4]?.messages.push(turn("user", "And then?"));
const text = `${rows.map((row) => JSON.stringify(row)).join("\n")}\n`;

test("a file is sent, confirmed, checked, put right and used", async ({ runs, studio, page }) => {
  await expect(runs.heading).toBeVisible();
  const datasets = await DatasetsPage.open(page, studio.origin);
  await datasets.upload([{ name: "ships.jsonl", text }]);
  await datasets.confirmUpload();
  await expect(page.getByText("Conversations (sharegpt)").first()).toBeVisible();
  await expect(datasets.row(1)).toContainText("A line about ship 0.");
  await datasets.register();

  await expect(datasets.heading).toHaveText("ships");
  await expect(datasets.row(1)).toContainText("Ship 0 sails.");
  await page.keyboard.press("j");
  await expect(datasets.row(2)).toContainText("Ship 1 sails.");

  await datasets.openTab("Check");
  await page.getByRole("button", { name: "Check all rows" }).click();
  const odd = datasets.fault("The number of turns is odd");
  await expect(odd).toContainText("1 row");
  await expect(odd.getByRole("link", { name: "5" })).toBeVisible();
  await odd.getByRole("checkbox").click();
  await page.getByRole("button", { name: "Write the new dataset" }).click();
  await expect(page.getByText("“ships-fixed” is written")).toBeVisible();
  await expect(page.getByText("40 rows written, 1 changed, 0 left out")).toBeVisible();

  await page.getByRole("link", { name: "Use it in a new run" }).click();
  await LaunchPage.shown(page);
  await expect(page).toHaveURL(/\/new\/\?dataset=ships-fixed$/);
});

test("an upload that is cut goes on by itself, and is in no list before it is registered", async ({
  runs,
  studio,
  page,
}) => {
  await expect(runs.heading).toBeVisible();
  let cuts = 2;
  await page.route("**/api/uploads/*?offset=*", (route) => (cuts-- > 0 ? route.abort() : route.continue()));
  const datasets = await DatasetsPage.open(page, studio.origin);
  await datasets.upload([{ name: "ships.jsonl", text }]);
  await expect(page.getByText("The connection is cut")).toBeVisible();
  await datasets.frame.navigation.getByRole("link", { name: "Models" }).click();
  const tray = page.getByRole("region", { name: "Uploads" });
  await expect(tray.getByRole("link", { name: "Look and register" })).toBeVisible();
  await datasets.frame.navigation.getByRole("link", { name: "Datasets" }).click();
  await expect(datasets.entry("demo_pirate").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "ships", exact: true })).toHaveCount(0);
});

test("what is taken off the list can be put back, and its file stays", async ({ runs, studio, page }) => {
  await expect(runs.heading).toBeVisible();
  const datasets = await DatasetsPage.open(page, studio.origin);
  await datasets.act("demo_facts", "Remove from the list…");
  await expect(datasets.question).toContainText("stays where it is");
  await datasets.question.getByRole("button", { name: "Remove" }).click();
  await expect(datasets.entry("demo_facts")).toHaveCount(0);
  expect(await readFile(join(studio.home, "datasets", "demo_facts.json"), "utf8")).not.toBe("");
  await page.getByRole("button", { name: "Put it back" }).click();
  await expect(datasets.entry("demo_facts").first()).toBeVisible();
});

test("a broken dataset_info.json is shown with its place and left alone", async ({ runs, studio, page }) => {
  await expect(runs.heading).toBeVisible();
  const file = join(studio.home, "datasets", "dataset_info.json");
  await writeFile(file, '{\n  "a": {"file_name": "a.json"},\n}\n');
  await DatasetsPage.open(page, studio.origin);
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("dataset_info.json cannot be read");
  await expect(alert).toContainText(/line 3/i);
  expect(await readFile(file, "utf8")).toContain("},\n}");
});

test("pictures are shown from the folder, and a definition is checked while it is typed", async ({
  runs,
  studio,
  page,
}) => {
  await expect(runs.heading).toBeVisible();
  const datasets = await DatasetsPage.open(page, studio.origin, "?name=demo_shapes");
  const picture = datasets.row(1).getByRole("img").first();
  await expect
    .poll(() => picture.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0)))
    .toBeGreaterThan(0);
  await datasets.openTab("Definition");
  const entry = page.getByRole("textbox", { name: "Entry in dataset_info.json" });
  await entry.fill('{\n  "file_name": 3\n}');
  await expect(page.getByText("file_name:")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toBeDisabled();
});
