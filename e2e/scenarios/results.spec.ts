// Shows that what a run leaves can be taken along as it is: its files, its config, its log.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { RunPage } from "../pages/run-page.ts";

async function download(page: Page, button: Locator): Promise<string> {
  const waiting = page.waitForEvent("download");
  await button.click();
  return readFile(await (await waiting).path(), "utf8");
}

test("a file of the result is downloaded as it lies on the disk, and its path can be copied", async ({
  runs,
  studio,
  context,
}) => {
  const { id } = await studio.api.startDemo("poem");
  await expect.poll(() => studio.api.status(id)).toBe("succeeded");
  const run = await RunPage.open(runs.page, studio.origin, id, "&tab=artifacts");
  const file = join(studio.home, "runs", id, "output", "adapter_config.json");
  const link = run.page.getByRole("link", { name: "Download adapter_config.json" });
  const button = run.page.getByRole("button", { name: "Download adapter_config.json" });
  expect(await download(run.page, link.or(button))).toBe(await readFile(file, "utf8"));

  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await run.page.getByRole("button", { name: "Copy the path of adapter_config.json" }).click();
  expect(await run.page.evaluate(() => navigator.clipboard.readText())).toBe(file);
});

test("the config on show is the file the engine was given, and the log is the one it printed", async ({
  runs,
  studio,
}) => {
  const { id } = await studio.api.startDemo("poem");
  await expect.poll(() => studio.api.status(id)).toBe("succeeded");
  const run = await RunPage.open(runs.page, studio.origin, id, "&tab=config");
  const folder = join(studio.home, "runs", id);
  expect(await download(run.page, run.page.getByRole("button", { name: "Download train.yaml" }))).toBe(
    await readFile(join(folder, "train.yaml"), "utf8"),
  );
  await run.openTab("Log");
  expect(await download(run.page, run.page.getByRole("button", { name: "Download the log" }))).toBe(
    await readFile(join(folder, "attempt-1", "output.log"), "utf8"),
  );
});

test("the environment names versions, device and how the attempt ended", async ({ runs, studio }) => {
  const { id } = await studio.api.startDemo("poem");
  await expect.poll(() => studio.api.status(id)).toBe("succeeded");
  const run = await RunPage.open(runs.page, studio.origin, id, "&tab=environment");
  const { environment } = await studio.api.run(id);
  const panel = run.page.getByRole("tabpanel", { name: "Environment" });
  for (const [name, version] of Object.entries(environment?.versions ?? {})) {
    await expect(panel.getByText(name, { exact: true }).first()).toBeVisible();
    await expect(panel).toContainText(version);
  }
  await expect(panel.getByRole("row").last()).toContainText("exit code 0");
});
