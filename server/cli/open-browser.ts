// Owns opening the page in the user's browser.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { tellError } from "./output.ts";

/** By way of a private file, because the arguments of a program are public and the address holds the token. */
export function openBrowser(home: string, address: string): void {
  const page = join(home, "open.html");
  writeFileSync(page, `<!doctype html><meta http-equiv="refresh" content="0;url=${address}">`, {
    mode: 0o600,
  });
  const program = process.platform === "darwin" ? "open" : "xdg-open";
  const child = spawn(program, [pathToFileURL(page).href], { stdio: "ignore", detached: true });
  child.on("error", () =>
    tellError({ message: "No browser could be opened.", hint: "Open the address above." }),
  );
  child.unref();
}
