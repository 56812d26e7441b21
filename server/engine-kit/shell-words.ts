// Owns splitting pasted command lines into words: quotes, escapes, continued lines of POSIX shells, PowerShell and cmd.
// Refuses to run, expand or substitute anything.

export type Words = { words: string[] /** A quote that is never closed. */; open: boolean };

/** Continued lines become one: a backslash, a PowerShell backtick or a cmd caret at the end. */
const joinLines = (text: string) => text.replace(/[ \t]*[\\`^][ \t]*\r?\n[ \t]*/g, " ");

/** JSON standing in a command without quotes, as some tools print it; null where there is none. */
function bareJson(text: string, from: number): string | null {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted && sign === "\\") at += 1;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === "{" || sign === "[")) depth += 1;
    else if (!quoted && (sign === "}" || sign === "]")) depth -= 1;
    if (depth > 0) continue;
    const piece = text.slice(from, at + 1);
    try {
      JSON.parse(piece);
      return piece;
    } catch {
      return null;
    }
  }
  return null;
}

export function shellWords(pasted: string): Words {
  const text = joinLines(pasted);
  const words: string[] = [];
  let word: string | null = null;
  let quote: string | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    const next = text[at + 1] ?? "";
    if (quote !== null) {
      if (sign === quote) quote = null;
      else if (sign === "\\" && quote === '"' && /["\\$`]/.test(next)) {
        word = (word ?? "") + next;
        at += 1;
      } else word = (word ?? "") + sign;
    } else if (/\s/.test(sign) || (sign === ";" && word === null)) {
      if (word !== null) words.push(word);
      word = null;
      if (sign === "\n" || sign === ";") words.push(";");
    } else if (sign === '"' || sign === "'") {
      quote = sign;
      word ??= "";
    } else if (word === null && (sign === "{" || sign === "[")) {
      const json = bareJson(text, at);
      word = json ?? sign;
      if (json !== null) at += json.length - 1;
    } else if (word === null && sign === "#") {
      while (at + 1 < text.length && text[at + 1] !== "\n") at += 1;
    } else if (sign === "\\" && /[\s"'\\$&|;<>(){}[\]*?#]/.test(next)) {
      word = (word ?? "") + next;
      at += 1;
    } else word = (word ?? "") + sign;
  }
  if (word !== null) words.push(word);
  return { words, open: quote !== null };
}
