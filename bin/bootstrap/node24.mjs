// Owns finding a Node that runs TypeScript and has SQLite inside: the machine's own, or the one npm installed.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fail } from "./tell.mjs";

export function findNode24(root) {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  const bundled = join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");
  if (existsSync(bundled)) return bundled;
  return fail(
    "Anneal needs Node 24 or newer.",
    `This machine has ${process.version}, and npm has no Node 24 package for ${process.platform} on ${process.arch}.`,
    "Install Node 24 from https://nodejs.org, then run the same command again.",
  );
}
