// Owns writing one piece of a new dataset: fixed, and in the other format where one is wanted. Refuses to touch the old one.
import { randomUUID } from "node:crypto";
import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Conversation, DatasetFormatId, MediaKind } from "../../../contract/dataset.ts";
import { copyWriter } from "../for-engine/copy-rows.ts";
import { checkRecord } from "../formats/check-record.ts";
import { fixDefinition, fixRow, leavesOut } from "../formats/fixes.ts";
import type { Fault, Written } from "../formats/format.ts";
import { formatById, formatOf } from "../formats/index.ts";
import { layoutOf } from "../formats/layout.ts";
import { isObject } from "../formats/value-kind.ts";
import type { Desk, PieceWork } from "./piece.ts";
import { createRowHashes } from "./row-hashes.ts";

const BUFFER_CHARS = 1024 * 1024;

export type RewritePiece = {
  file: string;
  written: number;
  changed: number;
  dropped: number;
  lost: Record<string, number>;
  media: MediaKind[];
};

export function rewritePiece(
  { job, context }: Desk,
  request: { fixes: string[]; format?: DatasetFormatId },
): PieceWork<RewritePiece> {
  const { target, definition: given } = job;
  if (target === null) throw new Error("A rewrite needs a place to write to.");
  const fixes = new Set(request.fixes);
  // What the definition lacks is known while reading, so that its rows are read at all.
  const definition = fixDefinition(given, fixes);
  const [format, known] = [formatOf(definition), layoutOf(definition).read];
  const writeRow = rowWriter(job, request.format);
  const wasSeen = fixes.has("record.repeated") ? createRowHashes(job.hashes) : () => false;
  const piece: RewritePiece = {
    file: join(target.folder, `${randomUUID()}.jsonl`),
    written: 0,
    changed: 0,
    dropped: 0,
    lost: {},
    media: [],
  };
  const media = new Set<MediaKind>();
  const file = openSync(piece.file, "wx", 0o600);
  let lines: string[] = [];
  let chars = 0;

  function write(line: string, changed: boolean): void {
    // A row that was mended may be the same as another now.
    if (wasSeen(line)) {
      drop(null);
      return;
    }
    piece.written += 1;
    if (changed) piece.changed += 1;
    lines.push(line);
    chars += line.length;
    if (chars > BUFFER_CHARS) flush();
  }

  function flush(): void {
    if (lines.length === 0) return;
    const bytes = Buffer.from(`${lines.join("\n")}\n`);
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    lines = [];
    chars = 0;
  }

  function lose(what: string): void {
    piece.lost[what] = (piece.lost[what] ?? 0) + 1;
  }

  function drop(why: string | null): void {
    piece.dropped += 1;
    if (why !== null) lose(why);
  }

  function translate(value: Record<string, unknown>): void {
    const blocking = (format?.validate(value, definition, context) ?? []).find(isBlocking);
    const conversation = blocking === undefined ? (format?.toMessages(value, definition) ?? null) : null;
    if (conversation === null || writeRow === null) {
      drop(`row: ${blocking?.message ?? "it cannot be read as a conversation"}`);
      return;
    }
    const { value: written, lost } = writeRow(conversation, value);
    for (const what of lost) lose(what);
    if (written === null) {
      drop(null);
      return;
    }
    // Of a copy nobody wants more than what is learnt from.
    if (job.copy === undefined)
      for (const column of Object.keys(value)) if (!known.has(column)) lose(`column “${column}”`);
    for (const kind of mediaOf(conversation)) media.add(kind);
    write(JSON.stringify(written), true);
  }

  return {
    see(record) {
      const { value, faults } = checkRecord(record, format, definition, context);
      if (!isObject(value) || leavesOut(faults, fixes)) {
        drop(null);
        return;
      }
      const isMended = faults.some(
        ({ code }) => fixes.has(code) && (code.startsWith("json.") || code.startsWith("text.")),
      );
      const isFixed = faults.length > 0 && fixRow(value, definition, fixes);
      if (writeRow !== null) translate(value);
      else if (isFixed || isMended) write(JSON.stringify(value), true);
      // As it stood, to the digit; only lists in JSON files spread a row over lines.
      else write(record.text.includes("\n") ? JSON.stringify(value) : record.text, false);
    },
    end() {
      flush();
      closeSync(file);
      return { ...piece, media: [...media] };
    },
  };
}

type RowWriter = (conversation: Conversation, row: Record<string, unknown>) => Written;

/** Null where rows stay in their own format. */
function rowWriter(
  { copy, target, definition, mediaDir }: Desk["job"],
  format?: DatasetFormatId,
): RowWriter | null {
  if (copy !== undefined) return copyWriter(copy, definition, mediaDir);
  if (format === undefined || target === null) return null;
  return (conversation) => formatById(format).fromMessages(conversation, target.definition);
}

/** Media that are not there today may be there tomorrow; their number must be right. */
function isBlocking({ code, severity }: Fault): boolean {
  const isAboutFiles = ["media.missing", "media.unreadable", "media.url-refused"].includes(code);
  return severity === "error" && !isAboutFiles;
}

function mediaOf({ turns, chosen, rejected }: Conversation): MediaKind[] {
  const parts = [...turns.flatMap((turn) => turn.parts), ...(chosen ?? []), ...(rejected ?? [])];
  return parts.flatMap((part) => (part.type === "text" ? [] : part.type));
}
