// Owns running a check as a child process and counting what it says. Refuses to hide output of a check that failed.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..");

export type Count = { passed: number; failed: number };
export type Step = {
  name: string;
  argv: readonly string[];
  env?: Record<string, string>;
  /** Shown while it runs: for checks that take minutes. */
  live?: boolean;
  /** How many checks it stands for; without it, one. */
  count?: (output: string) => Count | null;
};

const tests = { HF_HUB_OFFLINE: "1", DO_NOT_TRACK: "1", NEXT_TELEMETRY_DISABLED: "1" };

/** A step that fails without a failed check of its own counts as one. */
export async function runStep({ name, argv, env, live = false, count }: Step): Promise<Count> {
  const started = Date.now();
  if (live) console.log(`◌ ${name} …`);
  const { ok, output } = await execute(argv, { ...tests, ...env }, live);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const counted = count?.(output) ?? { passed: ok ? 1 : 0, failed: 0 };
  const failed = ok ? counted.failed : Math.max(1, counted.failed);
  if (!ok && !live) console.log(output.trimEnd());
  const total =
    count === undefined ? "" : ` · ${counted.passed} passed${failed > 0 ? `, ${failed} failed` : ""}`;
  console.log(`${failed === 0 ? "✓" : "✗"} ${name} (${seconds} s)${total}`);
  return { passed: counted.passed, failed };
}

export function add(counts: readonly Count[]): Count {
  return counts.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    {
      passed: 0,
      failed: 0,
    },
  );
}

/** The last line of every check script; sets the exit status. */
export function conclude({ passed, failed }: Count): void {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

export function execute(
  argv: readonly string[],
  env: Record<string, string>,
  live: boolean,
): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const [program = "", ...words] = argv;
    const child = spawn(program, words, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      if (live) process.stdout.write(chunk);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("error", (error) => resolve({ ok: false, output: `${program}: ${error.message}` }));
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}

/** Reads a report a test runner wrote; null when it never came to that. */
export function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
