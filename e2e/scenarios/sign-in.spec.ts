// Shows who gets in: nobody without the token, everybody with it, and what is said in between.
import { expect, test } from "../fixtures.ts";
import { RunsPage } from "../pages/runs-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";

test("without a session there is a gate; a wrong token is told, the right one opens", async ({
  page,
  studio,
}) => {
  await page.goto(`${studio.origin}/models/`);
  const gate = new SignInPage(page);
  await expect(gate.heading).toBeVisible();
  await gate.submit.click();
  await expect(page.getByText("Paste the token first.")).toBeVisible();
  await gate.signIn("not-the-token");
  await expect(gate.refusal).toBeVisible();
  await gate.signIn(await studio.token());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Models");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Models");
});

test("the printed address opens a session and leaves no token in the address bar", async ({ runs }) => {
  expect(runs.page.url()).not.toContain("token");
  expect(await runs.page.evaluate(() => document.cookie)).toBe("");
});

test("the whole address can be pasted at the gate", async ({ page, studio }) => {
  await page.goto(studio.origin);
  await new SignInPage(page).signIn(studio.address);
  await expect(new RunsPage(page).heading).toHaveText("Runs");
});

test("a studio that is away is told, and the page goes on when it returns", async ({ page, studio }) => {
  await page.goto(studio.origin);
  await expect(new SignInPage(page).heading).toBeVisible();
  await page.goto(studio.address);
  await expect(new RunsPage(page).heading).toHaveText("Runs");
  await studio.kill();
  await expect(new RunsPage(page).frame.lost).toBeVisible();
  await studio.start();
  await expect(new RunsPage(page).frame.lost).toHaveCount(0);
});
