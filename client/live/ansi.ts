// Owns the reading of terminal output piece by piece: text, colours, returns, lines up. Refuses all other escapes, and drawing.

export type AnsiHue = "red" | "yellow" | "green" | "cyan" | "blue" | "magenta" | "grey";
export type AnsiStyle = {
  readonly hue: AnsiHue | null;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
};

export const plainStyle: AnsiStyle = { hue: null, bold: false, dim: false, italic: false, underline: false };

const basic: readonly (AnsiHue | null)[] = [
  "grey",
  "red",
  "green",
  "yellow",
  "blue",
  "magenta",
  "cyan",
  null,
];

/** Grounds are left out: they were chosen for a terminal, and text on them would be hard to read in one of our themes. */
export function applySgr(style: AnsiStyle, parameters: string): AnsiStyle {
  const codes = parameters.split(/[;:]/).map((code) => (code === "" ? 0 : Number(code)));
  let now = style;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0;
    if (code === 0) now = plainStyle;
    else if (code === 1) now = { ...now, bold: true };
    else if (code === 2) now = { ...now, dim: true };
    else if (code === 3) now = { ...now, italic: true };
    else if (code === 4) now = { ...now, underline: true };
    else if (code === 22) now = { ...now, bold: false, dim: false };
    else if (code === 23) now = { ...now, italic: false };
    else if (code === 24) now = { ...now, underline: false };
    else if (code >= 30 && code <= 37) now = { ...now, hue: basic[code - 30] ?? null };
    else if (code >= 90 && code <= 97) now = { ...now, hue: basic[code - 90] ?? null };
    else if (code === 39) now = { ...now, hue: null };
    else if (code === 38 || code === 48) {
      const { hue, used } = extendedHue(codes.slice(at + 1));
      if (code === 38) now = { ...now, hue };
      at += used;
    }
  }
  return now;
}

function extendedHue([mode, ...rest]: readonly number[]): { hue: AnsiHue | null; used: number } {
  if (mode === 5) return { hue: hueOf256(rest[0] ?? 7), used: 2 };
  if (mode === 2) return { hue: nearestHue(rest[0] ?? 0, rest[1] ?? 0, rest[2] ?? 0), used: 4 };
  return { hue: null, used: 1 };
}

function hueOf256(index: number): AnsiHue | null {
  if (index < 16) return basic[index % 8] ?? null;
  if (index >= 232) return index < 248 ? "grey" : null;
  const level = (step: number) => (step === 0 ? 0 : 55 + step * 40);
  const cube = index - 16;
  return nearestHue(level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6));
}

/** Of any colour only the hue is kept; its lightness is the theme's, so that it can be read in both. */
function nearestHue(red: number, green: number, blue: number): AnsiHue | null {
  const most = Math.max(red, green, blue);
  const span = most - Math.min(red, green, blue);
  if (span < 32) return most < 160 ? "grey" : null;
  const sector =
    most === red
      ? ((green - blue) / span + 6) % 6
      : most === green
        ? (blue - red) / span + 2
        : (red - green) / span + 4;
  if (sector < 0.5 || sector >= 5.5) return "red";
  if (sector < 1.5) return "yellow";
  if (sector < 2.6) return "green";
  if (sector < 3.4) return "cyan";
  return sector < 4.5 ? "blue" : "magenta";
}

export type AnsiSink = {
  text(text: string): void;
  style(parameters: string): void;
  newline(): void;
  /** The next text starts at the left edge again, over what is there. */
  carriageReturn(): void;
  /** The next text goes some lines higher: how bars below a bar are drawn. */
  up(lines: number): void;
};

const ESC = 0x1b;
const BEL = 0x07;
/** Longer than any escape that means something; beyond it, it was not one. */
const LONGEST_ESCAPE = 4096;

/** Reads pieces in order; an escape that a piece cuts in two is kept for the next one. */
export function createAnsiReader(sink: AnsiSink): (piece: string) => void {
  let kept = "";
  return (piece) => {
    const input = kept + piece;
    kept = "";
    let from = 0;
    for (let at = 0; at < input.length; ) {
      const code = input.charCodeAt(at);
      if (code === 0x09 || (code >= 0x20 && code !== 0x7f)) {
        at++;
        continue;
      }
      if (at > from) sink.text(input.slice(from, at));
      if (code === ESC) {
        const end = endOfEscape(input, at);
        if (end === null && input.length - at < LONGEST_ESCAPE) {
          kept = input.slice(at);
          return;
        }
        const last = end ?? at + 1;
        if (input[at + 1] === "[") tellControl(sink, input.slice(at + 2, last));
        at = last;
      } else {
        if (code === 0x0a) sink.newline();
        else if (code === 0x0d) sink.carriageReturn();
        at++;
      }
      from = at;
    }
    if (from < input.length) sink.text(input.slice(from));
  };
}

function tellControl(sink: AnsiSink, control: string): void {
  const parameters = control.slice(0, -1);
  if (control.endsWith("m")) sink.style(parameters);
  else if (control.endsWith("A")) sink.up(Math.max(1, Number(parameters) || 1));
}

/** Index after the escape that starts at `at`; null while its end has not come. */
function endOfEscape(input: string, at: number): number | null {
  const kind = input.charCodeAt(at + 1);
  if (Number.isNaN(kind)) return null;
  if (kind === 0x5b) return endOfControl(input, at + 2);
  // OSC, DCS, PM, APC: a string that BEL or ESC \ ends.
  if (kind === 0x5d || kind === 0x50 || kind === 0x5e || kind === 0x5f) return endOfString(input, at + 2);
  // ESC ( B and its like have one more letter.
  return kind >= 0x20 && kind <= 0x2f ? (at + 3 <= input.length ? at + 3 : null) : at + 2;
}

function endOfControl(input: string, from: number): number | null {
  for (let at = from; at < input.length; at++) {
    const code = input.charCodeAt(at);
    if (code >= 0x40 && code <= 0x7e) return at + 1;
    if (code < 0x20) return at;
  }
  return null;
}

function endOfString(input: string, from: number): number | null {
  for (let at = from; at < input.length; at++) {
    const code = input.charCodeAt(at);
    if (code === BEL) return at + 1;
    if (code === ESC && at + 1 < input.length) return input[at + 1] === "\\" ? at + 2 : at;
    if (code === 0x0a) return at;
  }
  return null;
}
