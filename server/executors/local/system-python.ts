// Owns finding a Python for the supervisor, which needs the standard library only. Refuses one older than 3.9.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { StudioError } from "../../studio-error.ts";

const run = promisify(execFile);
const PROGRAM = "import sys; print(sys.executable if sys.version_info >= (3, 9) else '')";

/** Absolute path of a usable Python on PATH; looked for once per call. */
export async function findPython(names: readonly string[] = ["python3", "python"]): Promise<string> {
  for (const name of names) {
    try {
      const { stdout } = await run(name, ["-c", PROGRAM], { timeout: 10_000 });
      if (stdout.trim()) return stdout.trim();
    } catch {
      // Not there, or not a Python: the next name may be.
    }
  }
  throw new StudioError({
    code: "engine.not-ready",
    message: "No Python 3.9 or newer was found.",
    reason: `Every run is watched over by a small Python program; looked for ${names.join(", ")} on PATH.`,
    hint: "Install Python (python3 must be on PATH) and start the run again.",
  });
}
