// Owns the figures of a first visit to each page in a real browser: compressed bytes by kind, requests, first paint, heading.
// Run: node bin/anneal.mjs exec node bench/pages.ts [--rounds 5]   (plays two recorded runs)
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "@playwright/test";
import { type Measured, startServer, stopServer } from "./server-process.ts";

const checkout = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });
const recorded = join(checkout, "e2e/recorded-engine/python");
const options = [
  ...["--executor", "replay", "--recordings", join(checkout, "e2e/recordings"), "--replay-speed", "20"],
  ...["llamafactory", "axolotl"].flatMap((id) => ["--engine-python", `${id}=${recorded}`]),
];

const kinds = { Script: "script", Stylesheet: "style", Font: "font" } as const;
type Visit = Record<
  | "scriptNamed"
  | "scriptToHeading"
  | "script"
  | "style"
  | "font"
  | "requests"
  | "firstPaintMs"
  | "headingMs"
  | "contentMs",
  number
>;

/** With nothing cached and no session yet: what the network carried, and when something was to be seen. */
async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send("Network.enable");
  const seen = { scriptNamed: 0, script: 0, style: 0, font: 0, requests: 0 };
  const kindOf = new Map<string, { kind: (typeof kinds)[keyof typeof kinds]; named: boolean }>();
  wire.on("Network.requestWillBeSent", () => seen.requests++);
  wire.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script" || type === "Stylesheet" || type === "Font")
      kindOf.set(requestId, { kind: kinds[type], named: named.includes(new URL(response.url).pathname) });
  });
  // Of the body as it was sent, without the headers.
  wire.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    const found = kindOf.get(requestId);
    if (!found) return;
    seen[found.kind] += encodedDataLength;
    if (found.named) seen.scriptNamed += encodedDataLength;
  });
  const html = await (await fetch(address, { headers: { accept: "text/html" } })).text();
  const named = [...html.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, path]) => path);

  const from = performance.now();
  const since = () => performance.now() - from;
  await page.goto(address, { waitUntil: "commit" });
  const main = page.getByRole("main");
  await main.getByRole("heading", { level: 1 }).first().waitFor();
  const headingMs = since();
  const scriptToHeading = seen.script;
  await page.waitForFunction(() => !document.querySelector('main [data-slot="skeleton"]'));
  const contentMs = since();
  const firstPaintMs = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
  );
  await page.waitForLoadState("networkidle");
  await context.close();
  return { ...seen, scriptToHeading, firstPaintMs, headingMs, contentMs };
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
const kib = (bytes: number) => Math.round(bytes / 102.4) / 10;

async function measure(browser: Browser, server: Measured, path: string) {
  const { hash } = new URL(server.address);
  const visits: Visit[] = [];
  for (let round = 0; round < Number(values.rounds); round++)
    visits.push(await visit(browser, new URL(`${path}${hash}`, server.address).href));
  const of = (key: keyof Visit) => median(visits.map((each) => each[key]));
  return {
    "JS the page names, KiB": kib(of("scriptNamed")),
    "JS until heading": kib(of("scriptToHeading")),
    "JS in all": kib(of("script")),
    CSS: kib(of("style")),
    fonts: kib(of("font")),
    requests: of("requests"),
    "first paint, ms": Math.round(of("firstPaintMs")),
    heading: Math.round(of("headingMs")),
    content: Math.round(of("contentMs")),
  };
}

type Preset = { id: string; config: string };
async function play(server: Measured, engine: string, preset: string): Promise<string> {
  const config = (await server.api<Preset[]>("/api/presets")).find(({ id }) => id === preset)?.config;
  const spec = { kind: "train", engine, name: preset, config, device: { type: "cpu" } };
  const { id } = await server.api<{ id: string }>("/api/runs", { spec, key: `bench-${preset}` });
  const over = async () =>
    (await server.api<{ summary: { state: { status: string } } }>(`/api/runs/${id}`)).summary.state.status ===
    "succeeded";
  while (!(await over())) await new Promise((resolve) => setTimeout(resolve, 250));
  return id;
}

const home = await mkdtemp(join(tmpdir(), "anneal-bench-"));
const server = await startServer(checkout, home, options);
const browser = await chromium.launch({
  executablePath: process.env.ANNEAL_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  await visit(browser, server.address);
  const figures: Record<string, Awaited<ReturnType<typeof measure>>> = {};
  figures["Runs, none yet"] = await measure(browser, server, "/");
  const run = await play(server, "llamafactory", "demo-text");
  const other = await play(server, "axolotl", "axolotl-demo-text");
  const pages = {
    Runs: "/",
    "New run": "/new/",
    Run: `/run/?id=${run}`,
    Datasets: "/datasets/",
    Models: "/models/",
    Twin: `/twin/?run=${run}`,
    Compare: `/compare/?runs=${run},${other}`,
    Settings: "/settings/",
  };
  for (const [name, path] of Object.entries(pages)) figures[name] = await measure(browser, server, path);
  console.table(figures);
} finally {
  await browser.close();
  await stopServer(server);
  await rm(home, { recursive: true, force: true });
}
