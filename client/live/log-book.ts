// Owns the part of a run's log that a page holds: lines in order, and exactly which bytes they are. Refuses fetching.
import type { Cursor, LogChunk } from "@/contract/run-event.ts";
import { byteLength, type FoldedLine, LineFolder } from "./log-lines.ts";

export type LogLine =
  | ({ readonly kind: "text"; readonly seq: number } & FoldedLine)
  /** Where an attempt after the first begins. */
  | { readonly kind: "attempt"; readonly seq: number; readonly attempt: number };

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
  #folder: LineFolder | null = null;
  /** How many of the last lines the folder may still change. */
  #open = 0;
  #first: Cursor | null = null;
  #end: Cursor | null = null;

  /** Changes in place at its end; `seq` rises by one from line to line and names a line for good. */
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
    const end = this.#end;
    if (!end) {
      const { text, offset } = fromLineStart(chunk);
      this.#first = { attempt: chunk.attempt, offset };
      this.#begin(chunk, text, offset);
      return "applied";
    }
    if (chunk.attempt < end.attempt) return "known";
    if (chunk.attempt > end.attempt) {
      if (chunk.offset !== 0) return "gap";
      this.#begin(chunk, chunk.text, 0);
      return "applied";
    }
    if (chunk.size < end.offset) return "shrunk";
    if (chunk.end <= end.offset) return "known";
    const text = chunk.offset > end.offset ? null : withoutBytes(chunk, end.offset - chunk.offset);
    if (text === null) return "gap";
    this.#write(text);
    this.#end = { attempt: chunk.attempt, offset: chunk.end };
    return "applied";
  }

  /** Puts the piece that `earlier` asked for in front. */
  prepend(chunk: LogChunk): void {
    const first = this.#first;
    if (!first || chunk.attempt > first.attempt) return;
    if (chunk.attempt === first.attempt && chunk.end !== first.offset) return;
    const { text, offset } = fromLineStart(chunk);
    const found: FoldedLine[] = [];
    const folder = new LineFolder(offset, (line) => found.push(line));
    folder.write(text);
    found.push(...withoutLastEmpty(folder.open));

    const marked = offset === 0 && chunk.attempt > 1;
    let seq = (this.#lines[0]?.seq ?? 0) - found.length - (marked ? 1 : 0);
    const before: LogLine[] = marked ? [{ kind: "attempt", seq: seq++, attempt: chunk.attempt }] : [];
    for (const line of found) before.push({ kind: "text", seq: seq++, ...line });
    this.#lines = before.concat(this.#lines);
    this.#first = { attempt: chunk.attempt, offset };
  }

  /** The first bytes held of an attempt. Its lines are not mixed with those of the attempt before. */
  #begin(chunk: LogChunk, text: string, offset: number): void {
    this.#open = 0;
    if (offset === 0 && chunk.attempt > 1)
      this.#lines.push({ kind: "attempt", seq: this.#nextSeq, attempt: chunk.attempt });
    this.#folder = new LineFolder(offset, (line) => this.#push(line));
    this.#write(text);
    this.#end = { attempt: chunk.attempt, offset: chunk.end };
  }

  #write(text: string): void {
    if (!this.#folder) return;
    const before = this.#open > 0 ? this.#lines.splice(-this.#open) : [];
    this.#folder.write(text);
    const open = withoutLastEmpty(this.#folder.open);
    this.#open = open.length;
    for (const line of open) {
      const same = before.find((each) => each.kind === "text" && each.offset === line.offset);
      // An unchanged line stays the same object, so that it is not drawn again.
      if (same?.kind === "text" && same.text === line.text && same.spans === line.spans)
        this.#lines.push(same);
      else this.#push(line);
    }
    this.#trim();
  }

  get #nextSeq(): number {
    return (this.#lines.at(-1)?.seq ?? -1) + 1;
  }

  #push(line: FoldedLine): void {
    this.#lines.push({ kind: "text", seq: this.#nextSeq, ...line });
  }

  #trim(): void {
    if (this.#lines.length <= MOST_LINES) return;
    const gone = this.#lines.splice(0, this.#lines.length - LINES_AFTER_TRIM);
    const attempt = gone.reduce(
      (now, line) => (line.kind === "attempt" ? line.attempt : now),
      this.#first?.attempt ?? 1,
    );
    const line = this.#lines[0];
    if (line)
      this.#first =
        line.kind === "attempt" ? { attempt: line.attempt, offset: 0 } : { attempt, offset: line.offset };
  }
}

function withoutLastEmpty(lines: readonly FoldedLine[]): readonly FoldedLine[] {
  return lines.at(-1)?.text === "" ? lines.slice(0, -1) : lines;
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
