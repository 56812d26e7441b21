// Owns the figures of judging a config: our own check, the engine's verdict, and what its warm helper costs.
// Run: node bin/anneal.mjs exec node bench/check.ts --engine-python PYTHON
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../contract/config-document.ts";
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

const round = (ms: number) => Math.round(ms * 10) / 10;
async function timed(work: () => Promise<unknown>, rounds: number) {
  const times: number[] = [];
  for (let turn = 0; turn < rounds; turn++) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0);
  return { first: round(times[0] ?? 0), median: at(0.5), p95: at(0.95), max: at(1) };
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
const config = readConfig(preset?.config ?? "");
const spec = (text: string): RunSpec => ({
  kind: "train",
  engine: "llamafactory",
  name: "bench",
  config: text,
  device: { type: "cpu" },
});
/** What typing does: another text each time, so that nothing is answered from memory. */
let seed = 1;
const typed = () => spec(config.with({ seed: seed++ }).text);

await engines.list();
await engines.catalog("llamafactory");
const first = performance.now();
const verdict = await engines.verdict("llamafactory", typed());
const known = await engines.arguments("llamafactory");
const helperStartMs = Math.round(performance.now() - first);
if (verdict.status !== "accepted") throw new Error(JSON.stringify(verdict));
const preview = await timed(() => runs.preview(typed()), 50);
const warm = await timed(() => engines.verdict("llamafactory", typed()), 50);
const exported = { ...spec("model_name_or_path: nest/owl\ntemplate: default\n"), kind: "export" as const };
await engines.verdict("llamafactory", exported);
const warmExport = await timed(() => engines.verdict("llamafactory", exported), 20);
const pid = await helperPid();
const helperMemoryMb = { resident: status(pid, "VmRSS"), own: status(pid, "RssAnon") };

console.log(
  JSON.stringify(
    {
      config: preset?.id,
      ownCheckMs: preview,
      helperStartMs,
      warmVerdictMs: warm,
      warmExportVerdictMs: warmExport,
      arguments: known.length,
      helperMemoryMb,
    },
    null,
    2,
  ),
);
await server.close();
await rm(home, { recursive: true, force: true });
process.exit(0);
