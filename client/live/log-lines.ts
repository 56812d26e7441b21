// Owns the turning of log text into lines: progress bars folded to their last state, colours as spans. Refuses offsets.
import { type AnsiStyle, applySgr, createAnsiReader, plainStyle } from "./ansi.ts";

/** Characters [from, to) of a line in a style other than plain. */
export type LogSpan = { readonly from: number; readonly to: number; readonly style: AnsiStyle };
export type FoldedLine = { readonly text: string; readonly spans: readonly LogSpan[] };

/** A browser cannot lay out a line of megabytes; what is beyond stays in the file. */
const LONGEST_LINE = 16_384;

export type LineFolder = {
  /** `onLine` hears every finished line in order. */
  write(text: string, onLine: (line: FoldedLine) => void): void;
  /** The line still being written. */
  open(): FoldedLine;
};

export function createLineFolder(): LineFolder {
  let text = "";
  let spans: LogSpan[] = [];
  let style = plainStyle;
  let returned = false;
  let tell: (line: FoldedLine) => void = () => undefined;

  const clear = () => {
    text = "";
    spans = [];
  };
  const read = createAnsiReader({
    text(piece) {
      if (returned) clear();
      returned = false;
      if (text.length >= LONGEST_LINE) return;
      const from = text.length;
      text += piece.length + from > LONGEST_LINE ? `${piece.slice(0, LONGEST_LINE - from)} …` : piece;
      if (style !== plainStyle) spans.push({ from, to: text.length, style });
    },
    style(parameters) {
      const next = applySgr(style, parameters);
      const plain = next.hue === null && !(next.bold || next.dim || next.italic || next.underline);
      style = plain ? plainStyle : next;
    },
    newline() {
      tell({ text, spans });
      returned = false;
      clear();
    },
    carriageReturn() {
      returned = true;
    },
  });

  return {
    write(piece, onLine) {
      tell = onLine;
      read(piece);
    },
    open: () => ({ text, spans: [...spans] }),
  };
}
