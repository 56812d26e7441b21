// Owns finding a Python of the machine that can install engines. Refuses versions below 3.11.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { StudioError } from "../studio-error.ts";

const run = promisify(execFile);
const OLDEST = [3, 11] as const;
const NAMES = ["python3.13", "python3.12", "python3.11", "python3", "python"];
const ASK = "import sys; print(*sys.version_info[:3], sys.executable)";

export type PythonVersion = { path: string; version: string; usable: boolean };

/** Null when there is no such program or it does not run. */
export async function askPython(program: string): Promise<PythonVersion | null> {
  try {
    const { stdout } = await run(program, ["-c", ASK], { timeout: 20_000 });
    const found = /^(\d+) (\d+) (\d+) (.+)$/.exec(stdout.trim());
    if (!found) return null;
    const [, major, minor, patch, path] = found;
    const usable = Number(major) > OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) >= OLDEST[1]);
    return { path: path ?? program, version: `${major}.${minor}.${patch}`, usable };
  } catch {
    return null;
  }
}

/** Throws engine.not-ready with what was found instead. */
export async function findSystemPython(purpose: string, names: readonly string[] = NAMES): Promise<string> {
  const tooOld: PythonVersion[] = [];
  for (const name of names) {
    const python = await askPython(name);
    if (python?.usable) return python.path;
    if (python) tooOld.push(python);
  }
  const found = tooOld.map(({ version, path }) => `Python ${version} (${path})`).join(", ");
  throw new StudioError({
    code: "engine.not-ready",
    message: `Python ${OLDEST.join(".")} or newer is needed to install ${purpose}.`,
    reason: found === "" ? "No Python was found on this machine." : `Only this was found: ${found}.`,
    hint: "Install Python 3.11 or newer, then try again. Or start with --engine-python and the path of an environment that has the engine.",
  });
}
