// Owns which engine a config file is for: the one that was named, else the one whose keys it has. Refuses to guess.
import { readConfig } from "../../contract/config-document.ts";
import { enginesOfConfig } from "../../contract/engine-of-config.ts";
import { StudioError } from "../studio-error.ts";
import type { Client } from "./client.ts";

export async function engineFor(call: Client, config: string, named: string | undefined): Promise<string> {
  const engines = await call("engines", {});
  if (named !== undefined) {
    if (engines.some(({ id }) => id === named)) return named;
    throw new StudioError({
      code: "engine.not-found",
      message: `There is no engine ${named}.`,
      hint: `Engines: ${engines.map(({ id }) => id).join(", ")}.`,
    });
  }
  const [only, ...others] = enginesOfConfig(config, engines);
  const { keys, problems } = readConfig(config);
  // What is wrong with a text that has no keys to read is the same for every engine.
  if (only !== undefined && (problems.length > 0 || others.length === 0)) return only;
  throw new StudioError({
    code: "engine.not-found",
    message: "The keys of this file do not tell which engine it is for.",
    reason: keys.length === 0 ? "It has none." : "It has as many keys of one as of another.",
    hint: `Name it: ${engines.map(({ id }) => `--engine ${id}`).join(", or ")}.`,
  });
}
