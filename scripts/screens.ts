// Owns `npm run screens`: every screen with recorded data as PNG, in both sizes, themes and languages.
import { provideBrowser } from "./browser.ts";
import { buildPages, runPlaywright } from "./playwright.ts";
import { conclude } from "./steps.ts";

const browser = await provideBrowser();
if ("missing" in browser) {
  console.log(`✗ ${browser.missing}`);
  process.exitCode = 1;
} else if (await buildPages()) {
  conclude(await runPlaywright("screens", { ANNEAL_CHROMIUM: browser.path }));
} else process.exitCode = 1;
