// Owns `anneal logs`: what the engine printed, byte for byte, and on as it grows.
import { setTimeout as pause } from "node:timers/promises";
import { isLive } from "../../../contract/run-status.ts";
import { type Command, textOf, UsageError } from "../command.ts";
import { connect } from "../connect.ts";
import { findRun } from "../find-run.ts";
import { POLL_MS, summaryOf } from "../watch.ts";

export const logsCommand: Command = {
  name: "logs",
  summary: "Print a run's log",
  usage: "RUN [-f] [--attempt N]",
  help: "  -f, --follow     go on until the run is over\n  --attempt N      an earlier attempt than the newest",
  words: { min: 1, max: 1 },
  options: { follow: { type: "boolean", short: "f" }, attempt: { type: "string" } },
  async run({ home, values, words: [text = ""], out }) {
    const asked = textOf(values, "attempt");
    if (asked !== undefined && !/^[1-9]\d*$/.test(asked))
      throw new UsageError("--attempt takes a number, such as 1.");
    await using studio = await connect(home, { start: "quiet" });
    const { id, attempt: newest } = await findRun(studio.call, text);
    const attempt = asked === undefined ? newest : Number(asked);
    let offset = 0;
    for (;;) {
      const growing = values.follow === true && isLive((await summaryOf(studio.call, id)).state);
      const chunk = await studio.call("runLog", { params: { id }, query: { attempt, offset } });
      offset = chunk.end;
      if (chunk.text !== "") {
        if (out.json) out.data(chunk);
        else process.stdout.write(chunk.text);
      }
      if (chunk.end < chunk.size) continue;
      if (!growing) return true;
      await pause(POLL_MS);
    }
  },
};
