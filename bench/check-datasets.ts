// Owns the figures of checking: a generated JSONL file of conversations and one of short rows, on one core and on all.
// Run: node bin/anneal.mjs exec node bench/check-datasets.ts [--gigabytes 1]   (files go to a temporary folder)
import { spawnSync } from "node:child_process";
import { closeSync, createReadStream, openSync, writeSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createDatasetFiles } from "../server/datasets/dataset-service.ts";
import { checkTarget } from "../server/datasets/scans/check-target.ts";

const GB = 1_000_000_000;
const { values } = parseArgs({
  options: {
    gigabytes: { type: "string", default: "1" },
    home: { type: "string" },
    only: { type: "string" },
  },
});
const WORDS = 'the loss of a run falls as steps go by 模型 and its "curve" is smooth\nin the end'.split(" ");

function textOf(length: number, seed: number): string {
  const from = (seed * 7919) % PARTS.length;
  return Array.from({ length }, (_, at) => PARTS[(from + at * 31) % PARTS.length]).join(" ");
}
const PARTS = Array.from({ length: 997 }, (_, at) =>
  Array.from({ length: 6 }, (_, step) => WORDS[(at * 13 + step * (5 + (at % 7))) % WORDS.length]).join(" "),
);

type Kind = { definition: Record<string, unknown>; row(at: number): unknown };
const KINDS: Readonly<Record<string, Kind>> = {
  conversations: {
    definition: { formatting: "sharegpt" },
    row: (at) => ({
      id: at,
      conversations: [
        { from: "system", value: "You answer in short." },
        { from: "human", value: textOf(5 + (at % 9), at) },
        { from: "gpt", value: textOf(12 + (at % 17), at + 1) },
        { from: "human", value: textOf(4, at + 2) },
        { from: "gpt", value: textOf(15 + (at % 5), at + 3) },
      ],
    }),
  },
  shortRows: {
    definition: {},
    row: (at) => ({
      instruction: textOf(2 + (at % 4), at),
      input: "",
      output: `${textOf(6 + (at % 15), at + 1)} ${at}`,
    }),
  },
};

function generate(path: string, { row }: Kind, bytes: number): void {
  const file = openSync(path, "wx");
  for (let at = 0, written = 0; written < bytes; at += 2000) {
    const lines = Array.from({ length: 2000 }, (_, step) => JSON.stringify(row(at + step)));
    written += writeSync(file, `${lines.join("\n")}\n`);
  }
  closeSync(file);
}

/** In a process of its own, so that its peak of memory is that of the check. */
async function measure(home: string, name: string): Promise<void> {
  const files = createDatasetFiles({ home });
  const target = { word: name, dir: undefined, stage: undefined };
  // Finding the rows comes once per file and is measured elsewhere.
  await (await files.registry.list()).datasets.length;
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  let bytes = 0;
  const { result } = await checkTarget(files, target, (scan) => {
    bytes = scan.total;
  });
  const seconds = (performance.now() - wall) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    JSON.stringify({
      file: name,
      cores: availableParallelism(),
      rows: result.rows,
      findings: result.counts.length,
      megabytesPerSecond: Math.round(bytes / seconds / 1e6),
      perSecondOfCpu: Math.round(bytes / (user + system)),
      peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
      load: Math.round(loadavg()[0] ?? 0),
    }),
  );
  await files.reading.close();
}

/** The floor: the same lines read and parsed, and nothing else. */
async function parseAlone(path: string): Promise<void> {
  const cpu = process.cpuUsage();
  let bytes = 0;
  for await (const line of createInterface(createReadStream(path))) {
    JSON.parse(line);
    bytes += Buffer.byteLength(line) + 1;
  }
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    JSON.stringify({
      file: path.split("/").at(-1),
      jsonParsePerSecondOfCpu: Math.round(bytes / (user + system)),
    }),
  );
}

if (values.home !== undefined && values.only !== undefined) {
  if (values.only.endsWith(".jsonl")) await parseAlone(join(values.home, "datasets", values.only));
  else await measure(values.home, values.only);
} else {
  const home = await mkdtemp(join(tmpdir(), "anneal-bench-"));
  try {
    const folder = join(home, "datasets");
    await mkdir(folder);
    const info = Object.entries(KINDS).map(([name, { definition }]) => [
      name,
      { file_name: `${name}.jsonl`, ...definition },
    ]);
    await writeFile(join(folder, "dataset_info.json"), JSON.stringify(Object.fromEntries(info)));
    const self = fileURLToPath(import.meta.url);
    for (const [name, kind] of Object.entries(KINDS)) {
      generate(join(folder, `${name}.jsonl`), kind, Number(values.gigabytes) * GB);
      const ask = (before: string[], only: string) => {
        const [program = "", ...argv] = [...before, process.execPath, self, "--home", home, "--only", only];
        spawnSync(program, argv, { stdio: "inherit" });
      };
      ask([], `${name}.jsonl`);
      ask(["taskset", "-c", "0"], name);
      ask([], name);
      await rm(join(folder, `${name}.jsonl`));
    }
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
