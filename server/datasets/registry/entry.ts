// Owns what a list shows of one entry of a dataset_info.json, and every reason why it cannot be used. Refuses to read rows.
import { DatasetDefinition } from "../../../contract/dataset.ts";
import type { DatasetEntry } from "../../../contract/library.ts";
import type { CountRows } from "./count-rows.ts";
import { filesOf, sourceOf } from "./source.ts";

/** Those of dataset_info.json, and the one that is ours for messages of parts. */
const FORMATTINGS = ["alpaca", "sharegpt", "openai", "axolotl"];
const MEDIA = ["images", "videos", "audios"] as const;

type FileFacts = Pick<DatasetEntry, "bytes" | "rows" | "problem">;

async function fileFacts(dir: string, name: string, countRows: CountRows): Promise<FileFacts> {
  const { files, problem } = await filesOf(dir, name);
  if (problem !== null) return { bytes: null, rows: null, problem };
  const counts = await Promise.all(files.map(({ path }) => countRows(path)));
  return {
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    rows: counts.every(({ rows }) => rows !== null)
      ? counts.reduce((sum, { rows }) => sum + (rows ?? 0), 0)
      : null,
    problem: counts.find((count) => count.problem !== null)?.problem ?? null,
  };
}

export async function readEntry(
  dir: string,
  name: string,
  raw: unknown,
  countRows: CountRows,
): Promise<DatasetEntry> {
  const parsed = DatasetDefinition.safeParse(raw);
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
  const { formatting = "alpaca", ranking = false, columns, num_samples } = parsed.data;
  const found = sourceOf(parsed.data);
  if (!found) return { ...plain, problem: "Its entry names no source: add file_name or hf_hub_url." };
  const facts =
    found.source === "file" && found.file !== null
      ? await fileFacts(dir, found.file, countRows)
      : { bytes: null, rows: null, problem: null };
  return {
    name,
    ...found,
    bytes: facts.bytes,
    rows: num_samples ?? facts.rows,
    formatting,
    ranking,
    marked: typeof columns?.kto_tag === "string",
    unanswered:
      formatting === "alpaca" && !ranking && columns !== undefined && typeof columns.response !== "string",
    media: MEDIA.filter((kind) => typeof columns?.[kind] === "string"),
    problem: FORMATTINGS.includes(formatting)
      ? facts.problem
      : `Its formatting is ${formatting}; an engine knows ${FORMATTINGS.join(", ")}.`,
  };
}
