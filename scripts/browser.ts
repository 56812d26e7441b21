// Owns having a Chromium for the browser tests: found, or installed where this account may do that.
import { existsSync } from "node:fs";
import { findBrowser } from "../server/system/browser.ts";
import { execute } from "./steps.ts";

/** Its path; else one line that says what is missing. */
export async function provideBrowser(): Promise<{ path: string } | { missing: string }> {
  const found = findBrowser();
  if (found !== null) return { path: found };
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) {
    return {
      missing: "No Chromium: run `npx playwright install chromium`, or install chromium from your system.",
    };
  }
  console.log("◌ Installing Debian's chromium …");
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  await execute(["apt-get", "update", "-qq"], quiet, false);
  const packages = ["chromium", "fonts-noto-cjk"];
  const { output } = await execute(
    ["apt-get", "install", "-y", "-qq", "--no-install-recommends", ...packages],
    quiet,
    false,
  );
  const installed = findBrowser();
  if (installed !== null) return { path: installed };
  return { missing: `No Chromium, and apt-get could not install one: ${output.trim().split("\n").at(-1)}` };
}
