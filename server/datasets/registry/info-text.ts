// Owns changing one entry in the text of a dataset_info.json: every other sign of it stays as the user wrote it.
// Refuses text that is not one valid JSON object.
const isSpace = (sign: string) => sign === " " || sign === "\n" || sign === "\r" || sign === "\t";

type Member = { name: string; start: number; keyEnd: number; valueStart: number; end: number };

/** Behind the JSON value that begins at `at`. */
function skipValue(text: string, at: number): number {
  let depth = 0;
  for (let here = at; here < text.length; here += 1) {
    const sign = text[here];
    if (sign === '"') here = skipText(text, here) - 1;
    else if (sign === "{" || sign === "[") depth += 1;
    else if (sign === "}" || sign === "]") {
      if (depth === 0) return here;
      depth -= 1;
    } else if (depth === 0 && (sign === "," || isSpace(sign ?? ""))) return here;
    if (depth === 0 && (sign === "}" || sign === "]" || sign === '"')) return here + 1;
  }
  return text.length;
}

function skipText(text: string, quote: number): number {
  let here = quote + 1;
  while (text[here] !== '"') here += text[here] === "\\" ? 2 : 1;
  return here + 1;
}

function skipSpace(text: string, at: number): number {
  let here = at;
  while (isSpace(text[here] ?? "")) here += 1;
  return here;
}

function membersOf(text: string): Member[] {
  const members: Member[] = [];
  let at = skipSpace(text, text.indexOf("{") + 1);
  while (text[at] === '"') {
    const keyEnd = skipText(text, at);
    const valueStart = skipSpace(text, skipSpace(text, keyEnd) + 1);
    const end = skipValue(text, valueStart);
    members.push({ name: JSON.parse(text.slice(at, keyEnd)), start: at, keyEnd, valueStart, end });
    at = skipSpace(text, end);
    if (text[at] === ",") at = skipSpace(text, at + 1);
  }
  return members;
}

type Style = { newline: string; indent: string | null };

/** How the user indents; null where all stands on one line. */
function styleOf(text: string, [first]: readonly Member[]): Style {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  if (!first) return { newline, indent: "  " };
  const before = text.slice(text.indexOf("{") + 1, first.start);
  return { newline, indent: before.includes("\n") ? before.slice(before.lastIndexOf("\n") + 1) : null };
}

function written(value: unknown, { newline, indent }: Style): string {
  if (indent === null) return JSON.stringify(value);
  return JSON.stringify(value, null, indent).replaceAll("\n", `${newline}${indent}`);
}

const replaced = (text: string, start: number, end: number, by: string) =>
  text.slice(0, start) + by + text.slice(end);

/** Puts `value` in the place of the entry `name` (the last one of that name counts), or behind all others. */
export function setEntry(text: string, name: string, value: unknown, newName = name): string {
  const members = membersOf(text);
  const style = styleOf(text, members);
  const old = members.findLast((member) => member.name === name);
  const key = JSON.stringify(newName);
  if (old) {
    const withValue = replaced(text, old.valueStart, old.end, written(value, style));
    return newName === name ? withValue : replaced(withValue, old.start, old.keyEnd, key);
  }
  const entry = `${key}: ${written(value, style)}`;
  const last = members.at(-1);
  const lead = style.indent === null ? "" : `${style.newline}${style.indent}`;
  if (last) return replaced(text, last.end, last.end, `,${style.indent === null ? " " : lead}${entry}`);
  const open = text.indexOf("{") + 1;
  return replaced(text, open, text.lastIndexOf("}"), `${lead}${entry}${style.newline}`);
}

/** Takes every entry of this name away, with the comma that went with it. */
export function removeEntry(text: string, name: string): string {
  const members = membersOf(text);
  const at = members.findLastIndex((member) => member.name === name);
  const member = members[at];
  if (!member) return text;
  const before = members[at - 1];
  const after = members[at + 1];
  const open = text.indexOf("{") + 1;
  const rest = before
    ? replaced(text, before.end, member.end, "")
    : replaced(text, after ? member.start : open, after ? after.start : text.lastIndexOf("}"), "");
  return removeEntry(rest, name);
}
