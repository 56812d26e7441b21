// Shows a vision dataset's whole way in the browser: a folder sent, looked at as the model sees it, and learned from by the engine.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { DatasetsPage } from "../pages/datasets-page.ts";
import { LaunchPage } from "../pages/launch-page.ts";
import { repository } from "../studio.ts";
import { test } from "./engine-fixtures.ts";

type Row = { images: string[] };
const data = join(repository, "configs/demo/data");

/** A folder as a person has one: the rows, and the pictures beside them. */
async function makeFolder(folder: string): Promise<number> {
  const all: Row[] = JSON.parse(await readFile(join(data, "demo_shapes.json"), "utf8"));
  const rows = all.filter((_, at) => at % 15 === 0);
  await mkdir(join(folder, "pictures"), { recursive: true });
  const lines: string[] = [];
  const pictures = new Set<string>();
  for (const row of rows) {
    const images = row.images.map((name) => name.replace(/^shapes\//, "pictures/"));
    for (const [at, name] of images.entries()) {
      await cp(join(data, row.images[at] ?? ""), join(folder, name));
      pictures.add(name);
    }
    lines.push(`${JSON.stringify({ ...row, images })}\n`);
  }
  await writeFile(join(folder, "seen.jsonl"), lines.join(""));
  return pictures.size;
}

test("a folder of pictures and rows becomes a dataset, and an adapter is trained on it", async ({
  page,
  studio,
}) => {
  const folder = await mkdtemp(join(tmpdir(), "anneal-set-"));
  const pictures = await makeFolder(folder);
  await page.goto(studio.address);
  await page.getByRole("heading", { name: "Runs", level: 1 }).waitFor();
  const datasets = await DatasetsPage.open(page, studio.origin);
  await datasets.uploadFolder(folder);
  await expect(page.getByText(`${pictures} in the dataset folder`)).toBeVisible({ timeout: 60_000 });
  await datasets.confirmUpload();
  await datasets.register("seen");
  await expect(datasets.heading).toHaveText("seen");
  await expect(datasets.row(1).getByRole("img").first()).toBeVisible();

  await datasets.openTab("Tokens");
  await expect(page.getByText(/grid_t/).first()).toBeVisible({ timeout: 90_000 });

  const launch = await LaunchPage.open(page, studio.origin, "?preset=demo-vision");
  const text = await launch.text();
  const changed = text
    .replace("dataset: demo_shapes", "dataset: seen")
    .replace(/num_train_epochs: .*/, "max_steps: 4")
    .replace(/eval_steps: .*/, "eval_steps: 2");
  await launch.paste(changed);
  const run = await launch.startRun();
  await expect.poll(() => studio.api.status(run.id), { timeout: 180_000 }).toBe("succeeded");
  const { artifacts } = await studio.api.run(run.id);
  expect(artifacts.map(({ kind }) => kind)).toContain("adapter");
  await rm(folder, { recursive: true, force: true });
});
