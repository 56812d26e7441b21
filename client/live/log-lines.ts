// Owns the turning of log text into lines: progress bars folded to their last state, colours as spans. Refuses attempts.
import { type AnsiStyle, applySgr, createAnsiReader, plainStyle } from "./ansi.ts";

/** Characters [from, to) of a line in a style other than plain. */
export type LogSpan = { readonly from: number; readonly to: number; readonly style: AnsiStyle };
/** `offset`: the byte at which the line began. */
export type FoldedLine = {
  readonly offset: number;
  readonly text: string;
  readonly spans: readonly LogSpan[];
};

/** A browser cannot lay out a line of megabytes; what is beyond stays in the file. */
const LONGEST_LINE = 16_384;
/** As many lines from the end may still be written over: bars below bars. */
export const OPEN_LINES = 12;

const noSpans: readonly LogSpan[] = [];

/** Reads the text of a file from a byte on and calls `onLine` with every line that nothing can change any more. */
export class LineFolder {
  readonly #onLine: (line: FoldedLine) => void;
  readonly #read: (piece: string) => void;
  /** The last lines, as a screen of few rows; the cursor stands in one of them. */
  readonly #rows: FoldedLine[];
  #row = 0;
  #style = plainStyle;
  /** The cursor is at the left edge: the next text takes the place of what is there. */
  #atEdge = false;
  #offset: number;

  constructor(offset: number, onLine: (line: FoldedLine) => void) {
    this.#offset = offset;
    this.#onLine = onLine;
    this.#rows = [{ offset, text: "", spans: noSpans }];
    this.#read = createAnsiReader({
      text: (piece) => this.#write(piece),
      style: (parameters) => this.#restyle(parameters),
      newline: () => this.#newline(),
      carriageReturn: () => {
        this.#atEdge = true;
      },
      up: (lines) => {
        this.#row = Math.max(0, this.#row - lines);
        this.#atEdge = true;
      },
    });
  }

  /** The lines that may still change; the last one is empty after a line end. */
  get open(): readonly FoldedLine[] {
    return this.#rows;
  }

  write(text: string): void {
    for (let at = 0; at < text.length; ) {
      const newline = text.indexOf("\n", at);
      const piece = newline < 0 ? text.slice(at) : text.slice(at, newline + 1);
      this.#offset += byteLength(piece);
      this.#read(piece);
      at += piece.length;
    }
  }

  #write(piece: string): void {
    const row = this.#rows[this.#row];
    if (!row) return;
    const { text, spans } = this.#atEdge ? { text: "", spans: noSpans } : row;
    this.#atEdge = false;
    if (text.length >= LONGEST_LINE) return;
    const room = LONGEST_LINE - text.length;
    const more = piece.length > room ? `${piece.slice(0, room)} …` : piece;
    const span = { from: text.length, to: text.length + more.length, style: this.#style };
    this.#rows[this.#row] = {
      offset: row.offset,
      text: text + more,
      spans: this.#style === plainStyle ? spans : [...spans, span],
    };
  }

  #restyle(parameters: string): void {
    const next = applySgr(this.#style, parameters);
    const plain = next.hue === null && !(next.bold || next.dim || next.italic || next.underline);
    this.#style = plain ? plainStyle : next;
  }

  #newline(): void {
    this.#row++;
    this.#atEdge = this.#row < this.#rows.length;
    if (this.#atEdge) return;
    this.#rows.push({ offset: this.#offset, text: "", spans: noSpans });
    if (this.#rows.length <= OPEN_LINES) return;
    const [done] = this.#rows.splice(0, 1);
    this.#row--;
    if (done) this.#onLine(done);
  }
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
