// Owns finding where a text stops being JSON: engines say it each in their own way, and some only by a snippet.
const SPACE = /[ \t\r\n]*/y;
const SCALAR =
  /(?:"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w"])/y;
const KEY = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

export type JsonPlace = { line: number; column: number };

/** Null for valid JSON. */
export function jsonMistake(text: string): JsonPlace | null {
  const open: ("{" | "[")[] = [];
  let at = skip(SPACE, 0);
  let wanted: "value" | "key" | "after" | "first" = "value";

  for (;;) {
    const sign = text[at];
    const inside = open.at(-1);
    if (wanted === "after") {
      if (inside === undefined) return at === text.length ? null : placeOf(at);
      if (sign === (inside === "{" ? "}" : "]")) open.pop();
      else if (sign === ",") wanted = inside === "{" ? "key" : "value";
      else return placeOf(at);
      at = skip(SPACE, at + 1);
    } else if (wanted === "first" && sign === (inside === "{" ? "}" : "]")) {
      open.pop();
      wanted = "after";
      at = skip(SPACE, at + 1);
    } else if (wanted === "key" || (wanted === "first" && inside === "{")) {
      const end = skip(KEY, at);
      const colon = skip(SPACE, end);
      if (end === at || text[colon] !== ":") return placeOf(end === at ? at : colon);
      wanted = "value";
      at = skip(SPACE, colon + 1);
    } else if (sign === "{" || sign === "[") {
      open.push(sign);
      wanted = "first";
      at = skip(SPACE, at + 1);
    } else {
      const end = skip(SCALAR, at);
      if (end === at) return placeOf(at);
      wanted = "after";
      at = skip(SPACE, end);
    }
  }

  function skip(pattern: RegExp, from: number): number {
    pattern.lastIndex = from;
    return from + (pattern.exec(text)?.[0].length ?? 0);
  }

  function placeOf(index: number): JsonPlace {
    const before = text.slice(0, index).split("\n");
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}
