// Owns `anneal train`: a config file becomes a run. Relative paths in it mean what they mean to the engine's own CLI:
// below the folder the command was given in.
import { basename, extname } from "node:path";
import { ulid } from "ulid";
import { engineOfConfig } from "../../../contract/engine-of-config.ts";
import type { RunSpec } from "../../../contract/run.ts";
import { type Command, textOf } from "../command.ts";
import { readConfigFile } from "../config-file.ts";
import { connect } from "../connect.ts";
import { tellError } from "../output.ts";
import { tellEnd, watchRun } from "../watch.ts";

export const trainCommand: Command = {
  name: "train",
  summary: "Start a run from an engine's YAML file",
  usage: "FILE.yaml [--engine ID] [--name NAME] [--watch]",
  help: [
    "  --engine ID    the engine the file is for (default: the one whose keys it has)",
    "  --name NAME    the run's name (default: the file's)",
    "  --watch        follow it to its end; needs no running server",
  ].join("\n"),
  words: { min: 1, max: 1 },
  options: { engine: { type: "string" }, name: { type: "string" }, watch: { type: "boolean" } },
  async run({ home, values, words: [file = ""], out }) {
    const config = readConfigFile(file);
    const watch = values.watch === true;
    await using studio = await connect(home, { start: watch ? "full" : "never" });
    const { call } = studio;
    const engine = textOf(values, "engine") ?? engineOfConfig(config, await call("engines", {}));
    const name = textOf(values, "name") ?? basename(file, extname(file));
    const spec: RunSpec = {
      kind: "train",
      engine,
      name,
      config,
      device: { type: "auto" },
      baseDir: process.cwd(),
    };

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
  },
};
