// Owns the part of a run's log that a page holds: lines in order, and exactly which bytes they are. Refuses fetching.
import type { Cursor, LogChunk } from "@/contract/run-event.ts";
import { createLineFolder, type FoldedLine, type LineFolder, type LogSpan } from "./log-lines.ts";

export type LogLine =
  | { kind: "text"; seq: number; offset: number; text: string; spans: readonly LogSpan[] }
  /** Where an attempt after the first begins. */
  | { kind: "attempt"; seq: number; attempt: number };

/** What to ask of GET /api/runs/:id/log. */
export type LogPiece = { attempt: number; offset: number; limit: number };

/** `known`: nothing new. `gap`: ask again from the cursor. `shrunk`: the file was cut; what is held is no longer true. */
export type LogOutcome = "applied" | "known" | "gap" | "shrunk";

const EARLIER_BYTES = 1 << 20;
const MOST_LINES = 200_000;
const LINES_AFTER_TRIM = 150_000;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class LogBook {
  #lines: LogLine[] = [];
  #folder: LineFolder = createLineFolder();
  /** Whether the last of the lines is still being written. */
  #open = false;
  #openOffset = 0;
  #first: Cursor | null = null;
  #end: Cursor | null = null;

  /** Grows and changes in place at its end; `seq` rises by one from line to line and names a line for good. */
  get lines(): readonly LogLine[] {
    return this.#lines;
  }

  /** Everything before this place has been read; null before the first piece. */
  get cursor(): Cursor | null {
    return this.#end;
  }

  /** The piece before the first held byte, or null at the beginning of the first attempt. */
  get earlier(): LogPiece | null {
    if (!this.#first) return null;
    const { attempt, offset } = this.#first;
    if (offset > 0) {
      const from = Math.max(0, offset - EARLIER_BYTES);
      return { attempt, offset: from, limit: offset - from };
    }
    return attempt > 1 ? { attempt: attempt - 1, offset: -EARLIER_BYTES, limit: EARLIER_BYTES } : null;
  }

  append(chunk: LogChunk): LogOutcome {
    if (!this.#end) return this.#start(chunk);
    if (chunk.attempt < this.#end.attempt) return "known";
    if (chunk.attempt > this.#end.attempt) return this.#startAttempt(chunk);
    if (chunk.size < this.#end.offset) return "shrunk";
    if (chunk.end <= this.#end.offset) return "known";
    if (chunk.offset > this.#end.offset) return "gap";
    const text = withoutBytes(chunk, this.#end.offset - chunk.offset);
    if (text === null) return "gap";
    this.#write(text, this.#end.offset, chunk.end);
    return "applied";
  }

  /** Puts the piece that `earlier` asked for in front. */
  prepend(chunk: LogChunk): void {
    const first = this.#first;
    if (!first || chunk.attempt > first.attempt) return;
    if (chunk.attempt === first.attempt && chunk.end !== first.offset) return;
    const { text, offset } = fromLineStart(chunk);
    const found: FoldedAt[] = [];
    const folder = createLineFolder();
    foldLines(folder, text, offset, (line) => found.push(line));
    const open = folder.open();
    if (open.text !== "") found.push({ ...open, offset: chunk.end });

    const marked = offset === 0 && chunk.attempt > 1;
    let seq = (this.#lines[0]?.seq ?? 0) - found.length - (marked ? 1 : 0);
    const before: LogLine[] = marked ? [{ kind: "attempt", seq: seq++, attempt: chunk.attempt }] : [];
    for (const line of found) before.push({ kind: "text", seq: seq++, ...line });
    this.#lines = before.concat(this.#lines);
    this.#first = { attempt: chunk.attempt, offset };
  }

  #start(chunk: LogChunk): LogOutcome {
    const { text, offset } = fromLineStart(chunk);
    this.#first = { attempt: chunk.attempt, offset };
    if (offset === 0 && chunk.attempt > 1) this.#push({ kind: "attempt", seq: 0, attempt: chunk.attempt });
    this.#end = { attempt: chunk.attempt, offset };
    this.#openOffset = offset;
    this.#write(text, offset, chunk.end);
    return "applied";
  }

  #startAttempt(chunk: LogChunk): LogOutcome {
    if (chunk.offset !== 0) return "gap";
    this.#open = false;
    this.#openOffset = 0;
    this.#folder = createLineFolder();
    if (chunk.attempt > 1) this.#push({ kind: "attempt", seq: this.#nextSeq, attempt: chunk.attempt });
    this.#write(chunk.text, 0, chunk.end);
    this.#end = { attempt: chunk.attempt, offset: chunk.end };
    return "applied";
  }

  #write(text: string, offset: number, end: number): void {
    if (this.#open) this.#lines.pop();
    this.#openOffset = foldLines(
      this.#folder,
      text,
      offset,
      (line) => this.#push({ kind: "text", seq: this.#nextSeq, ...line }),
      this.#openOffset,
    );
    const open = this.#folder.open();
    this.#open = open.text !== "";
    if (this.#open) this.#push({ kind: "text", seq: this.#nextSeq, offset: this.#openOffset, ...open });
    if (this.#end) this.#end = { ...this.#end, offset: end };
    this.#trim();
  }

  get #nextSeq(): number {
    return (this.#lines.at(-1)?.seq ?? -1) + 1;
  }

  #push(line: LogLine): void {
    this.#lines.push(line);
  }

  #trim(): void {
    if (this.#lines.length <= MOST_LINES) return;
    const cut = this.#lines.length - LINES_AFTER_TRIM;
    for (const line of this.#lines.splice(0, cut)) {
      if (line.kind === "attempt") this.#first = { attempt: line.attempt, offset: 0 };
    }
    const line = this.#lines[0];
    if (line?.kind === "text" && this.#first) this.#first = { ...this.#first, offset: line.offset };
    if (line?.kind === "attempt") this.#first = { attempt: line.attempt, offset: 0 };
  }
}

type FoldedAt = FoldedLine & { offset: number };

/** Folds text that starts at byte `offset`; answers where the line that stays open began. */
function foldLines(
  folder: LineFolder,
  text: string,
  offset: number,
  onLine: (line: FoldedAt) => void,
  openOffset = offset,
): number {
  let at = 0;
  let bytes = offset;
  let lineOffset = openOffset;
  while (at < text.length) {
    const newline = text.indexOf("\n", at);
    const piece = newline < 0 ? text.slice(at) : text.slice(at, newline + 1);
    const start = lineOffset;
    folder.write(piece, (line) => onLine({ ...line, offset: start }));
    at += piece.length;
    bytes += byteLength(piece);
    if (newline >= 0) lineOffset = bytes;
  }
  return lineOffset;
}

/** A piece from the middle of a file begins somewhere in a line; that rest of a line is left for the piece before. */
function fromLineStart(chunk: LogChunk): { text: string; offset: number } {
  if (chunk.offset === 0) return { text: chunk.text, offset: 0 };
  const newline = chunk.text.indexOf("\n");
  if (newline < 0) return { text: chunk.text, offset: chunk.offset };
  const rest = chunk.text.slice(newline + 1);
  return { text: rest, offset: chunk.end - byteLength(rest) };
}

/** The chunk's text without its first bytes; null where bytes and text do not match and so cannot be cut. */
function withoutBytes(chunk: LogChunk, count: number): string | null {
  if (count === 0) return chunk.text;
  const bytes = encoder.encode(chunk.text);
  return bytes.length === chunk.end - chunk.offset ? decoder.decode(bytes.subarray(count)) : null;
}

export function byteLength(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // The two halves of a pair make four bytes together.
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}
