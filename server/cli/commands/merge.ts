// Owns `anneal merge`: merges a run's adapter into its base (or exports its full model) and waits for it.
import { resolve } from "node:path";
import { ulid } from "ulid";
import { type Command, textOf } from "../command.ts";
import { connect } from "../connect.ts";
import { findRun } from "../find-run.ts";
import { tellEnd, watchRun } from "../watch.ts";

export const mergeCommand: Command = {
  name: "merge",
  summary: "Merge a run's adapter into its base model",
  usage: "RUN [--to DIR] [--checkpoint NAME]",
  help: "  --to DIR             where the full model goes; must be empty or new\n  --checkpoint NAME    an earlier one than the run's end",
  words: { min: 1, max: 1 },
  options: { to: { type: "string" }, checkpoint: { type: "string" } },
  async run({ home, values, words: [text = ""], out }) {
    await using studio = await connect(home, { start: "full" });
    const { call } = studio;
    const source = await findRun(call, text);
    const to = textOf(values, "to");
    const { id } = await call("mergeRun", {
      params: { id: source.id },
      body: {
        key: ulid(),
        ...(to !== undefined && { to: resolve(to) }),
        checkpoint: textOf(values, "checkpoint"),
      },
    });
    const succeeded = tellEnd(await watchRun(call, id, out), out);
    if (succeeded) out.line((await call("run", { params: { id } })).outputDir ?? "");
    return succeeded;
  },
};
