// Owns `anneal runs`: the list, newest first.
import type { RunSummary } from "../../../contract/run.ts";
import type { Command } from "../command.ts";
import { connect } from "../connect.ts";
import { formatDuration, formatNumber, formatProgress, formatTable } from "../format.ts";

export const runsCommand: Command = {
  name: "runs",
  summary: "List runs, newest first",
  usage: "[--all]",
  help: "  --all    archived ones too",
  words: { min: 0, max: 0 },
  options: { all: { type: "boolean" } },
  async run({ home, values, out }) {
    await using studio = await connect(home, { start: "quiet" });
    const runs = await studio.call("runs", {});
    if (values.all === true) runs.push(...(await studio.call("runs", { query: { archived: "true" } })));
    out.data(runs);
    if (runs.length === 0) out.line("No runs yet. Start one with: anneal train FILE.yaml");
    else for (const line of formatTable([HEAD, ...runs.map(rowOf)])) out.line(line);
    return true;
  },
};

const HEAD = ["id", "state", "progress", "loss", "time", "model", "data", "name"];

function rowOf({ id, name, state, progress, lastLoss, durationMs, model, datasets }: RunSummary): string[] {
  return [
    id,
    state.status,
    formatProgress(progress),
    formatNumber(lastLoss),
    durationMs === null ? "" : formatDuration(durationMs),
    model?.split("/").at(-1) ?? "",
    datasets.join(","),
    name,
  ];
}
