// Owns what browser tests are given: a studio that plays recordings, and a page that is logged in. Refuses shared state.
import { test as base, expect } from "@playwright/test";
import { Studio } from "./studio.ts";

type Fixtures = { speed: number; studio: Studio; problems: string[] };

/** `studio` plays recordings `speed` times as fast as they happened; the page fails its test on any script error. */
export const test = base.extend<Fixtures>({
  speed: [20, { option: true }],
  studio: async ({ speed }, use) => {
    const studio = await Studio.create({ executor: "replay", speed });
    await use(studio);
    await studio.remove();
  },
  problems: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on("pageerror", (error) => problems.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error" && /Content.Security|hydrat|React/i.test(message.text())) problems.push(message.text());
      });
      await use(problems);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };
