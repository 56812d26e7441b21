// Owns what keeps a config's text from being read at all, told with the line and in words of configs.
// Refuses to judge what the text says.
import { type Document, isMap, isScalar, type LineCounter, visit } from "yaml";
import type { Problem } from "./problem.ts";

const CORRECT = "Correct this line; nothing is started until the text can be read.";

export function syntaxProblems(doc: Document.Parsed, lines: LineCounter): Problem[] {
  const at = (offset: number) => lines.linePos(offset).line;
  const found = [
    ...doc.errors.map(({ code, message, pos: [from] }) => told(code, message, at(from))),
    ...(doc.errors.length === 0 ? repeatedKeys(doc, at) : []),
  ];
  // One slip makes the parser stumble several times in its line; the first says what it was.
  const first = found.filter(({ line }, index) => found.findIndex((other) => other.line === line) === index);
  if (first.length > 0 || doc.contents === null || isMap(doc.contents)) return first;
  return [
    problem(
      1,
      "yaml.not-a-mapping",
      "A config is a list of `key: value` lines; this text is something else.",
      "Start from a preset, or paste a training YAML.",
    ),
  ];
}

/** Of a text that parses, and cannot be unfolded all the same. */
export function unfoldingProblem(doc: Document.Parsed, lines: LineCounter, error: unknown): Problem {
  const name =
    error instanceof ReferenceError ? /^Unresolved alias .*: (.+)$/s.exec(error.message)?.[1] : null;
  if (name) {
    let line = 1;
    visit(doc, {
      Alias(_, alias) {
        if (alias.source !== name || !alias.range) return undefined;
        line = lines.linePos(alias.range[0]).line;
        return visit.BREAK;
      },
    });
    return problem(
      line,
      "yaml.no-anchor",
      `\`*${name}\` repeats a part that is marked \`&${name}\`, and there is none before this line.`,
      "Put it in quotes if it is meant as text.",
      { name },
    );
  }
  return problem(
    1,
    "yaml.aliases",
    "This text repeats parts of itself (`*name`) so often that it is not unfolded.",
    "Write out what is meant.",
  );
}

function told(code: string, message: string, line: number): Problem {
  if (code === "TAB_AS_INDENT")
    return problem(
      line,
      "yaml.tab",
      "This line begins with a tab, which YAML does not take.",
      "Indent it with spaces, as the lines around it.",
    );
  if (code === "MULTIPLE_DOCS")
    return problem(
      line,
      "yaml.several",
      "A second config begins here (`---`); an engine takes one file with one.",
      "Keep one of them, the other in a file of its own.",
    );
  const said = message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "");
  return problem(line, "yaml.syntax", said ?? "This is not valid YAML.", CORRECT, {
    kind: code,
    said: said ?? "",
  });
}

/** The parser's own look for them compares each key with all before it: a vocabulary pasted by mistake would take minutes. */
function repeatedKeys(doc: Document.Parsed, at: (offset: number) => number): Problem[] {
  const found: Problem[] = [];
  visit(doc, {
    Map(_, map) {
      const seen = new Map<string, number>();
      for (const { key } of map.items) {
        // Several `<<`, a symbol here, are merged one after the other.
        if (!isScalar(key) || !key.range || typeof key.value === "symbol") continue;
        const name = String(key.value);
        const line = at(key.range[0]);
        const first = seen.get(name);
        if (first === undefined) seen.set(name, line);
        else
          found.push(
            problem(
              line,
              "yaml.duplicate-key",
              `\`${name}\` stands here a second time, first in line ${first}. Engines take one of them without a word.`,
              "Keep the one that is meant.",
              { key: name, first },
            ),
          );
      }
    },
  });
  return found;
}

function problem(
  line: number,
  code: string,
  message: string,
  hint: string,
  params?: Problem["params"],
): Problem {
  return { path: "", line, severity: "error", code, message, hint, ...(params && { params }) };
}
