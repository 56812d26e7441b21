// Owns telling what a file, a folder or a pasted text is, for a person to confirm. Registers nothing.
import { basename, dirname, isAbsolute, relative, resolve } from "node:path";
import type { DatasetDefinition, DatasetGuess } from "../../contract/dataset.ts";
import { isWithin } from "../files/inside.ts";
import { StudioError } from "../studio-error.ts";
import { columnsOf, valuesOf } from "./columns.ts";
import { formatOf, recognise } from "./formats/index.ts";
import { openFiles } from "./open-dataset.ts";
import type { FileRecord, RecordFileType } from "./record-file.ts";
import { DEFAULT_LIMITS, readFrom } from "./records/byte-reader.ts";
import { textSource } from "./records/byte-source.ts";
import { fileTypeOf } from "./records/file-type.ts";
import { layoutOf } from "./records/layout.ts";
import type { Reading } from "./records/open-records.ts";
import { toRow } from "./rows.ts";

const LOOKED_AT = 200;
const SHOWN = 20;

/** What a pasted text is, by its first sign: brackets for JSON, a comma in the first line for CSV. */
export function typeOfText(text: string): RecordFileType {
  const body = text.trimStart();
  if (body.startsWith("[")) return "json";
  if (body.startsWith("{")) return /^\{\s*\n/.test(body) ? "json" : "jsonl";
  const [first = "", second] = body.split("\n");
  const commas = (line: string) => line.split(",").length;
  return second !== undefined && commas(first) > 1 && commas(first) === commas(second) ? "csv" : "txt";
}

function guessFrom(
  records: readonly FileRecord[],
  fileType: DatasetGuess["fileType"],
  fileName: string | null,
  given: DatasetDefinition | undefined,
): DatasetGuess {
  const values = valuesOf(records);
  const columns = columnsOf(values);
  const [best] = recognise(
    values,
    columns.map(({ name }) => name),
  );
  const named = { ...(fileName !== null && { file_name: fileName }), ...best?.definition };
  const definition = given ?? named;
  const problems = [...new Set(records.flatMap(({ problem }) => problem ?? []))];
  const unparsed = records.filter(({ cut }) => !cut).length - values.length;
  if (records.length === 0) problems.push("There are no records in it.");
  if (unparsed > 0 && problems.length === 0)
    problems.push(`${unparsed} of the first ${records.length} records are not valid JSON.`);
  if (!best && given === undefined && values.length > 0)
    problems.push("Its columns are of no format that is known here; say which column is what.");
  return {
    fileType,
    format: (given ? formatOf(given)?.id : best?.format) ?? null,
    definition,
    columns,
    reasons: best?.reasons ?? [],
    rows: records.slice(0, SHOWN).map((record) => toRow(record, definition, fileType.startsWith("json"))),
    problems,
  };
}

/** `given`: what a person has mapped so far; the rows are read by it. */
export async function guessText(text: string, given?: DatasetDefinition): Promise<DatasetGuess> {
  const type = typeOfText(text);
  const source = textSource(text);
  const layout = await layoutOf(source, "The text", type);
  const range = { from: 0, count: LOOKED_AT };
  const records = await readFrom(source, layout, null, range, DEFAULT_LIMITS);
  return guessFrom(records, type, null, given);
}

/** `shownAs`: what it will be called in the dataset folder, where that is not its path. */
export async function guessFile(
  path: string,
  dir: string,
  reading: Reading,
  { shownAs, given }: { shownAs?: string; given?: DatasetDefinition } = {},
): Promise<DatasetGuess> {
  if (!isAbsolute(path))
    throw new StudioError({
      code: "path.not-found",
      message: `${path} is not a full path.`,
      hint: "Give the full path of a file or folder on the server.",
    });
  const full = resolve(path);
  const { files, reader } = await openFiles(dirname(full), basename(full), reading);
  const records = await reader.read(0, LOOKED_AT);
  const isFolder = files.length !== 1 || files[0]?.path !== full;
  const type = fileTypeOf(files[0]?.path ?? "") ?? "txt";
  // A file elsewhere stays where it is: it may be larger than the disk of the home, and the engine takes full paths.
  const name = shownAs ?? (isWithin(dir, full) ? relative(dir, full) : full);
  return guessFrom(records, isFolder ? "folder" : type, name, given);
}
