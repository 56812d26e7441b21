// Owns cutting bytes into whole lines with their places, for files that somebody is still writing.
// Refuses to hand out a line before its end has been written.

/** `end`: the byte just after the line's end, counted from the beginning of the file. */
export type Line = { text: string; end: number };

const NEWLINE = 10;
const RETURN = 13;

/** The whole lines in `bytes`, which begin at `offset` of the file, and how far they reach. */
export function wholeLines(bytes: Buffer, offset: number, breaks: "newline" | "any" = "newline") {
  const lines: Line[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte !== NEWLINE && !(breaks === "any" && byte === RETURN)) continue;
    if (at > start) lines.push({ text: bytes.toString("utf8", start, at), end: offset + at + 1 });
    start = at + 1;
  }
  return { lines, end: offset + start };
}

/** How many bytes at the beginning of `bytes` are whole UTF-8 characters; at most three are held back. */
export function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** How many bytes at the beginning belong to a character that began before; a reader in mid-file skips them. */
export function brokenStart(bytes: Buffer): number {
  let count = 0;
  while (count < Math.min(3, bytes.length) && ((bytes[count] ?? 0) & 0xc0) === 0x80) count += 1;
  return count;
}
