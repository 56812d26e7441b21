// Owns one row of a dataset as the model will see it. Refuses rows that are not there or too long to be shown.
import type { EncodeSettings, Encoding } from "../../../contract/dataset-scan.ts";
import { StudioError } from "../../studio-error.ts";
import type { OpenedDataset } from "../open-dataset.ts";
import type { FileRecord } from "../record-file.ts";
import { createEncoder, type EncodingEngines } from "./encoder.ts";

const ROW_BYTES = 8 * 1024 * 1024;

/** What a record says, or why nobody can tell. */
export function valueOfRecord(record: FileRecord): { value: unknown } | { problem: string } {
  if (record.problem !== null) return { problem: record.problem };
  try {
    return { value: JSON.parse(record.text) };
  } catch (error) {
    return { problem: `The row is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

export async function encodeRow(
  engines: EncodingEngines,
  dataset: OpenedDataset,
  { row, settings }: { row: number; settings: EncodeSettings },
  home: string,
): Promise<Encoding> {
  const [record] = await dataset.reader.read(row, 1, { recordBytes: ROW_BYTES, totalBytes: ROW_BYTES });
  if (record === undefined)
    throw new StudioError({ code: "request.invalid", message: `${dataset.name} has no row ${row + 1}.` });
  if (record.cut)
    throw new StudioError({
      code: "request.invalid",
      message: `Row ${row + 1} is longer than ${ROW_BYTES / 1024 / 1024} MiB; its tokens are not shown.`,
    });
  const found = valueOfRecord(record);
  if ("problem" in found) return { status: "dropped", reason: found.problem };
  const encoder = await createEncoder(engines, dataset, settings, home);
  const [encoding] = await encoder.detail([found.value]);
  if (encoding === undefined)
    throw new StudioError({ code: "engine.failed", message: "The engine gave no answer for this row." });
  return encoding;
}
