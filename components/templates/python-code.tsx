// Owns Python as it stands, with comments, strings and words of the language told apart. Refuses to understand it.
import { CodeScroll } from "./code-scroll.tsx";
import { numbered } from "./numbered.ts";

const PARTS =
  /(#[^\n]*)|("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|\b(and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield|None|True|False)\b/g;

type Part = { text: string; kind: "plain" | "comment" | "string" | "word" };

export function pythonParts(code: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of code.matchAll(PARTS)) {
    const [text, comment, string] = match;
    if (match.index > end) parts.push({ kind: "plain", text: code.slice(end, match.index) });
    parts.push({ kind: comment ? "comment" : string ? "string" : "word", text });
    end = match.index + text.length;
  }
  if (end < code.length) parts.push({ kind: "plain", text: code.slice(end) });
  return parts;
}

const looks = {
  plain: "",
  comment: "text-faint italic",
  string: "text-success",
  word: "text-violet",
} as const;

export function PythonCode({ code, label }: { code: string; label: string }) {
  return (
    <CodeScroll label={label}>
      {numbered(pythonParts(code)).map(({ item, number }) => (
        <span key={number} className={looks[item.kind]}>
          {item.text}
        </span>
      ))}
    </CodeScroll>
  );
}
