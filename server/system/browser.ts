// Owns finding a Chromium on this machine: Playwright's own, else the system's. Refuses to install one.
import { accessSync, constants, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const INSIDE = [
  ["chrome-linux64", "chrome"],
  ["chrome-linux", "chrome"],
  ["chrome-mac-arm64", "Google Chrome for Testing.app", "Contents", "MacOS", "Google Chrome for Testing"],
];

export function findBrowser(): string | null {
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...playwrightBrowsers(), ...onPath].find(isProgram) ?? null;
}

/** Newest first. */
function playwrightBrowsers(): string[] {
  const { PLAYWRIGHT_BROWSERS_PATH, XDG_CACHE_HOME } = process.env;
  const cache =
    process.platform === "darwin"
      ? join(homedir(), "Library", "Caches")
      : (XDG_CACHE_HOME ?? join(homedir(), ".cache"));
  const folder = PLAYWRIGHT_BROWSERS_PATH ?? join(cache, "ms-playwright");
  const revision = (name: string) => Number(name.split("-").at(-1));
  return namesIn(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => revision(b) - revision(a))
    .flatMap((name) => INSIDE.map((parts) => join(folder, name, ...parts)));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
