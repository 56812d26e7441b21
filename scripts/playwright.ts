// Owns starting Playwright on built pages, and counting its results.
import { join } from "node:path";
import { z } from "zod";
import { type Count, execute, readReport, root, runStep, type Step } from "./steps.ts";

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

export async function runPlaywright(project: string, env: Record<string, string>): Promise<Count> {
  const report = join(root, "test-results", `${project}.json`);
  const step: Step = {
    name: `Playwright, ${project}`,
    argv: [
      "playwright",
      "test",
      "--config",
      "e2e/playwright.config.ts",
      "--project",
      project,
      "--reporter=list,json",
    ],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    live: true,
    count: () => {
      const parsed = PlaywrightReport.safeParse(readReport(report));
      if (!parsed.success) return null;
      const { expected, unexpected, flaky } = parsed.data.stats;
      return { passed: expected + flaky, failed: unexpected };
    },
  };
  return runStep(step);
}

/** The pages the browser is shown are built from what is here now. */
export async function buildPages(): Promise<boolean> {
  const { ok } = await execute([process.execPath, join(root, "bin", "anneal.mjs"), "build"], {}, true);
  return ok;
}
