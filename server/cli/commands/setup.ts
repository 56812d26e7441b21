// Owns `anneal setup`: installs an engine in the foreground, with progress. An engine that works is left alone.
import { type Command, textOf } from "../command.ts";
import { connect } from "../connect.ts";
import { tellEnd, watchRun } from "../watch.ts";

export const setupCommand: Command = {
  name: "setup",
  summary: "Install an engine, or repair it",
  usage: "[--engine ID]",
  help: "  --engine ID    which one (default: the first one)",
  words: { min: 0, max: 0 },
  options: { engine: { type: "string" } },
  async run({ home, values, out }) {
    await using studio = await connect(home, { start: "full" });
    const { call } = studio;
    const asked = textOf(values, "engine") ?? (await call("engines", {}))[0]?.id ?? "";
    const { name, health } = await call("checkEngine", { params: { id: asked } });
    if (health.status === "ready") {
      out.data({ engine: asked, health });
      out.line(`✓ ${name} ${health.version} is ready (${health.python}).`);
      return true;
    }
    const { id } = await call("installEngine", { params: { id: asked } });
    return tellEnd(await watchRun(call, id, out), out);
  },
};
