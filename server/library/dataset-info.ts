// Owns reading a dataset_info.json as LLaMA-Factory understands it. Refuses to write it.
import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { z } from "zod";
import type { DatasetEntry, DatasetList } from "../../contract/library.ts";
import { countRows } from "./count-rows.ts";
import { jsonMistake } from "./json-mistake.ts";

const text = z.string();
const InfoEntry = z.object({
  hf_hub_url: text.optional(),
  ms_hub_url: text.optional(),
  om_hub_url: text.optional(),
  script_url: text.optional(),
  cloud_file_name: z.union([text, z.array(text)]).optional(),
  file_name: text.optional(),
  formatting: text.default("alpaca"),
  ranking: z.boolean().default(false),
  num_samples: z.number().nullish(),
  columns: z.record(z.string(), z.unknown()).optional(),
});
type InfoEntry = z.infer<typeof InfoEntry>;

const FORMATTINGS = ["alpaca", "sharegpt", "openai"];
const MEDIA = ["images", "videos", "audios"] as const;
const FILE_TYPES = ["arrow", "csv", "json", "jsonl", "parquet", "txt"];

type FileFacts = Pick<DatasetEntry, "bytes" | "rows" | "problem">;
const unusable = (problem: string): FileFacts => ({ bytes: null, rows: null, problem });

async function fileFacts(dir: string, name: string): Promise<FileFacts> {
  const path = resolve(dir, name);
  const info = await stat(path).catch(() => null);
  if (!info) return unusable(`The file ${name} is not there.`);
  const files = info.isDirectory() ? (await readdir(path)).map((file) => join(path, file)) : [path];
  const types = new Set(files.map((file) => extname(file).slice(1).toLowerCase().replace("jsonl", "json")));
  const [type] = types;
  if (type === undefined) return unusable(`The folder ${name} is empty.`);
  if (types.size > 1) return unusable(`The folder ${name} mixes file types; the engine wants one.`);
  if (!FILE_TYPES.includes(type))
    return unusable(`${name} is not of a type the engine reads (${FILE_TYPES.join(", ")}).`);

  const sizes = await Promise.all(files.map((file) => stat(file)));
  const counts = await Promise.all(files.map(countRows));
  return {
    bytes: sizes.reduce((sum, { size }) => sum + size, 0),
    rows: counts.every(({ rows }) => rows !== null)
      ? counts.reduce((sum, { rows }) => sum + (rows ?? 0), 0)
      : null,
    problem: counts.find(({ problem }) => problem !== null)?.problem ?? null,
  };
}

/** The engine takes the first of these that is given. */
function sourceOf(entry: InfoEntry): { source: DatasetEntry["source"]; file: string | null } | null {
  if (entry.hf_hub_url ?? entry.ms_hub_url ?? entry.om_hub_url) return { source: "hub", file: null };
  if (entry.script_url !== undefined) return { source: "script", file: entry.script_url };
  if (entry.cloud_file_name !== undefined) return { source: "cloud", file: null };
  return entry.file_name === undefined ? null : { source: "file", file: entry.file_name };
}

async function readEntry(dir: string, name: string, raw: unknown): Promise<DatasetEntry> {
  const parsed = InfoEntry.safeParse(raw);
  const empty = { name, source: "file", file: null, bytes: null, rows: null } as const;
  const plain = { ...empty, formatting: "alpaca", ranking: false, media: [] };
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue ? issue.path.join(".") : "";
    return {
      ...plain,
      problem: `Its entry in dataset_info.json is not valid: ${where} ${issue?.message ?? ""}`.trim(),
    };
  }
  const entry = parsed.data;
  const found = sourceOf(entry);
  if (!found) return { ...plain, problem: "Its entry names no source: add file_name or hf_hub_url." };
  const facts =
    found.source === "file" && found.file !== null
      ? await fileFacts(dir, found.file)
      : { bytes: null, rows: null, problem: null };
  const known = FORMATTINGS.includes(entry.formatting);
  return {
    name,
    ...found,
    bytes: facts.bytes,
    rows: entry.num_samples ?? facts.rows,
    formatting: entry.formatting,
    ranking: entry.ranking,
    marked: typeof entry.columns?.kto_tag === "string",
    media: MEDIA.filter((kind) => typeof entry.columns?.[kind] === "string"),
    problem: known
      ? facts.problem
      : `Its formatting is ${entry.formatting}; the engine knows ${FORMATTINGS.join(", ")}.`,
  };
}

export async function readDatasets(dir: string): Promise<DatasetList> {
  const path = join(dir, "dataset_info.json");
  const failed = (problem: string): DatasetList => ({ dir, datasets: [], problem });
  const source = await readFile(path, "utf8").catch(() => null);
  if (source === null) return failed(`There is no dataset_info.json in ${dir}.`);
  let info: unknown;
  try {
    info = JSON.parse(source.replace(/^\uFEFF/, ""));
  } catch (error) {
    return failed(`${path} is not valid JSON: ${jsonMistake(source, error)}`);
  }
  if (typeof info !== "object" || info === null || Array.isArray(info))
    return failed(`${path} must hold one object: the name of each dataset with its entry.`);
  const datasets = await Promise.all(
    Object.entries(info).map(([name, entry]) => readEntry(dir, name, entry)),
  );
  return { dir, datasets, problem: null };
}
