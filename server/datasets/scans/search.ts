// Owns finding rows by a text in them, whatever its case, and by what is wrong with them.
import type { SearchResult } from "../../../contract/dataset-scan.ts";
import { checkRecord } from "../formats/check-record.ts";
import { formatOf } from "../formats/index.ts";
import { isObject, parseJson } from "../formats/value-kind.ts";
import type { Desk, PieceWork } from "./piece.ts";

const MAX_ROWS = 10_000;
const MAX_DEPTH = 100;

export type SearchPiece = { rows: number[]; matches: number };
export type SearchRequest = { text: string; codes?: string[] };

export function searchPiece(desk: Desk, { text, codes }: SearchRequest): PieceWork<SearchPiece> {
  const { definition } = desk.job;
  const format = formatOf(definition);
  const holds = textTest(text);
  const wanted = codes === undefined || codes.length === 0 ? null : new Set(codes);
  const rows: number[] = [];
  let matches = 0;
  return {
    see(record) {
      if (!holds(record.text)) return;
      if (wanted !== null) {
        const { faults } = checkRecord(record, format, definition, desk.context);
        if (!faults.some(({ code }) => wanted.has(code))) return;
      }
      matches += 1;
      if (rows.length < MAX_ROWS) rows.push(record.row);
    },
    end: () => ({ rows, matches }),
  };
}

export function createSearchTotal() {
  let rows: number[] = [];
  let matches = 0;
  return {
    add(piece: SearchPiece): void {
      rows = [...rows, ...piece.rows].sort((a, b) => a - b).slice(0, MAX_ROWS);
      matches += piece.matches;
    },
    result: (): SearchResult => ({ kind: "search", rows, matches }),
  };
}

/** First in the text as it stands; in the strings it stands for when an escape may hide a match, or make one. */
function textTest(needle: string): (text: string) => boolean {
  if (needle === "") return () => true;
  const pattern = new RegExp(needle.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"), "iu");
  const needsStrings = /["\\]|\p{Cc}/u.test(needle);
  return (text) => {
    if (!needsStrings && pattern.test(text)) return true;
    return text.includes("\\") && stringsHold(parseJson(text), pattern, 0);
  };
}

function stringsHold(value: unknown, pattern: RegExp, depth: number): boolean {
  if (typeof value === "string") return pattern.test(value);
  if (depth > MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.some((each) => stringsHold(each, pattern, depth + 1));
  return isObject(value) && Object.values(value).some((each) => stringsHold(each, pattern, depth + 1));
}
