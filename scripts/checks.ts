// Owns the list of checks that need neither a browser nor an engine.
import { join } from "node:path";
import { z } from "zod";
import { findSystemPython } from "../server/engines/system-python.ts";
import { add, type Count, readReport, root, runStep, type Step } from "./steps.ts";

const REPORT = join(root, "test-results", "vitest.json");
const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
});

const lint: Step = { name: "Biome", argv: ["biome", "check", "--error-on-warnings", "."] };
const types: Step = { name: "TypeScript", argv: ["tsc", "--noEmit", "-p", "."] };
const deadCode: Step = { name: "knip", argv: ["knip"] };
const unit: Step = {
  name: "Unit and server tests",
  argv: ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`],
  count: () => {
    const report = VitestReport.safeParse(readReport(REPORT));
    if (!report.success) return null;
    const { numPassedTests, numFailedTests, numFailedTestSuites } = report.data;
    return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites) };
  },
};
async function pythonTests(env: Record<string, string>): Promise<Step> {
  const python = await findSystemPython("the tests");
  const argv = [python, "-m", "unittest", "discover", "-s", "python/tests", "-t", "python/tests"];
  return { name: "Python tests", argv, env, count: countUnittest };
}

/** Two at a time: the quick ones beside the tests, which have a processor left while they wait for processes. */
export async function runChecks(env: Record<string, string> = {}): Promise<Count> {
  const [quick, slow] = await Promise.all([
    inTurn([lint, types, deadCode, await pythonTests(env)]),
    inTurn([{ ...unit, env }]),
  ]);
  return add([quick, slow]);
}

async function inTurn(steps: readonly Step[]): Promise<Count> {
  const counts: Count[] = [];
  for (const step of steps) counts.push(await runStep(step));
  return add(counts);
}

/** "Ran 12 tests in 3.4s" and "FAILED (failures=1, errors=2, skipped=1)". */
export function countUnittest(output: string): Count | null {
  const ran = /^Ran (\d+) tests? in/m.exec(output)?.[1];
  if (ran === undefined) return null;
  const verdict = /^(?:OK|FAILED)(.*)$/m.exec(output)?.[1] ?? "";
  const number = (word: string) => Number(new RegExp(`${word}=(\\d+)`).exec(verdict)?.[1] ?? 0);
  const failed = number("failures") + number("errors");
  return { passed: Number(ran) - failed - number("skipped"), failed };
}
