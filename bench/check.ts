// Owns the figures of judging a config: our own check, the engine's verdict, and what its warm helper costs.
// Run: node bin/anneal.mjs exec node bench/check.ts --engine-python PYTHON
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { RunSpec } from "../contract/run.ts";
import { startServer } from "../server/start-server.ts";

const { values } = parseArgs({ options: { "engine-python": { type: "string" } } });
const home = await mkdtemp(join(tmpdir(), "anneal-bench-"));
const server = await startServer({
  home,
  host: "127.0.0.1",
  port: 0,
  allowedHosts: [],
  enginePython: values["engine-python"],
  executor: { id: "local" },
  pages: { folder: home },
  startsRuns: false,
});
const { runs, engines, library } = server.services;

const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const round = (ms: number) => Math.round(ms * 100) / 100;
async function timed(work: () => Promise<unknown>, rounds: number) {
  const times: number[] = [];
  for (let turn = 0; turn < rounds; turn++) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return { median: round(median(times)), max: round(Math.max(...times)) };
}
const status = (pid: number, name: string) =>
  Math.round(
    Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) /
      1024,
  );
/** Of the helper, which is the one child of this process that stays. */
async function helperPid(): Promise<number> {
  const children = await readFile(`/proc/${process.pid}/task/${process.pid}/children`, "utf8");
  return Number(children.trim().split(" ").at(-1));
}

const preset = (await library.presets()).find(({ demo }) => demo);
const config = preset?.config ?? "";
const spec = (text: string): RunSpec => ({
  kind: "train",
  engine: "llamafactory",
  name: "bench",
  config: text,
  device: { type: "cpu" },
});
/** What typing does: another text each time, so that nothing is answered from memory. */
let rank = 8;
const typed = () => spec(`${config}\nseed: ${rank++}\n`);

await engines.list();
await engines.catalog("llamafactory");
const first = performance.now();
const verdict = await engines.verdict("llamafactory", typed());
const helperStartMs = Math.round(performance.now() - first);
const askedFirst = performance.now();
const known = await engines.arguments("llamafactory");
const argumentsMs = Math.round(performance.now() - askedFirst);
const preview = await timed(() => runs.preview(typed()), 50);
const warm = await timed(() => engines.verdict("llamafactory", typed()), 50);
const exported = { ...spec("model_name_or_path: nest/owl\ntemplate: default\n"), kind: "export" as const };
await engines.verdict("llamafactory", exported);
const warmExport = await timed(() => engines.verdict("llamafactory", exported), 20);
const pid = await helperPid();
const helperMemoryMb = { now: status(pid, "VmRSS"), most: status(pid, "VmHWM") };

console.log(
  JSON.stringify(
    {
      config: preset?.id,
      verdict: verdict.status,
      ownCheckMs: preview,
      helperStartMs,
      warmVerdictMs: warm,
      warmExportVerdictMs: warmExport,
      arguments: known.length,
      argumentsMs,
      helperMemoryMb,
    },
    null,
    2,
  ),
);
await server.close();
await rm(home, { recursive: true, force: true });
process.exit(0);
