// Owns turning a config file into a run from the command line. Relative paths in it mean what they mean to the engine's
// own CLI: below the folder the command was given in.
import { basename, extname } from "node:path";
import { ulid } from "ulid";
import type { RunKind, RunSpec } from "../../contract/run.ts";
import { type Invocation, textOf } from "./command.ts";
import { readConfigFile } from "./config-file.ts";
import { connect } from "./connect.ts";
import { engineFor } from "./engine-for.ts";
import { tellError } from "./output.ts";
import { tellEnd, watchRun } from "./watch.ts";

export const fileOptions = {
  engine: { type: "string" },
  name: { type: "string" },
  watch: { type: "boolean" },
} as const;

export const fileHelp = [
  "  --engine ID    the engine the file is for (default: the one whose keys it has)",
  "  --name NAME    the run's name (default: the file's)",
  "  --watch        follow it to its end; needs no running server",
];

export async function startFile(
  kind: RunKind,
  { home, values, words: [file = ""], out }: Invocation,
): Promise<boolean> {
  const config = readConfigFile(file);
  const watch = values.watch === true;
  await using studio = await connect(home, { start: watch ? "full" : "never" });
  const { call } = studio;
  const engine = await engineFor(call, config, textOf(values, "engine"));
  const stem = basename(file, extname(file));
  // A run is found by its name; the work around a training must not stand in its way.
  const name = textOf(values, "name") ?? (kind === "train" ? stem : `${stem} ${kind}`);
  const spec: RunSpec = { kind, engine, name, config, device: { type: "auto" }, baseDir: process.cwd() };

  const { problems } = await call("previewRun", { body: spec });
  const warnings = problems.filter(({ severity }) => severity === "warning");
  const run = await call("createRun", { body: { spec, key: ulid() } });
  if (warnings.length > 0) tellError({ message: "It starts, but look at this:", problems: warnings });

  if (!watch) {
    out.data(run);
    out.line(`${run.name} is ${run.state.status}: ${run.id}`);
    return true;
  }
  out.line(`${run.name} ${run.id}`);
  return tellEnd(await watchRun(call, run.id, out), out);
}
