// Owns `npm test`: every check there is, on a machine that may have nothing but Node, npm and Python.
import { provideBrowser } from "./browser.ts";
import { runChecks } from "./checks.ts";
import { buildPages, runPlaywright } from "./playwright.ts";
import { add, type Count, conclude } from "./steps.ts";
import { provideEngine } from "./test-engine.ts";

const missing: string[] = [];
const counts: Count[] = [];

// Threads that wait actively for each other crawl when the browser or another test needs the same two processors.
const engineEnv: Record<string, string> = { OMP_WAIT_POLICY: "PASSIVE" };
for (const engine of ["llamafactory", "axolotl"] as const) {
  const provided = await provideEngine(engine);
  if ("env" in provided) Object.assign(engineEnv, provided.env);
  else missing.push(provided.missing);
}
const hasEngines = missing.length === 0;
counts.push(await runChecks(engineEnv));

const browser = await provideBrowser();
if ("missing" in browser) missing.push(browser.missing);
else if (!(await buildPages())) missing.push("The pages could not be built; the lines above say why.");
else {
  const env = { ...engineEnv, ANNEAL_CHROMIUM: browser.path };
  counts.push(await runPlaywright("replay", env));
  if (hasEngines) counts.push(await runPlaywright("engine", env));
}

for (const line of missing) console.log(`✗ ${line}`);
conclude(add([...counts, { passed: 0, failed: missing.length }]));
