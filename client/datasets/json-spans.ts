// Owns cutting JSON text into coloured pieces. Takes text that breaks off; never throws.
export type JsonSpan = { at: number; kind: "key" | "string" | "number" | "word" | "plain"; text: string };

const TOKEN = /"(?:[^"\\\n]|\\.)*"?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;

export function jsonSpans(text: string): JsonSpan[] {
  const spans: JsonSpan[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > end) spans.push({ at: end, kind: "plain", text: text.slice(end, match.index) });
    const [found] = match;
    end = match.index + found.length;
    spans.push({ at: match.index, kind: kindOf(found, text, end), text: found });
  }
  if (end < text.length) spans.push({ at: end, kind: "plain", text: text.slice(end) });
  return spans;
}

function kindOf(found: string, text: string, end: number): JsonSpan["kind"] {
  if (!found.startsWith('"')) return /^[-\d]/.test(found) ? "number" : "word";
  return /^\s*:/.test(text.slice(end, end + 40)) ? "key" : "string";
}

/** Laid out over lines where it can be read, as it stands where it cannot. */
export function layOutJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
