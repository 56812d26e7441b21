#!/usr/bin/env node
// Owns the one way in: whatever is missing is put in place, then a Node 24 runs the TypeScript of server/.
// Plain JavaScript without a dependency, because it is what installs them. Refuses to know any command but its own three.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./bootstrap/dependencies.mjs";
import { launch } from "./bootstrap/launch.mjs";
import { findNode24 } from "./bootstrap/node24.mjs";
import { ensurePages } from "./bootstrap/pages.mjs";
import { fail } from "./bootstrap/tell.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command, ...rest] = process.argv.slice(2);
const wantsHelp = rest.some((word) => word === "--help" || word === "-h");

if (Number.parseInt(process.versions.node, 10) < 18) {
  fail(
    "Anneal cannot start with this Node.",
    `It is ${process.version}; the start script needs 18 or newer.`,
    "Install a newer Node from https://nodejs.org, then run the same command again.",
  );
}

await ensureDependencies(root);
const node = findNode24(root);
const typescript = [node, "--disable-warning=ExperimentalWarning"];
// Most of what a server makes lives for one answer; room for 2 MB of it instead of 16 costs no time and saves 17 MB.
const server = [...typescript, "--max-semi-space-size=2", join(root, "server", "main.ts")];

switch (command) {
  case "serve":
    if (!wantsHelp) await ensurePages(root, node);
    launch(root, node, [...server, ...rest]);
    break;
  case "build":
    await ensurePages(root, node);
    break;
  case "exec":
    launch(root, node, rest);
    break;
  default:
    launch(root, node, [...typescript, join(root, "server", "cli", "main.ts"), ...process.argv.slice(2)]);
}
