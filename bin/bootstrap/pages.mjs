// Owns the build of the pages: only when a source changed, into a place of its own, then swapped into out/.
// An interrupted build leaves the previous out/ as it was.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { extname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { lines, run } from "./run.mjs";
import { fail, step } from "./tell.mjs";

const SOURCES = [
  "app",
  "client",
  "components",
  "contract",
  "public",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "tsconfig.json",
];
const BUILT = join(".next", "pages");
const COMPRESSED = new Set([".html", ".js", ".css", ".txt", ".svg", ".json"]);

export async function ensurePages(root, node) {
  const out = join(root, "out");
  const stamp = join(out, ".anneal-sources");
  const wanted = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;

  const done = step("Building the pages");
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const env = {
    ...process.env,
    ANNEAL_PAGES_DIR: BUILT,
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_ENV: "production",
  };
  const { code, output } = await run([node, next, "build"], { cwd: root, env });
  if (code !== 0) {
    done(false);
    fail(
      "The pages could not be built.",
      lines(output).slice(-12).join("\n"),
      "If you changed a page, correct it; else delete the folders .next and out and start again.",
    );
  }
  const built = join(root, BUILT);
  compress(built);
  writeFileSync(join(built, ".anneal-sources"), wanted);
  swap(built, out);
  done(true);
}

function fingerprint(root) {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const path of filesOf(join(root, source)))
      hash.update(relative(root, path)).update(readFileSync(path));
  }
  return hash.digest("hex");
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return path.includes(".test.") ? [] : [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

/** Written beside the originals once, so that the server never compresses while it serves. */
function compress(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) compress(path);
    else if (COMPRESSED.has(extname(entry.name))) {
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
    }
  }
}

function swap(built, out) {
  const old = join(out, "..", ".next", "pages-before");
  mkdirSync(join(old, ".."), { recursive: true });
  rmSync(old, { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, old);
  renameSync(built, out);
  rmSync(old, { recursive: true, force: true });
}
