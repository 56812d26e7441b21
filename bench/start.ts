// Owns the figures of a second start: time to listening, to the first content, memory idle and with one run.
// Run: node bin/anneal.mjs exec node bench/start.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { residentMb, startServer, stopServer } from "./server-process.ts";

const checkout = fileURLToPath(new URL("..", import.meta.url));
const replay = [
  ...["--executor", "replay", "--recordings", join(checkout, "e2e/recordings"), "--replay-speed", "1"],
  ...["--engine-python", join(checkout, "e2e/recorded-engine/python")],
];
const home = await mkdtemp(join(tmpdir(), "anneal-bench-"));

const starts: number[] = [];
for (let round = 0; round < 6; round++) {
  const server = await startServer(checkout, home, replay);
  starts.push(server.listeningMs);
  await stopServer(server);
}
const [first = 0, ...later] = starts;
later.sort((a, b) => a - b);

const server = await startServer(checkout, home, replay);
const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));
await seconds(5);
const idle = residentMb(server);

const browser = await chromium.launch({
  executablePath: process.env.ANNEAL_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage();
const from = performance.now();
await page.goto(server.address);
await page.getByRole("main").waitFor();
const painted = performance.now() - from;
await page.waitForLoadState("networkidle");

const presets =
  await server.api<{ id: string; name: string; engine: string; demo: boolean; config: string }[]>(
    "/api/presets",
  );
const demo = presets.find((preset) => preset.demo);
if (demo) {
  const spec = {
    kind: "train",
    engine: demo.engine,
    name: demo.name,
    config: demo.config,
    device: { type: "cpu" },
  };
  await server.api("/api/runs", { spec, key: `bench-${Date.now()}` });
}
await seconds(20);
const busy = residentMb(server);
await browser.close();
await stopServer(server);
await rm(home, { recursive: true, force: true });

console.log(
  JSON.stringify(
    {
      firstStartMs: Math.round(first),
      laterStartMs: {
        min: Math.round(later[0] ?? 0),
        median: Math.round(later[2] ?? 0),
        max: Math.round(later[4] ?? 0),
      },
      navigationToContentMs: Math.round(painted),
      serverMemoryMb: { idle: Math.round(idle), withOneRunAndOnePage: Math.round(busy) },
    },
    null,
    2,
  ),
);
