// Owns how browser tests run: `replay` on recordings of real runs, `engine` on the real LLaMA-Factory on the CPU,
// `screens` for looking at every screen.
import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** Playwright's own browser when it is there; else the one that `npm test` found. */
const systemBrowser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (path) => existsSync(path),
);
const executablePath = process.env.ANNEAL_CHROMIUM || systemBrowser;

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results/playwright",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // On a machine of CI a test gets a second chance; what needed it is named as flaky at the end.
  retries: process.env.CI ? 1 : 0,
  reporter: [["list"]],
  expect: { timeout: 15_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    colorScheme: "light",
    actionTimeout: 15_000,
    // A trace of every test costs a third of the time: asked for with --trace=retain-on-failure.
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "replay", testMatch: "scenarios/**/*.spec.ts", timeout: 90_000 },
    // One at a time: the engine uses every core there is.
    { name: "engine", testMatch: "engine/**/*.spec.ts", timeout: 600_000, workers: 1 },
    { name: "screens", testMatch: "screens/**/*.spec.ts", timeout: 300_000 },
  ],
});
