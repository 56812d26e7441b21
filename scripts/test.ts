// Owns `npm test`: every check there is, on a machine that may have nothing but Node, npm and Python.
import { provideBrowser } from "./browser.ts";
import { runChecks } from "./checks.ts";
import { buildPages, runPlaywright } from "./playwright.ts";
import { add, type Count, conclude } from "./steps.ts";
import { provideEngine } from "./test-engine.ts";

const missing: string[] = [];
const counts: Count[] = [];

const engine = await provideEngine();
// Threads that wait actively for each other crawl when the browser or another test needs the same two processors.
const engineEnv: Record<string, string> = { OMP_WAIT_POLICY: "PASSIVE" };
if ("path" in engine) engineEnv.ANNEAL_TEST_ENGINE_PYTHON = engine.path;
else missing.push(engine.missing);
counts.push(await runChecks(engineEnv));

const browser = await provideBrowser();
if ("missing" in browser) missing.push(browser.missing);
else if (!(await buildPages())) missing.push("The pages could not be built; the lines above say why.");
else {
  const env = { ...engineEnv, ANNEAL_CHROMIUM: browser.path };
  counts.push(await runPlaywright("replay", env));
  if ("path" in engine) counts.push(await runPlaywright("engine", env));
}

for (const line of missing) console.log(`✗ ${line}`);
conclude(add([...counts, { passed: 0, failed: missing.length }]));
