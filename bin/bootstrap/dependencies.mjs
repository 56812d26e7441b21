// Owns the JavaScript packages: installs exactly what package-lock.json names, and only when that is not there yet.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lines, run } from "./run.mjs";
import { fail, step } from "./tell.mjs";

export async function ensureDependencies(root) {
  const lock = readFileSync(join(root, "package-lock.json"));
  const wanted = createHash("sha256").update(lock).digest("hex");
  const stamp = join(root, "node_modules", ".anneal-lock-hash");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  if (!isInstalled(root, JSON.parse(lock.toString()))) await install(root);
  writeFileSync(stamp, wanted);
}

/**
 * npm writes node_modules/.package-lock.json as the last act of an install, so an interrupted one has none.
 * Packages for other machines are allowed to be absent.
 */
function isInstalled(root, lock) {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const there = JSON.parse(readFileSync(record, "utf8")).packages;
  return Object.entries(lock.packages).every(
    ([path, entry]) =>
      path === "" ||
      there[path]?.version === entry.version ||
      (there[path] === undefined && entry.optional === true && !isForThisMachine(entry)),
  );
}

function isForThisMachine(entry) {
  if (entry.os === undefined || entry.libc !== undefined) return false;
  return [entry.os].flat().includes(process.platform) && [entry.cpu].flat().includes(process.arch);
}

async function install(root) {
  const done = step("Installing JavaScript packages, once");
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const options = ["--include=dev", "--include=optional", "--ignore-scripts", "--no-progress"];
  const { code, output } = await run([...npm, "ci", ...options, "--loglevel=error"], { cwd: root });
  done(code === 0);
  if (code === 0) return;
  if (code === null) {
    fail(
      "The JavaScript packages could not be installed.",
      `npm could not be started: ${output}`,
      "Install npm (it comes with Node from https://nodejs.org), then run the same command again.",
    );
  }
  fail(
    "The JavaScript packages could not be installed.",
    // npm says what is wrong first and how to use it after.
    `npm ci ended with code ${code}:\n${lines(output).slice(0, 8).join("\n")}`,
    "Check the network, the proxy and the free disk space, then run the same command again.",
  );
}
