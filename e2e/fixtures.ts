// Owns what browser tests are given: a studio that plays recordings, and a list of runs that is logged in.
// Refuses shared state, and any script error or policy violation on any page.
import { type BrowserContext, test as base, expect } from "@playwright/test";
import { RunsPage } from "./pages/runs-page.ts";
import { type RecordedEngine, Studio } from "./studio.ts";

type Fixtures = {
  /** How long the demo run takes. */
  seconds: number;
  engine: RecordedEngine;
  /** The first-visit card shows only where a test is about it. */
  firstVisit: boolean;
  studio: Studio;
  runs: RunsPage;
  problems: string[];
};

function watch(context: BrowserContext, problems: string[]): void {
  context.on("weberror", (error) => problems.push(String(error.error())));
  context.on("console", (message) => {
    if (message.type() === "error" && /Content.Security|hydrat|React|Unhandled/i.test(message.text()))
      problems.push(message.text());
  });
}

export const test = base.extend<Fixtures>({
  seconds: [2.5, { option: true }],
  engine: ["recorded", { option: true }],
  firstVisit: [false, { option: true }],
  studio: async ({ seconds, engine, firstVisit }, use) => {
    const studio = await Studio.create({ executor: "replay", seconds, engine });
    if (!firstVisit) await studio.api.saveSettings({ welcomeDismissed: true });
    await use(studio);
    await studio.remove();
  },
  runs: async ({ page, studio }, use) => {
    await page.goto(studio.address);
    const runs = new RunsPage(page);
    await expect(runs.heading).toHaveText("Runs");
    await use(runs);
  },
  problems: [
    async ({ context }, use) => {
      const problems: string[] = [];
      watch(context, problems);
      await use(problems);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };
