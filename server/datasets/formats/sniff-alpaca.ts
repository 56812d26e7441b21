// Owns recognising question and answer columns, preference pairs of texts, verdicts, and plain text.
import type { Sniff } from "./format.ts";
import { isText, pickColumn, pickSideColumns, sideReasons, withoutNull } from "./sniff-columns.ts";

const PROMPTS = ["instruction", "prompt", "question", "query", "input", "problem"];
const QUERIES = ["input", "context", "query"];
const ANSWERS = ["output", "response", "answer", "completion", "target", "solution"];
const TEXTS = ["text", "content", "document", "body"];

export function sniffAlpaca(rows: readonly unknown[], columns: readonly string[]): Sniff | null {
  const prompt = pickColumn(rows, columns, PROMPTS, isText);
  if (prompt === null) return null;
  const others = columns.filter((column) => column !== prompt);
  const query = pickColumn(rows, others, QUERIES, isText);
  const history = pickColumn(rows, columns, ["history"], Array.isArray);
  const chosen = pickColumn(rows, columns, ["chosen"], isText);
  const rejected = pickColumn(rows, columns, ["rejected"], isText);
  const side = pickSideColumns(rows, columns);
  if (chosen !== null && rejected !== null) {
    return {
      score: 0.9,
      definition: {
        ranking: true,
        columns: { prompt, ...withoutNull({ query, chosen, rejected, history }), ...side },
      },
      reasons: [`“${prompt}” with “${chosen}” and “${rejected}”: preference pairs.`, ...sideReasons(side)],
    };
  }
  const response = pickColumn(rows, others, ANSWERS, isText);
  if (response === null) return null;
  const isUsual = prompt === "instruction" && response === "output";
  const isPlain =
    isUsual && history === null && Object.keys(side).length === 0 && (query ?? "input") === "input";
  return {
    score: isUsual ? 0.9 : 0.7,
    // Only a definition without columns keeps the engine's own names, and `input` must be there then.
    definition:
      isPlain && query !== null
        ? {}
        : { columns: { prompt, ...withoutNull({ query, response, history }), ...side } },
    reasons: [
      `“${prompt}” asks and “${response}” answers: one exchange per row.`,
      ...(side.kto_tag === undefined ? [] : [`“${side.kto_tag}” is the verdict for KTO.`]),
      ...sideReasons(side),
    ],
  };
}

export function sniffText(rows: readonly unknown[], columns: readonly string[]): Sniff | null {
  const column = pickColumn(rows, columns, TEXTS, isText) ?? onlyText(rows, columns);
  if (column === null) return null;
  return {
    score: columns.length === 1 ? 0.8 : 0.4,
    definition: { columns: { prompt: column } },
    reasons: [`“${column}” is text with no question and answer: pre-training.`],
  };
}

function onlyText(rows: readonly unknown[], columns: readonly string[]): string | null {
  return columns.length === 1
    ? pickColumn(
        rows,
        columns,
        columns.map((each) => each.toLowerCase()),
        isText,
      )
    : null;
}
