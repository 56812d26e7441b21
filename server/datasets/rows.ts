// Owns rows as pages show them: the record, cut where it is long, what it says as a conversation, what is wrong with it.
// Refuses to look at media; a check of the whole set does.
import type { DatasetDefinition, DatasetRow } from "../../contract/dataset.ts";
import { stageFor } from "./formats/check-definition.ts";
import { checkRecord } from "./formats/check-record.ts";
import { formatOf } from "./formats/index.ts";
import type { FileRecord } from "./record-file.ts";

const TEXT_BYTES = 64 * 1024;

/** At most 64 KiB of a text. */
function beginning(text: string): string {
  if (text.length * 3 <= TEXT_BYTES || Buffer.byteLength(text) <= TEXT_BYTES) return text;
  const bytes = Buffer.from(text.slice(0, TEXT_BYTES));
  return bytes.toString("utf8", 0, Math.min(bytes.length, TEXT_BYTES)).replace(/\uFFFD$/, "");
}

export function toRow(record: FileRecord, definition: DatasetDefinition, strictJson: boolean): DatasetRow {
  const { row, bytes, text, cut } = record;
  const shown = beginning(text);
  const plain = { row, bytes, text: shown, cut: cut || shown.length < text.length };
  const format = formatOf(definition);
  const media = () => ({ status: "cannot-tell" }) as const;
  const context = { stage: stageFor(definition), strictJson, media };
  const { value, faults } = checkRecord(record, format, definition, context);
  return {
    ...plain,
    conversation: value === undefined ? null : (format?.toMessages(value, definition) ?? null),
    findings: faults.map((fault) => ({ ...fault, row })),
  };
}
