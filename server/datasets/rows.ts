// Owns rows as pages show them: the record, cut where it is long, what it says as a conversation, what is wrong with it.
// Refuses to look at media; a check of the whole set does.
import type { DatasetDefinition, DatasetFinding, DatasetRow } from "../../contract/dataset.ts";
import type { DatasetFormat, Stage } from "./formats/format.ts";
import { formatOf } from "./formats/index.ts";
import type { FileRecord } from "./record-file.ts";

const TEXT_BYTES = 64 * 1024;

export function stageFor(definition: DatasetDefinition, format: DatasetFormat | null): Stage {
  if (format?.id === "text") return "pt";
  if (definition.ranking === true) return "dpo";
  return typeof definition.columns?.kto_tag === "string" ? "kto" : "sft";
}

function fault(row: number, code: string, message: string): DatasetFinding {
  return { row, path: "", severity: "error", code, message };
}

/** At most 64 KiB of a text. */
function beginning(text: string): string {
  if (text.length * 3 <= TEXT_BYTES || Buffer.byteLength(text) <= TEXT_BYTES) return text;
  const bytes = Buffer.from(text.slice(0, TEXT_BYTES));
  return bytes.toString("utf8", 0, Math.min(bytes.length, TEXT_BYTES)).replace(/\uFFFD$/, "");
}

export function toRow(
  { row, bytes, text, cut, problem }: FileRecord,
  definition: DatasetDefinition,
  strictJson: boolean,
): DatasetRow {
  const shown = beginning(text);
  const plain = { row, bytes, text: shown, cut: cut || shown.length < text.length };
  const faults = problem === null ? [] : [fault(row, "record.unreadable", problem)];
  if (cut) return { ...plain, conversation: null, findings: faults };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const broken =
      faults.length > 0 ? faults : [fault(row, "record.not-json", `It is not valid JSON: ${why}`)];
    return { ...plain, conversation: null, findings: broken };
  }
  const format = formatOf(definition);
  if (format === null) return { ...plain, conversation: null, findings: faults };
  try {
    const stage = stageFor(definition, format);
    const context = { stage, strictJson, media: () => ({ status: "cannot-tell" }) as const };
    const own = format.validate(value, definition, context).map((each) => ({ ...each, row }));
    const conversation = format.toMessages(value, definition);
    return { ...plain, conversation, findings: [...faults, ...own] };
  } catch (error) {
    // Too many levels for anything that descends.
    if (!(error instanceof RangeError)) throw error;
    const deep = fault(row, "record.too-deep", "It is nested too deeply to be read.");
    return { ...plain, conversation: null, findings: [...faults, deep] };
  }
}
