// Owns the engine environments of the tests: those that are named, or our own, installed once by `anneal setup`.
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { homePaths } from "../server/home.ts";
import { execute, root } from "./steps.ts";

/** Which variable tells tests where each engine's Python is. */
const VARIABLES = {
  llamafactory: "ANNEAL_TEST_ENGINE_PYTHON",
  axolotl: "ANNEAL_TEST_AXOLOTL_PYTHON",
} as const;
type EngineName = keyof typeof VARIABLES;

type Provided = { env: Record<string, string> } | { missing: string };

/** The variable that names its Python; else one line that says why there is none. */
export async function provideEngine(engine: EngineName): Promise<Provided> {
  const variable = VARIABLES[engine];
  const { [variable]: given, XDG_CACHE_HOME: cache = join(homedir(), ".cache") } = process.env;
  if (given) {
    return existsSync(given)
      ? { env: { [variable]: given } }
      : { missing: `${variable} names ${given}, which is not there.` };
  }
  const home = join(cache, "anneal", "test-engine");
  console.log(`◌ ${engine} for the tests (${home}) …`);
  const cli = join(root, "server", "cli", "main.ts");
  const { ok, output } = await execute(
    [process.execPath, cli, "setup", "--engine", engine, "--home", home],
    {},
    true,
  );
  const path = join(homePaths(home).engine(engine), ".venv", "bin", "python");
  if (ok && existsSync(path)) return { env: { [variable]: path } };
  return { missing: `${engine} could not be installed: ${output.trim().split("\n").at(-1)}` };
}
