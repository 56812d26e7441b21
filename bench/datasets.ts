// Owns the figures of datasets: opening, any page, counting the rows, memory, beside LlamaBoard's own preview of the same file.
// Run: node bin/anneal.mjs exec node bench/datasets.ts [--gigabytes 1,2] [--engine-python PATH]   (files go to a temporary folder)
import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Measured, residentMb, startServer, stopServer } from "./server-process.ts";

const repository = fileURLToPath(new URL("..", import.meta.url));
const GB = 1_000_000_000;
const WORDS = 'the loss of a run falls as steps go by 模型 and its "curve" is smooth\nin the end'.split(" ");
const { values } = parseArgs({
  options: { gigabytes: { type: "string", default: "1,2" }, "engine-python": { type: "string" } },
});
const python = values["engine-python"] ?? process.env.ANNEAL_TEST_ENGINE_PYTHON;

type Kind = { ending: string; head: string; between: string; tail: string; record(at: number): string };

function textOf(length: number, seed: number): string {
  return Array.from({ length }, (_, at) => WORDS[(seed * 31 + at * (7 + (seed % 5))) % WORDS.length]).join(
    " ",
  );
}
const recordOf = (at: number) => ({
  instruction: textOf(12 + (at % 20), at),
  input: "",
  output: textOf(40 + (at % 90), at + 1),
});
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

const KINDS: Readonly<Record<string, Kind>> = {
  jsonl: {
    ending: "jsonl",
    head: "",
    between: "\n",
    tail: "\n",
    record: (at) => JSON.stringify(recordOf(at)),
  },
  json: {
    ending: "json",
    head: "[\n",
    between: ",\n",
    tail: "\n]\n",
    record: (at) => JSON.stringify(recordOf(at)),
  },
  csv: {
    ending: "csv",
    head: "instruction,input,output\n",
    between: "\n",
    tail: "\n",
    record: (at) => Object.values(recordOf(at)).map(cell).join(","),
  },
};

function generate(path: string, kind: Kind, bytes: number): void {
  const block = Array.from({ length: 20_000 }, (_, at) => kind.record(at)).join(kind.between);
  const file = openSync(path, "wx");
  let written = writeSync(file, kind.head);
  while (written < bytes) {
    written += writeSync(file, block);
    written += writeSync(file, written < bytes ? kind.between : kind.tail);
  }
  closeSync(file);
}

type Page = { total: number | null; index: { status: string; bytes?: number }; rows: unknown[] };

const milliseconds = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
  const from = performance.now();
  const result = await work();
  return [performance.now() - from, result];
};
const round = (value: number) => Math.round(value * 10) / 10;
const at = (sorted: readonly number[], share: number) =>
  round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);

/** The most memory the process has ever had. */
function peakMb(server: Measured): number {
  const status = readFileSync(`/proc/${server.child.pid}/status`, "utf8");
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

async function measure(server: Measured, name: string, bytes: number) {
  const page = (from: number, count: number) =>
    server.api<Page>(`/api/datasets/${name}/rows?from=${from}&count=${count}`);
  const begun = performance.now();
  const [firstPageMs] = await milliseconds(() => page(0, 50));
  let known = await page(0, 1);
  while (known.index.status === "building") {
    await new Promise((resolve) => setTimeout(resolve, 20));
    known = await page(0, 1);
  }
  const seconds = (performance.now() - begun) / 1000;
  const indexedMb = Math.round(residentMb(server));
  const times: number[] = [];
  for (let time = 0; time < 200; time += 1) {
    const from = Math.floor(Math.random() * ((known.total ?? 1) - 50));
    times.push((await milliseconds(() => page(from, 50)))[0]);
  }
  times.sort((a, b) => a - b);
  return {
    rows: known.total,
    firstPageMs: round(firstPageMs),
    indexSeconds: round(seconds),
    indexGbPerSecond: round(bytes / GB / seconds),
    anyPageMs: { median: at(times, 0.5), p95: at(times, 0.95), most: at(times, 1) },
    indexedMb,
    residentMb: Math.round(residentMb(server)),
    peakMb: peakMb(server),
  };
}

/** LlamaBoard's own function, called as a click on Preview calls it; only the widget it hands back is a stand-in. */
function llamaBoard(dir: string, name: string) {
  const code = [
    "import importlib.util, json, os, resource, sys, time, types",
    "root = os.path.dirname(importlib.util.find_spec('llamafactory').origin)",
    "for name in ('webui', 'webui.components'):",
    "    package = types.ModuleType('llamafactory.' + name)",
    "    package.__path__ = [os.path.join(root, *name.split('.'))]",
    "    sys.modules[package.__name__] = package",
    "sys.modules['gradio'] = types.SimpleNamespace(Column=lambda **_: None, __spec__=object())",
    "from llamafactory.webui.components.data import get_preview",
    "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss",
    "start = time.time()",
    "rows, _, _ = get_preview(sys.argv[1], [sys.argv[2]], 0)",
    "took = time.time() - start",
    "after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss",
    "print(json.dumps({'rows': rows, 'pageMs': round(took * 1000), 'addedMb': (after - before) // 1024}))",
  ].join("\n");
  const env = { ...process.env, HF_HUB_OFFLINE: "1", CUDA_VISIBLE_DEVICES: "" };
  const { stdout, stderr } = spawnSync(python ?? "", ["-c", code, dir, name], { env, encoding: "utf8" });
  const line = stdout.trim().split("\n").at(-1) ?? "";
  return line.startsWith("{") ? JSON.parse(line) : { failed: stderr.trim().split("\n").at(-1) };
}

const place = await mkdtemp(join(tmpdir(), "anneal-datasets-"));
try {
  const home = join(place, "home");
  const dir = join(place, "data");
  await mkdir(dir);
  const info: Record<string, { file_name: string }> = {};
  const sizes = values.gigabytes.split(",").map(Number);
  for (const size of sizes) {
    for (const [name, kind] of Object.entries(KINDS)) {
      const file = `${name}-${size}.${kind.ending}`;
      generate(join(dir, file), kind, size * GB);
      info[`${name}-${size}`] = { file_name: file };
      if (size !== sizes[0]) break;
    }
  }
  // What the first question to a new server costs is no matter of the file.
  await writeFile(join(dir, "few.jsonl"), JSON.stringify(recordOf(1)));
  const files = Object.entries(info);
  const few = { few: { file_name: "few.jsonl" } };
  await writeFile(join(dir, "dataset_info.json"), JSON.stringify({ ...info, ...few }));

  for (const [name, { file_name }] of files) {
    const options = ["--engine-python", "/nowhere/python"];
    const server = await startServer(repository, join(home, name), options, {}, ["server/main.ts"]);
    await rm(join(home, name, "datasets"), { recursive: true });
    await writeFile(join(home, name, "dataset-dirs.json"), JSON.stringify([dir]));
    const inDir: Measured = {
      ...server,
      api: (path, body) => server.api(`${path}&dir=${encodeURIComponent(dir)}`, body),
    };
    const [freshMs] = await milliseconds(() => inDir.api("/api/datasets/few/rows?from=0&count=50"));
    const idleMb = Math.round(residentMb(server));
    const { size } = await stat(join(dir, file_name));
    console.log(
      name,
      JSON.stringify({ bytes: size, freshMs: round(freshMs), idleMb, ...(await measure(inDir, name, size)) }),
    );
    await stopServer(server);
  }
  const first = Object.keys(info)[0] ?? "";
  if (python !== undefined) console.log(first, "LlamaBoard", JSON.stringify(llamaBoard(dir, first)));
} finally {
  await rm(place, { recursive: true, force: true });
}
