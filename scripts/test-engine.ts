// Owns the engine environment of the tests: the one that is named, or one of our own, installed once by `anneal setup`.
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { homePaths } from "../server/home.ts";
import { execute, root } from "./steps.ts";

const ENGINE = "llamafactory";

/** The path of its Python; else one line that says why there is none. */
export async function provideEngine(): Promise<{ path: string } | { missing: string }> {
  const { ANNEAL_TEST_ENGINE_PYTHON: given, XDG_CACHE_HOME: cache = join(homedir(), ".cache") } = process.env;
  if (given) {
    return existsSync(given)
      ? { path: given }
      : { missing: `ANNEAL_TEST_ENGINE_PYTHON names ${given}, which is not there.` };
  }
  const home = join(cache, "anneal", "test-engine");
  console.log(`◌ The engine for the tests (${home}) …`);
  const cli = join(root, "server", "cli", "main.ts");
  const { ok, output } = await execute(
    [process.execPath, cli, "setup", "--engine", ENGINE, "--home", home],
    {},
    true,
  );
  const path = join(homePaths(home).engine(ENGINE), ".venv", "bin", "python");
  if (ok && existsSync(path)) return { path };
  return { missing: `The engine could not be installed: ${output.trim().split("\n").at(-1)}` };
}
