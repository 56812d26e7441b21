// Owns the figures of a first start on a fresh clone: to the page, to the engine ready, to the first loss of the demo.
// Run: node bin/anneal.mjs exec node bench/first-start.ts [--cold]   (--cold: with empty npm and uv caches)
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startServer, stopServer } from "./server-process.ts";

const repository = fileURLToPath(new URL("..", import.meta.url));
const place = await mkdtemp(join(tmpdir(), "anneal-first-"));
const clone = join(place, "anneal");
const cold = process.argv.includes("--cold");
const caches: Record<string, string> = cold
  ? { npm_config_cache: join(place, "npm"), UV_CACHE_DIR: join(place, "uv") }
  : {};
execFileSync("git", ["clone", "--quiet", repository, clone]);

const from = performance.now();
const elapsed = () => Math.round((performance.now() - from) / 100) / 10;
const server = await startServer(clone, join(place, "home"), [], caches);
const page = await fetch(new URL("/", server.address));
if (!page.ok) throw new Error(`The page answers ${page.status}.`);
const figures: Record<string, number> = { pageSeconds: elapsed() };

const second = () => new Promise((resolve) => setTimeout(resolve, 250));
const ready = async () =>
  (await server.api<{ health: { status: string } }[]>("/api/engines"))[0]?.health.status === "ready";
while (!(await ready())) await second();
figures.engineReadySeconds = elapsed();

const presets =
  await server.api<{ id: string; name: string; engine: string; demo: boolean; config: string }[]>(
    "/api/presets",
  );
const demo = presets.find((preset) => preset.demo);
if (!demo) throw new Error("There is no demo preset.");
const spec = {
  kind: "train",
  engine: demo.engine,
  name: demo.name,
  config: demo.config,
  device: { type: "cpu" },
};
const run = await server.api<{ id: string }>("/api/runs", { spec, key: `bench-${Date.now()}` });
type Row = { lastLoss: number | null; state: { status: string } };
const row = async () => (await server.api<{ summary: Row }>(`/api/runs/${run.id}`)).summary;
while ((await row()).lastLoss === null) await second();
figures.firstLossSeconds = elapsed();
while (!["succeeded", "failed"].includes((await row()).state.status)) await second();
figures.demoDoneSeconds = elapsed();

await stopServer(server);
await rm(place, { recursive: true, force: true });
console.log(JSON.stringify(figures, null, 2));
