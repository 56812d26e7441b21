// Owns `anneal datasets`: lists them, and checks one row by row. Works without a server; a fault of the data is exit code 1.
import type { CheckResult, Scan } from "../../../contract/dataset-scan.ts";
import { createDatasetFiles, type DatasetFiles } from "../../datasets/dataset-service.ts";
import { type CheckedTarget, checkTarget } from "../../datasets/scans/check-target.ts";
import { type Command, type Invocation, textOf, UsageError } from "../command.ts";
import { formatBytes, formatDuration, formatNumber, formatTable } from "../format.ts";

const STAGES = ["pt", "sft", "rm", "dpo", "kto"] as const;
const SHOWN = 5;

export const datasetsCommand: Command = {
  name: "datasets",
  summary: "List datasets, or check one for faults",
  usage: "[check NAME|FILE] [--dir DIR] [--stage STAGE]",
  help: [
    "  check NAME|FILE  name every fault with its row and path; exit code 1 when rows would be lost",
    "  --dir DIR        the dataset folder (default: those in use)",
    `  --stage STAGE    what it is meant for: ${STAGES.join(", ")} (default: what it can be used for)`,
  ].join("\n"),
  words: { min: 0, max: 2 },
  options: { dir: { type: "string" }, stage: { type: "string" } },
  async run(invocation) {
    const { home, words } = invocation;
    const [verb, word] = words;
    if (verb !== undefined && (verb !== "check" || word === undefined))
      throw new UsageError("This needs: anneal datasets check NAME|FILE");
    const files = createDatasetFiles({ home });
    try {
      return word === undefined ? await list(files, invocation) : await check(files, word, invocation);
    } finally {
      await files.reading.close();
    }
  },
};

async function list({ registry }: DatasetFiles, { values, out }: Invocation): Promise<boolean> {
  const dir = textOf(values, "dir");
  const folders = dir === undefined ? registry.dirs.all() : [registry.dirs.resolve(dir)];
  const lists = await Promise.all(folders.map((folder) => registry.list(folder)));
  out.data(lists);
  for (const { dir: folder, datasets, problem } of lists) {
    out.line(folder);
    if (problem !== null) out.line(`  ✗ ${problem}`);
    if (problem === null && datasets.length === 0) out.line("  no datasets yet");
    const rows = datasets.map((each) => [
      `  ${each.name}`,
      each.rows === null ? "? rows" : `${formatNumber(each.rows)} rows`,
      each.bytes === null ? each.source : formatBytes(each.bytes),
      each.ranking ? `${each.formatting}, pairs` : each.formatting,
      each.problem === null ? "" : `✗ ${each.problem}`,
    ]);
    for (const line of formatTable(rows)) out.line(line);
  }
  return lists.every(({ problem }) => problem === null);
}

async function check(files: DatasetFiles, word: string, { values, out }: Invocation): Promise<boolean> {
  const asked = textOf(values, "stage");
  const stage = STAGES.find((each) => each === asked);
  if (asked !== undefined && stage === undefined)
    throw new UsageError(`--stage is one of ${STAGES.join(", ")}`);
  const checked = await checkTarget(files, { word, dir: textOf(values, "dir"), stage }, (scan) =>
    out.live(progressOf(scan)),
  );
  out.live("");
  out.data(checked);
  for (const line of linesOf(checked)) out.line(line);
  return !checked.result.counts.some(({ severity }) => severity === "error");
}

function progressOf({ done, total, etaMs }: Scan): string {
  const left = etaMs === null ? "" : ` · ${formatDuration(etaMs)} left`;
  return `checking ${formatBytes(done)}/${formatBytes(total)}${left}`;
}

function* linesOf({ dataset, guessed, definition, result }: CheckedTarget): Generator<string> {
  if (guessed !== null) {
    yield `${dataset} has no entry in a dataset_info.json. It is read as: ${JSON.stringify(definition)}`;
    for (const reason of guessed) yield `  ${reason}`;
  }
  for (const count of result.counts) {
    const mark = count.severity === "error" ? "✗" : "!";
    yield `${mark} ${count.code}: ${formatNumber(count.count)} ×  ${count.message}`;
    yield* placesOf(count, result);
    if (count.fix !== null) yield `    fix: ${count.fix}`;
  }
  const { rows, unusable } = result;
  const lost = unusable === 0 ? "all usable" : `${unusable} lost to training`;
  yield `${result.counts.length === 0 ? "✓ " : ""}${rows} ${rows === 1 ? "row" : "rows"}, ${lost}`;
}

function* placesOf(
  { code, severity, count }: CheckResult["counts"][number],
  { findings }: CheckResult,
): Generator<string> {
  const mine = findings.filter((each) => each.code === code && each.severity === severity);
  for (const { row, path, message } of mine.slice(0, SHOWN)) {
    // A fault of the definition is in no row.
    if (!isInRow(code)) continue;
    yield `    row ${row}${path === "" ? "" : `, ${path}`}: ${message}`;
  }
  if (count > SHOWN) yield `    … and ${count - SHOWN} more; --json names up to ${mine.length}`;
}

function isInRow(code: string): boolean {
  return !/^(definition|stage)\.|^column\.absent$/.test(code);
}
