// Shows the log as it is read: folded progress bars, colours, search, follow; and that nothing printed becomes part of the page.
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../fixtures.ts";
import { RunPage } from "../pages/run-page.ts";

test("a progress bar is one line, however often the terminal drew it anew", async ({ runs, studio }) => {
  const { id } = await studio.api.startDemo("poem");
  await expect.poll(() => studio.api.status(id)).toBe("succeeded");
  const drawn = (await studio.api.log(id)).split(/[\r\n]/).filter((line) => line.includes("it/s]")).length;
  expect(drawn).toBeGreaterThan(100);
  const run = await RunPage.open(runs.page, studio.origin, id, "&tab=log");
  await run.hasLog();
  await run.logSearch.fill("it/s]");
  await expect(run.logHits).toHaveText(/^\d+ \/ \d+$/);
  const [, shown] = ((await run.logHits.textContent()) ?? "").split(" / ");
  expect(Number(shown)).toBeGreaterThan(0);
  expect(Number(shown)).toBeLessThan(drawn / 4);
});

test("search goes to what is found and steps through it", async ({ runs, studio }) => {
  const { id } = await studio.api.startDemo("poem");
  await expect.poll(() => studio.api.status(id)).toBe("succeeded");
  const run = await RunPage.open(runs.page, studio.origin, id, "&tab=log");
  await run.hasLog();
  await run.logSearch.fill("Loading dataset");
  await expect(run.logHits).toHaveText("1 / 1");
  await expect(run.log.getByText("Loading dataset")).toBeInViewport();
  await run.logSearch.fill("grad_norm");
  await expect(run.logHits).toHaveText(/^\d+ \/ \d+$/);
  const before = (await run.logHits.textContent()) ?? "";
  await run.logSearch.press("Enter");
  await expect(run.logHits).not.toHaveText(before);
  await run.logSearch.press("Shift+Enter");
  await expect(run.logHits).toHaveText(before);
  await run.logSearch.fill("no such text anywhere");
  await expect(run.logHits).toHaveText("no match");
});

test.describe("while it grows", () => {
  test.use({ seconds: 30 });

  test("the log follows its end until one scrolls up, and again when asked", async ({ runs, studio }) => {
    const { id } = await studio.api.startDemo("poem");
    await expect
      .poll(async () => (await studio.api.log(id)).split("\n").length, { timeout: 60_000 })
      .toBeGreaterThan(40);
    const run = await RunPage.open(runs.page, studio.origin, id, "&tab=log");
    await expect(run.follow).toBeChecked();
    await run.log.hover();
    await runs.page.mouse.wheel(0, -2000);
    await expect(run.follow).not.toBeChecked();
    await runs.page.getByRole("button", { name: "To the end" }).click();
    await expect(run.follow).toBeChecked();
  });

  test("colours are drawn; markup and terminal commands in a line stay text", async ({ runs, studio }) => {
    const { id } = await studio.api.startDemo("poem");
    const run = await RunPage.open(runs.page, studio.origin, id, "&tab=log");
    await expect.poll(() => studio.api.log(id)).not.toBe("");
    const esc = "\u001b";
    const hostile = [
      "",
      `${esc}[31mred alert${esc}[0m plain`,
      `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`,
      `${esc}]0;owned title\u0007${esc}]8;;javascript:alert(1)\u0007click me${esc}]8;;\u0007 ${esc}[2J${esc}[1;1Hafter`,
      "",
    ].join("\n");
    await appendFile(join(studio.home, "runs", id, "attempt-1", "output.log"), hostile);

    await run.logSearch.fill("onerror");
    await expect(run.log.getByText("<img src=x", { exact: false }).first()).toBeVisible();
    await expect(run.log.getByRole("img")).toHaveCount(0);
    await run.logSearch.fill("click me");
    await expect(run.log.getByText("click me").first()).toBeVisible();
    await expect(run.log.getByRole("link")).toHaveCount(0);
    await run.logSearch.fill("");
    const red = run.log.getByText("red alert", { exact: true });
    await expect(red).toBeVisible();
    const colourOf = (node: Element) => getComputedStyle(node).color;
    expect(await red.evaluate(colourOf)).not.toBe(await run.log.evaluate(colourOf));
    await expect(runs.page).toHaveTitle(/poem/);
  });
});
